import { afterEach, beforeEach, expect, it } from 'vitest';
import { loginPlace } from '../../../src/cli/commands/login.js';
import { logOutOf } from '../../../src/cli/commands/logout.js';
import { parseConfig } from '../../../src/config.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';
import { fakeShell } from '../fake-desk.js';

let temp: ReturnType<typeof tempFolder>;

beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

it('says what became of the tokens, and that there was no login', async () => {
  const config = parseConfig({ data: temp.folder, servers: { far: { url: 'http://127.0.0.1:9/mcp' } } });
  const place = loginPlace(config, 'far');
  place.file.write({ tokens: { access_token: 'a', token_type: 'Bearer' } });
  const out = await logOutOf(place, fakeShell());
  expect(out.text).toContain('Logged out of far');
  expect(out.text).toContain('end by themselves');
  expect(out.data).toEqual({ server: 'far', loggedOut: true, revoked: false });
  expect((await logOutOf(place, fakeShell())).text).toContain('no login at far');
});
