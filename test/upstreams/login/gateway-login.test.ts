import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GatewayLogin, withTokens } from '../../../src/upstreams/login/gateway-login.js';
import { LoginFile } from '../../../src/upstreams/login/stored-login.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';

const url = 'https://far.example/mcp';
const now = 1_000_000;
const discovery = { authorizationServerUrl: 'https://auth.example' };
const client = { client_id: 'c' };
const tokens = { access_token: 'old', refresh_token: 'r1', token_type: 'Bearer' };
const fetchFn = vi.fn<(address: string | URL, init?: RequestInit) => Promise<Response>>();
let temp: ReturnType<typeof tempFolder>;
let file: LoginFile;
let login: GatewayLogin;

beforeEach(() => {
  temp = tempFolder();
  file = new LoginFile(temp.folder, 'far', url);
  fetchFn.mockReset();
  login = new GatewayLogin('far', file, () => now, fetchFn);
});
afterEach(() => temp.remove());

const answer = (status: number, body: object): void =>
  void fetchFn.mockImplementation(async () => Response.json(body, { status }));
const unauthorized = (): Promise<void> =>
  login.onUnauthorized({ response: new Response(null, { status: 401 }), fetchFn });

describe('the token for a request', () => {
  it('is what is kept, or none', async () => {
    expect(await login.token()).toBeUndefined();
    file.write({ tokens, client, discovery, expiresAt: now + 3_600_000 });
    expect(await login.token()).toBe('old');
    expect(fetchFn).not.toHaveBeenCalled();
  });

  it('is renewed before it ends, and what is not said anew stays', async () => {
    file.write({ tokens, client, discovery, expiresAt: now + 59_000 });
    answer(200, { access_token: 'new', token_type: 'Bearer', expires_in: 60 });
    expect(await login.token()).toBe('new');
    expect(file.read()).toMatchObject({
      tokens: { access_token: 'new', refresh_token: 'r1' },
      client,
      expiresAt: now + 60_000,
    });
  });
});

describe('a refusal', () => {
  it('without a login says that one is needed, and that asking again is in vain until it is there', async () => {
    expect(login.isRefused).toBe(false);
    await expect(unauthorized()).rejects.toMatchObject({ name: 'LoginNeededError', server: 'far' });
    expect([login.isRefused, file.read()]).toEqual([true, { url }]);
    file.write({ tokens });
    expect(login.isRefused).toBe(false);
  });

  it('of a token that another process renewed meanwhile is answered by the new one', async () => {
    file.write({ tokens, client, discovery });
    await login.token();
    file.write({ tokens: { ...tokens, access_token: 'theirs' }, client, discovery });
    await unauthorized();
    expect(await login.token()).toBe('theirs');
    expect(fetchFn).not.toHaveBeenCalled();
  });

  it('of a request that went out with the token before is answered by the one that is there by now', async () => {
    file.write({ tokens: { ...tokens, access_token: 'renewed' }, client, discovery });
    const response = new Response(null, { status: 401 });
    login.answered(response, { authorization: 'Bearer old' });
    await login.token();
    await login.onUnauthorized({ response, fetchFn });
    expect(await login.token()).toBe('renewed');
    expect(fetchFn).not.toHaveBeenCalled();
  });

  it.each(['invalid_grant', 'invalid_client'])('with %s ends the login', async (error) => {
    file.write({ tokens, client, discovery });
    await login.token();
    answer(400, { error });
    await expect(unauthorized()).rejects.toMatchObject({ name: 'LoginNeededError' });
    expect(file.read()).toEqual({ url });
  });

  it('keeps the login when the authorization server is only out of order', async () => {
    file.write({ tokens, client, discovery });
    await login.token();
    answer(503, { error: 'server_error' });
    await expect(unauthorized()).rejects.not.toMatchObject({ name: 'LoginNeededError' });
    fetchFn.mockRejectedValue(new TypeError('fetch failed'));
    await expect(unauthorized()).rejects.toThrow('fetch failed');
    expect(file.read()).toMatchObject({ tokens });
  });

  it('of a token that cannot be renewed ends the login', async () => {
    file.write({ tokens: { access_token: 'old', token_type: 'Bearer' } });
    await login.token();
    await expect(unauthorized()).rejects.toMatchObject({ name: 'LoginNeededError' });
  });
});

it('tokens without a lifetime have no end', () => {
  expect(withTokens({ url }, tokens, now)).toEqual({ url, tokens, expiresAt: undefined });
});
