import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { lastHeard, listen } from '../../src/cli/listen.js';
import { parseConfig } from '../../src/config.js';
import { countedBar, fakeShell } from './fake-desk.js';

const folder = mkdtempSync(join(tmpdir(), 'greenlight-listen-'));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('asks servers anew, and knows afterwards what they said without starting them', async () => {
  const args = [resolve('test/fixtures/changing-upstream.mjs'), folder];
  const config = parseConfig({ data: folder, servers: { up: { command: process.execPath, args } } });
  writeFileSync(join(folder, 'tools.json'), JSON.stringify([{ name: 'one' }]));
  expect((await lastHeard(config)).tools).toEqual([]);
  expect((await listen(config, true)).tools).toMatchObject([{ server: 'up', name: 'one' }]);
  writeFileSync(join(folder, 'tools.json'), JSON.stringify([{ name: 'two' }]));
  const last = await lastHeard(config);
  expect(last.tools).toMatchObject([{ name: 'one' }]);
  expect(last.servers).toMatchObject([{ server: 'up', state: 'idle', cached: true }]);
  expect((await listen(config, true)).tools).toMatchObject([{ name: 'two' }]);
});

it('hears the tools of servers that answer, and what is wrong with those that do not', async () => {
  const data = mkdtempSync(join(tmpdir(), 'greenlight-listen-'));
  const library = { command: process.execPath, args: ['test/fixtures/library-upstream.mjs', 'stdio', 'shop'] };
  const gone = { command: join(data, 'not-there') };
  const config = parseConfig({ data, servers: { shop: library, gone } });
  const { progress, drawn } = countedBar();
  try {
    const { tools, servers } = await listen(config, true, fakeShell({ progress }));
    expect(drawn).toEqual(['Servers', 2, 'one more', 'one more', 'end']);
    expect(tools.map(({ server, name }) => `${server}.${name}`)).toContain('shop.hello');
    expect(servers.find(({ server }) => server === 'gone')?.problems).not.toEqual([]);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
