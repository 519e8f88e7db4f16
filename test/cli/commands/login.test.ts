import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loginPlace, logInTo } from '../../../src/cli/commands/login.js';
import { parseConfig } from '../../../src/config.js';
import { OAuthServer } from '../../fixtures/oauth-server.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';
import { fakeShell } from '../fake-desk.js';

let temp: ReturnType<typeof tempFolder>;
let server: OAuthServer;

beforeEach(async () => {
  temp = tempFolder();
  server = await OAuthServer.open();
});
afterEach(async () => {
  await server.close();
  temp.remove();
});

const place = (entry: object = {}, name = 'far') =>
  loginPlace(
    parseConfig({
      data: temp.folder,
      servers: { far: { url: server.url, ...entry }, near: { command: 'x' } },
    }),
    name,
  );

describe('logging in', () => {
  it('shows the address on standard error, opens it, and says when it is done', async () => {
    const shell = fakeShell();
    const { text, data } = await logInTo(place(), shell, (address) => void fetch(address));
    expect(shell.said.join('')).toContain(`${server.origin}/authorize?`);
    expect(text).toContain('Logged in to far');
    expect(data).toEqual({ server: 'far', loggedIn: true });
    expect(place().file.read()).toHaveProperty('tokens');
  });

  it('says why it could not be', async () => {
    const nobody = place({ url: 'http://127.0.0.1:9/mcp' });
    const tried = logInTo(nobody, fakeShell(), () => undefined);
    await expect(tried).rejects.toMatchObject({ end: 'failed', code: 'login-broken', facts: { server: 'far' } });
  });
});

it.each([
  ['nobody', {}, 'missing', 'no-such-server'],
  ['near', {}, 'usage', 'login-not-http'],
  ['far', { headers: { Authorization: 'Bearer x' } }, 'usage', 'login-has-key'],
])('there is no place for a login at "%s" %j', (name, entry, end, code) => {
  expect(() => place(entry, name)).toThrow(expect.objectContaining({ end, code }) as Error);
});
