import { OAuthError, refreshAuthorization } from '@modelcontextprotocol/client';
import type { AuthProvider, FetchLike, StoredOAuthTokens } from '@modelcontextprotocol/client';
import { withFileLock } from './file-lock.js';
import { LoginNeededError } from './login-needed.js';
import type { LoginFile, StoredLogin } from './stored-login.js';

/** Tokens are renewed this long before they end. */
const EARLY_MS = 60_000;
const SECOND_MS = 1000;
/** After these the refresh token is worth nothing any more; after any other failure it may be used again. */
const FINAL_CODES: readonly string[] = ['invalid_grant', 'invalid_client', 'unauthorized_client'];

/** What is kept of newly issued tokens: what they do not repeat stays as it was. */
export function withTokens(login: StoredLogin, tokens: StoredOAuthTokens, nowMs: number): StoredLogin {
  const { expires_in: seconds } = tokens;
  const expiresAt = seconds === undefined ? undefined : nowMs + seconds * SECOND_MS;
  return { ...login, tokens: { ...login.tokens, ...tokens }, expiresAt };
}

/** The protocol library's view of a login, and what it does not tell: which request an answer belongs to. */
export interface UpstreamLogin extends AuthProvider {
  /** Hears of an answer and the headers that its request went out with. */
  answered(response: Response, headers: RequestInit['headers']): void;
}

interface Refusal {
  readonly response: Response;
  readonly fetchFn: FetchLike;
}

/**
 * A login as the gateway uses it: tokens are read from disk for every request and renewed there, by one process for all. It
 * never asks a person: where a login is missing, that is the error.
 */
export class GatewayLogin implements UpstreamLogin {
  private used: string | undefined;
  /** The token that each refused request went out with: several may be under way while one renews it. */
  private readonly usedFor = new WeakMap<Response, string>();
  private refused = '';

  constructor(
    private readonly server: string,
    private readonly file: LoginFile,
    private readonly now: () => number = Date.now,
    private readonly fetchFn: FetchLike = fetch,
  ) {}

  /** Whether the server refused what is kept now: until that changes, asking again is in vain. */
  get isRefused(): boolean {
    return this.refused !== '' && this.refused === this.file.mark;
  }

  /** The access token for the next request; undefined where none is kept. */
  async token(): Promise<string | undefined> {
    let login = this.file.read();
    if (login !== undefined && this.isEnding(login)) login = await this.renew(login.tokens?.access_token, this.fetchFn);
    this.used = login?.tokens?.access_token;
    return this.used;
  }

  answered(response: Response, headers: RequestInit['headers']): void {
    const token = /^Bearer (.+)$/.exec(new Headers(headers).get('authorization') ?? '')?.[1];
    if (response.status === 401 && token !== undefined) this.usedFor.set(response, token);
  }

  /**
   * The server took no token, or not this one: another one is there afterwards.
   * @throws LoginNeededError when there is none
   */
  async onUnauthorized({ response, fetchFn }: Refusal): Promise<void> {
    const kept = this.file.read();
    if (kept?.tokens !== undefined) await this.renew(this.usedFor.get(response) ?? this.used, fetchFn);
    else this.refuse(kept);
  }

  private isEnding({ tokens, expiresAt }: StoredLogin): boolean {
    return tokens?.refresh_token !== undefined && expiresAt !== undefined && expiresAt - this.now() < EARLY_MS;
  }

  /** Renews the token `old`, unless another process did meanwhile. */
  private renew(old: string | undefined, fetchFn: FetchLike): Promise<StoredLogin> {
    return withFileLock(`${this.file.path}.lock`, async () => {
      const login = this.file.read();
      if (login?.tokens !== undefined && login.tokens.access_token !== old) return login;
      try {
        const tokens = login === undefined ? undefined : await refreshed(login, fetchFn);
        if (login === undefined || tokens === undefined) return this.refuse(login);
        const renewed = withTokens(login, tokens, this.now());
        this.file.write(renewed);
        return renewed;
      } catch (error) {
        if (error instanceof OAuthError && FINAL_CODES.includes(error.code)) return this.refuse(login);
        throw error;
      }
    });
  }

  /** Keeps that a login is wanted, without what the server does not take, for whoever asks how things stand. */
  private refuse(login: StoredLogin | undefined): never {
    if (login === undefined || login.tokens !== undefined) this.file.write({});
    this.refused = this.file.mark;
    throw new LoginNeededError(this.server);
  }
}

/** New tokens for the refresh token that is kept; undefined when there is none, or nowhere to take it. */
async function refreshed(
  { client, discovery, tokens }: StoredLogin,
  fetchFn: FetchLike,
): Promise<StoredOAuthTokens | undefined> {
  const refreshToken = tokens?.refresh_token;
  if (client === undefined || discovery === undefined || refreshToken === undefined) return undefined;
  const { authorizationServerUrl, authorizationServerMetadata: metadata, resourceMetadata } = discovery;
  return refreshAuthorization(authorizationServerUrl, {
    clientInformation: client,
    refreshToken,
    fetchFn,
    ...(metadata === undefined ? {} : { metadata }),
    ...(resourceMetadata === undefined ? {} : { resource: new URL(resourceMetadata.resource) }),
  });
}
