import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { lastHeard, listen } from '../../src/cli/listen.js';
import { parseConfig } from '../../src/config.js';

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
