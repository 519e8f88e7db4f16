import { randomBytes } from 'node:crypto';
import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/client';
import type {
  OAuthClientMetadata,
  OAuthClientProvider,
  OAuthDiscoveryState,
  StoredOAuthClientInformation,
  StoredOAuthTokens,
} from '@modelcontextprotocol/client';
import { withTokens } from './gateway-login.js';
import type { OAuthSettings } from './oauth-settings.js';
import { listenForCode } from './redirect-listener.js';
import type { LoginFile } from './stored-login.js';

const UNAUTHORIZED = 401;
const STATE_BYTES = 24;
const PROBE_TIMEOUT_MS = 30_000;

/** What a login needs. */
export interface InteractiveLogin {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: LoginFile;
  readonly settings: OAuthSettings;
  /** Longest wait for the person in the browser. */
  readonly patienceMs: number;
  /** Shown in the browser at the end. */
  readonly pages: { readonly done: string; readonly failed: string };
  /** Hears the address that the person opens. */
  open(address: string): void;
  now(): number;
}

/** How a login ended. */
export type LoginOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-wanted' }
  /** The person said no, or the authorization server did. */
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'no-answer' };

/** What the server says of the login it wants; undefined when it wants none. */
async function challengeOf({ url, headers }: InteractiveLogin): Promise<object | undefined> {
  const clientInfo = { name: 'greenlight', version: '1' };
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params }),
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (response.status !== UNAUTHORIZED) return undefined;
  const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(response);
  return {
    ...(resourceMetadataUrl === undefined ? {} : { resourceMetadataUrl }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** The parts of one login while it runs; nothing of it is on disk before the end. */
class Attempt implements OAuthClientProvider {
  readonly wantedState = randomBytes(STATE_BYTES).toString('base64url');
  issued: StoredOAuthTokens | undefined;
  client: StoredOAuthClientInformation | undefined;
  discovery: OAuthDiscoveryState | undefined;
  private verifier = '';

  constructor(
    private readonly login: InteractiveLogin,
    readonly redirectUrl: string,
  ) {
    const { clientId, clientSecret } = login.settings;
    if (clientId === undefined) return;
    this.client = { client_id: clientId, ...(clientSecret === undefined ? {} : { client_secret: clientSecret }) };
  }

  get clientMetadata(): OAuthClientMetadata {
    const { scope } = this.login.settings;
    return {
      client_name: 'Greenlight',
      redirect_uris: [this.redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native',
      ...(scope === undefined ? {} : { scope }),
    };
  }

  state = (): string => this.wantedState;
  /** A client that the person named belongs to whichever authorization server the server names. */
  clientInformation = (at?: { readonly issuer: string }): StoredOAuthClientInformation | undefined =>
    this.client === undefined || at === undefined ? this.client : { issuer: at.issuer, ...this.client };
  saveClientInformation = (client: StoredOAuthClientInformation): void => void (this.client = client);
  tokens = (): undefined => undefined;
  saveTokens = (tokens: StoredOAuthTokens): void => void (this.issued = tokens);
  redirectToAuthorization = (address: URL): void => {
    // The server names it, and the system would open whatever it is.
    if (address.protocol !== 'https:' && address.protocol !== 'http:') {
      throw new Error(`its login is at ${address.protocol}, and not at an address for a browser`);
    }
    this.login.open(address.href);
  };
  saveCodeVerifier = (verifier: string): void => void (this.verifier = verifier);
  codeVerifier = (): string => this.verifier;
  saveDiscoveryState = (discovery: OAuthDiscoveryState): void => void (this.discovery = discovery);
  discoveryState = (): OAuthDiscoveryState | undefined => this.discovery;
}

/**
 * Takes a person through a server's login in the browser (authorization code with PKCE, back to this computer) and keeps
 * the tokens. Rejects when the server or its authorization server cannot be reached or understood.
 */
export async function logIn(login: InteractiveLogin): Promise<LoginOutcome> {
  const challenge = await challengeOf(login);
  if (challenge === undefined) return { kind: 'not-wanted' };
  const listener = await listenForCode(login.settings.port ?? 0, login.pages);
  try {
    const attempt = new Attempt(login, listener.redirectUrl);
    listener.expect(attempt.wantedState);
    const scope = login.settings.scope === undefined ? {} : { scope: login.settings.scope };
    const options = { serverUrl: login.url, ...challenge, ...scope };
    await auth(attempt, options);
    const answer = await listener.answer(login.patienceMs);
    if (answer === undefined) return { kind: 'no-answer' };
    if ('error' in answer) return { kind: 'denied', why: answer.error };
    const { code: authorizationCode, iss } = answer;
    await auth(attempt, { ...options, authorizationCode, ...(iss === undefined ? {} : { iss }) });
    const { client, discovery, issued } = attempt;
    if (issued === undefined) return { kind: 'denied', why: 'no token was issued' };
    login.file.write(withTokens({ url: login.url, client, discovery }, issued, login.now()));
    return { kind: 'done' };
  } finally {
    await listener.close();
  }
}
