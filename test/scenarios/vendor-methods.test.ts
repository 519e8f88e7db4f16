import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import { Bench } from './harness.js';
import type { GatewayProcess } from './parts/gateway.js';

const any = { '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) } } as const;

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.open();
});
afterEach(() => bench.close());

/** What the gateway says to a method of the vendor's own: the server does not know it either, in other words. */
async function said({ client }: GatewayProcess, method: string): Promise<string> {
  return client.request({ method, params: {} }, any).then(JSON.stringify, String);
}

/** Changes the settings of the studio, which has paid tools. */
async function withStudio(changes: JsonObject): Promise<void> {
  const config = JSON.parse(await readFile(bench.configFile, 'utf8')) as { servers: { studio: JsonObject } };
  const studio = { ...config.servers.studio, ...changes };
  await writeFile(bench.configFile, JSON.stringify({ ...config, servers: { studio } }));
}

describe('a method outside the protocol', () => {
  it('does not reach a server with paid tools until the person names it and accepts that', async () => {
    const first = await bench.start();
    expect(await said(first, 'acme/render')).toContain('E_NOT_RELAYED');
    expect(await said(first, 'acme/render')).toContain('"relay": ["acme/render"]');

    await withStudio({ relay: ['acme/render'] });
    expect(await said(await bench.start(), 'acme/render')).toMatch(/E_NOT_RELAYED.+servers\.studio\.relay/);

    await bench.greenlight('config', 'accept');
    const accepted = await bench.start();
    expect(await said(accepted, 'acme/render')).toMatch(/-32601|not found/i);
    expect(await said(accepted, 'acme/render')).not.toContain('E_NOT_RELAYED');
    expect(await said(accepted, 'acme/other')).toContain('E_NOT_RELAYED');
  });
});
