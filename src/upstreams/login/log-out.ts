import { isJsonObject } from '../../model/json.js';
import type { LoginFile, StoredLogin } from './stored-login.js';

const TIMEOUT_MS = 10_000;
const LOOPBACK: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** Tokens travel encrypted, or not beyond this computer. */
function isPrivateWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

/** Tells the authorization server that the tokens end; whether it heard. */
async function revoke({ client, tokens, discovery }: StoredLogin): Promise<boolean> {
  const metadata: unknown = discovery?.authorizationServerMetadata;
  const endpoint = isJsonObject(metadata) ? metadata['revocation_endpoint'] : undefined;
  if (typeof endpoint !== 'string' || client === undefined || tokens === undefined) return false;
  const [token, hint] =
    tokens.refresh_token === undefined
      ? [tokens.access_token, 'access_token']
      : [tokens.refresh_token, 'refresh_token'];
  const secret = client.client_secret === undefined ? {} : { client_secret: client.client_secret };
  try {
    if (!isPrivateWay(endpoint)) return false;
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({ token, token_type_hint: hint, client_id: client.client_id, ...secret }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** How a logout ended. */
export type LogoutOutcome = 'none' | 'forgotten' | 'revoked';

/** Forgets a login, and has its tokens revoked where the authorization server offers that. */
export async function logOut(file: LoginFile): Promise<LogoutOutcome> {
  const login = file.read();
  file.remove();
  if (login?.tokens === undefined) return 'none';
  return (await revoke(login)) ? 'revoked' : 'forgotten';
}
