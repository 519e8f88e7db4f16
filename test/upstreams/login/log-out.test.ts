import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { logOut } from '../../../src/upstreams/login/log-out.js';
import { LoginFile } from '../../../src/upstreams/login/stored-login.js';
import { OAuthServer } from '../../fixtures/oauth-server.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';

let temp: ReturnType<typeof tempFolder>;
let server: OAuthServer;
let file: LoginFile;
const tokens = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer' };
const client = { client_id: 'c' };

beforeEach(async () => {
  temp = tempFolder();
  server = await OAuthServer.open();
  file = new LoginFile(temp.folder, 'far', server.url);
});
afterEach(async () => {
  await server.close();
  temp.remove();
});

const discoveryWith = (endpoint: string) => ({
  authorizationServerUrl: server.origin,
  authorizationServerMetadata: {
    issuer: server.origin,
    authorization_endpoint: `${server.origin}/authorize`,
    token_endpoint: `${server.origin}/token`,
    response_types_supported: ['code'],
    revocation_endpoint: endpoint,
  },
});

it('forgets, and revokes where that is offered', async () => {
  file.write({ tokens, client, discovery: discoveryWith(`${server.origin}/revoke`) });
  expect(await logOut(file)).toBe('revoked');
  expect([server.asked, file.read()]).toEqual([['POST /revoke'], undefined]);
});

it('forgets also where nobody hears of it', async () => {
  file.write({ tokens, client });
  expect(await logOut(file)).toBe('forgotten');
  file.write({ tokens, client, discovery: discoveryWith('http://127.0.0.1:9/revoke') });
  expect(await logOut(file)).toBe('forgotten');
  expect(file.read()).toBeUndefined();
});

it('sends no token over an open way', async () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response());
  file.write({ tokens, client, discovery: discoveryWith('http://far.example/revoke') });
  expect(await logOut(file)).toBe('forgotten');
  expect(asked).not.toHaveBeenCalled();
  file.write({ tokens, client, discovery: discoveryWith('https://far.example/revoke') });
  expect(await logOut(file)).toBe('revoked');
  asked.mockRestore();
});

it('has nothing to forget without a login', async () => {
  expect(await logOut(file)).toBe('none');
  file.write({});
  expect(await logOut(file)).toBe('none');
});
