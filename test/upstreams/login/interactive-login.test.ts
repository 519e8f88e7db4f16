import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logIn } from '../../../src/upstreams/login/interactive-login.js';
import type { InteractiveLogin } from '../../../src/upstreams/login/interactive-login.js';
import { LoginFile } from '../../../src/upstreams/login/stored-login.js';
import { OAuthServer } from '../../fixtures/oauth-server.js';
import type { OAuthServerOptions } from '../../fixtures/oauth-server.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';

let temp: ReturnType<typeof tempFolder>;
let server: OAuthServer;
let file: LoginFile;
const open = vi.fn((address: string) => void fetch(address));

async function start(options: OAuthServerOptions = {}, changes: Partial<InteractiveLogin> = {}) {
  server = await OAuthServer.open(options);
  file = new LoginFile(temp.folder, 'far', server.url);
  const pages = { done: 'done', failed: 'failed' };
  return logIn({
    ...{ url: server.url, headers: {}, file, settings: {}, patienceMs: 5000, pages, open, now: () => 1000 },
    ...changes,
  });
}

beforeEach(() => {
  temp = tempFolder();
  open.mockClear();
});
afterEach(async () => {
  await server.close();
  temp.remove();
});

describe('a login in the browser', () => {
  it('asks with proof and state, for what the server wants, and keeps tokens, client and where they are from', async () => {
    expect(await start()).toEqual({ kind: 'done' });
    const asked = new URL(open.mock.calls[0]?.[0] ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toMatch(/^\S{32}$/);
    expect([asked.get('scope'), asked.get('resource')]).toEqual(['draw', server.url]);
    expect(file.read()).toMatchObject({
      url: server.url,
      tokens: { access_token: server.secrets[0], refresh_token: server.secrets[1] },
      client: { client_id: asked.get('client_id') },
      expiresAt: 3_601_000,
      discovery: { authorizationServerUrl: expect.stringContaining(server.origin) as string },
    });
  });

  it('that is denied keeps nothing', async () => {
    expect(await start({ denies: true })).toEqual({ kind: 'denied', why: 'access_denied' });
    expect(file.read()).toBeUndefined();
  });

  it('is not looked for anywhere but in a browser', async () => {
    await expect(start({ authorizeAt: 'file:///etc/passwd' })).rejects.toThrow('not at an address for a browser');
    expect(open).not.toHaveBeenCalled();
  });

  it('that nobody answers ends', async () => {
    expect(await start({}, { open: () => undefined, patienceMs: 5 })).toEqual({ kind: 'no-answer' });
  });

  it('with a client of its own registers none', async () => {
    const settings = { clientId: 'ours', clientSecret: 'quiet' };
    expect(await start({ client: { id: 'ours', secret: 'quiet' } }, { settings })).toEqual({ kind: 'done' });
    expect(server.counted.registered).toBe(0);
  });

  it('is not wanted by a server that answers', async () => {
    await start();
    const headers = { Authorization: `Bearer ${server.secrets[0]}` };
    const url = server.url;
    const again = { file, settings: {}, patienceMs: 1, pages: { done: '', failed: '' }, open, now: () => 0 };
    expect(await logIn({ url, headers, ...again })).toEqual({ kind: 'not-wanted' });
  });
});
