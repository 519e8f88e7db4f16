import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listen } from '../../src/cli/listen.js';
import { parseConfig } from '../../src/config.js';

it('hears the tools of servers that answer, and what is wrong with those that do not', async () => {
  const data = mkdtempSync(join(tmpdir(), 'greenlight-listen-'));
  const library = { command: process.execPath, args: ['test/fixtures/library-upstream.mjs', 'stdio', 'shop'] };
  const gone = { command: join(data, 'not-there') };
  try {
    const { tools, servers } = await listen(parseConfig({ data, servers: { shop: library, gone } }), true);
    expect(tools.map(({ server, name }) => `${server}.${name}`)).toContain('shop.hello');
    expect(servers.find(({ server }) => server === 'gone')?.problems).not.toEqual([]);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
