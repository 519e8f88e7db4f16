import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { HttpBridge } from './http-bridge.js';

const server = { command: process.execPath, args: [join(process.cwd(), 'test/heavy/parts/reference-server.mjs')] };

/** A way from the suite to the reference server. */
export interface Path {
  readonly url: string;
  close(): Promise<void>;
}

/** The suite speaks to the reference server itself. */
export function direct(): Promise<Path> {
  return HttpBridge.open(server.command, server.args);
}

/** The gateway stands between, with the server as its only one under its own names, reached over a pipe or over HTTP. */
export async function throughGateway(reach: 'stdio' | 'http'): Promise<Path> {
  const folder = mkdtempSync(join(tmpdir(), 'greenlight-conformance-gateway-'));
  const far = reach === 'http' ? await direct() : undefined;
  const tools = Object.fromEntries((await toolNames()).map((name) => [name, 'free']));
  const entry = far === undefined ? server : { url: far.url };
  const config = { data: join(folder, 'data'), servers: { reference: { ...entry, prefix: '', tools } } };
  const file = join(folder, 'greenlight.json');
  writeFileSync(file, JSON.stringify(config));
  const bridge = await HttpBridge.open(process.execPath, ['dist/greenlight.cjs', 'serve', '-c', file]);
  return {
    url: bridge.url,
    close: async () => {
      await bridge.close();
      await far?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing the reference server offers costs anything, and a person who sets it up would say so. */
async function toolNames(): Promise<readonly string[]> {
  const client = new Client({ name: 'lister', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ ...server, stderr: 'ignore' }));
  const { tools } = await client.listTools();
  await client.close();
  return tools.map(({ name }) => name);
}
