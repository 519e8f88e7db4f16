import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LoginFile } from '../../../src/upstreams/login/stored-login.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';

const url = 'https://far.example/mcp';
const tokens = { access_token: 'a', token_type: 'Bearer' };
let temp: ReturnType<typeof tempFolder>;
let folder: string;

beforeEach(() => {
  temp = tempFolder();
  folder = join(temp.folder, 'deep/logins');
});
afterEach(() => temp.remove());

it('is kept in one step, for its owner only, and read again', () => {
  const file = new LoginFile(folder, 'far', url);
  expect([file.read(), file.mark]).toEqual([undefined, 'none']);
  file.write({ tokens, expiresAt: 7 });
  expect(file.read()).toEqual({ url, tokens, expiresAt: 7 });
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['far.json']);
});

it('changes its mark with every write, and with its end', () => {
  const file = new LoginFile(folder, 'far', url);
  file.write({});
  const first = file.mark;
  file.write({});
  expect(file.mark).not.toBe(first);
  file.remove();
  expect([file.mark, file.read()]).toEqual(['none', undefined]);
});

it('is never taken for another address', () => {
  new LoginFile(folder, 'far', url).write({ tokens });
  expect(new LoginFile(folder, 'far', 'https://evil.example/mcp').read()).toBeUndefined();
});

it.each(['', '{"format":1', '[]', '{"format":9,"url":"https://far.example/mcp"}'])(
  'counts as absent when the file says %j',
  (text) => {
    const file = new LoginFile(folder, 'far', url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file.path, text);
    expect(file.read()).toBeUndefined();
  },
);

it('stays inside its folder, whatever the server is called', () => {
  const file = new LoginFile(folder, '../../out', url);
  file.write({});
  expect(readdirSync(folder)).toHaveLength(1);
});
