import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OAuthServer } from '../fixtures/oauth-server.js';
import type { OAuthServerOptions } from '../fixtures/oauth-server.js';
import { GatewayProcess } from './parts/gateway.js';

let folder: string;
let server: OAuthServer;
let config: string;
const gateways: GatewayProcess[] = [];

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
}

/** Runs a command; where it shows an address, a person opens it and says what the server wants to hear. */
async function run(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['dist/greenlight.cjs', ...args, '-c', config], {
    env: { ...process.env, NO_COLOR: '1', FAR_SECRET: 'our-secret' },
  });
  const heard = { out: '', words: '' };
  let visited: Promise<Response> | undefined;
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    heard.words += chunk.toString();
    const address = /^http\S+\/authorize\S+$/m.exec(heard.words)?.[0];
    if (address !== undefined) visited ??= fetch(address);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (visited !== undefined) expect((await visited).status).toBe(200);
  return { code, ...heard };
}

const logIn = (): Promise<Ended> => run('login', 'far', '--no-browser');

async function open(options: OAuthServerOptions = {}, entry: object = {}): Promise<void> {
  server = await OAuthServer.open(options);
  const far = { url: server.url, tools: { look: 'free' }, ...entry };
  writeFileSync(config, JSON.stringify({ data: join(folder, 'data'), servers: { far, near: { command: 'nothing' } } }));
}

async function gateway(): Promise<GatewayProcess> {
  const started = await GatewayProcess.start(config);
  gateways.push(started);
  return started;
}

function kept(): Record<string, unknown> {
  const file = join(folder, 'data/logins/far.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-login-'));
  config = join(folder, 'greenlight.json');
});
afterEach(async () => {
  for (const each of gateways.splice(0)) await each.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a server over HTTP that wants a login', () => {
  it('is a clear error that names the command, is not asked again and again, and works once the person logged in', async () => {
    await open();
    const running = await gateway();
    const before = await running.call('far_look', {});
    expect(before.isError).toBe(true);
    expect(before.text).toContain('greenlight login far');
    const asked = server.asked.length;
    await running.call('far_look', {});
    expect(server.asked).toHaveLength(asked);
    expect((await run('status')).out).toContain('wanted by far: `greenlight login SERVER`');

    const login = await logIn();
    expect(login).toMatchObject({ code: 0, out: expect.stringContaining('Logged in to far') as string });
    expect(server.counted.registered).toBe(1);
    expect((await running.call('far_look', {})).text).toBe('seen');
    expect((await run('status')).out).not.toContain('logins ');
    expect((await run('inspect')).out).toMatch(/far +look/);

    expect(kept()).toMatchObject({ url: server.url, tokens: { access_token: server.secrets.at(-2) } });
    expect(readdirSync(join(folder, 'data/logins'))).toEqual(['far.json']);
    for (const secret of server.secrets) {
      expect(`${login.out}${login.words}${running.words}${before.text}`).not.toContain(secret);
    }
  });

  it('gets new tokens when the old ones end, once for all processes', async () => {
    await open();
    await logIn();
    const two = await Promise.all([gateway(), gateway()]);
    await Promise.all(two.map((each) => each.call('far_look', {})));
    server.expire();
    const answers = await Promise.all([...two, ...two].map((each) => each.call('far_look', {})));
    expect(answers.map(({ text }) => text)).toEqual(['seen', 'seen', 'seen', 'seen']);
    expect(server.counted).toMatchObject({ refreshed: 1, reused: 0 });
    expect(kept()).toMatchObject({ tokens: { refresh_token: server.secrets.at(-1) } });
  });

  it('gets new tokens before the old ones end', async () => {
    await open({ expiresIn: 30 });
    await logIn();
    const running = await gateway();
    const refused = (): number => server.asked.filter((path) => path === 'POST /token').length;
    const tokens = refused();
    expect((await running.call('far_look', {})).text).toBe('seen');
    expect(refused()).toBeGreaterThan(tokens);
    expect(server.counted.reused).toBe(0);
  });

  it('that takes back what it gave wants another login', async () => {
    await open();
    await logIn();
    const running = await gateway();
    expect((await running.call('far_look', {})).text).toBe('seen');
    server.revokeAll();
    const answer = await running.call('far_look', {});
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining('greenlight login far') as string });
    expect(kept()).not.toHaveProperty('tokens');
    await logIn();
    expect((await running.call('far_look', {})).text).toBe('seen');
  });

  it('is logged out of with its tokens revoked', async () => {
    await open();
    await logIn();
    const out = await run('logout', 'far');
    expect(out).toMatchObject({ code: 0, out: expect.stringContaining('revoked') as string });
    expect(server.counted.revoked).toBe(1);
    expect(readdirSync(join(folder, 'data/logins'))).toEqual([]);
    expect((await run('logout', 'far')).out).toContain('no login at far');
  });

  it('knows a client that was registered before, by its secret from the environment', async () => {
    const oauth = { clientId: 'ours', clientSecret: '${FAR_SECRET}', scope: 'draw' };
    await open({ client: { id: 'ours', secret: 'our-secret' } }, { oauth });
    const login = await logIn();
    expect(login.code, login.words).toBe(0);
    expect(server.counted.registered).toBe(0);
  });
});

describe('a login that cannot be', () => {
  it('says that the person was denied, and keeps nothing', async () => {
    await open({ denies: true });
    expect(await logIn()).toMatchObject({ code: 4, words: expect.stringContaining('access_denied') as string });
  });

  it('says which servers there are, and what takes no login', async () => {
    await open();
    expect(await run('login', 'nobody')).toMatchObject({ code: 3, words: expect.stringContaining('far') as string });
    expect(await run('login', 'near')).toMatchObject({ code: 2, words: expect.stringContaining('env') as string });
  });

  it('is not needed where the config has a key', async () => {
    await open({}, { headers: { Authorization: 'Bearer mine' } });
    expect(await logIn()).toMatchObject({ code: 2, words: expect.stringContaining('Authorization') as string });
  });

  it('says so when nobody is there', async () => {
    await open({}, { url: 'http://127.0.0.1:9/mcp' });
    expect(await logIn()).toMatchObject({
      code: 1,
      words: expect.stringContaining('could not be logged in') as string,
    });
  });
});
