import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { Bench, imageTool } from '../scenarios/harness.js';

/** The protocol's own inspector; its command line is one more client that nobody here has written. */
const inspector = '@modelcontextprotocol/inspector@2.12.0';
const prompt = 'a red lighthouse above a stormy sea, families on the pier, watercolor poster, wide view';

let bench: Bench;
let setup: string;

/** The repository's own `mcp.json` as a client would read it, but with the program that was just built. */
function pasted(config: string): JsonObject {
  const { mcpServers } = JSON.parse(readFileSync('mcp.json', 'utf8')) as {
    mcpServers: Record<string, { command: string; args: string[] }>;
  };
  const { command, args } = mcpServers['greenlight'] ?? { command: '', args: [] };
  expect([command, ...args.slice(0, 2)]).toEqual(['npx', '-y', 'greenlight-mcp']);
  const built = [join(process.cwd(), 'dist/greenlight.cjs'), ...args.slice(2), '--config', config];
  return { mcpServers: { greenlight: { command: process.execPath, args: built } } };
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
}

/** Runs the inspector on the gateway; fetched by npx when it is not there yet. */
function inspect(...args: readonly string[]): Promise<Ended> {
  const server = ['--config', setup, '--server', 'greenlight', '--cwd', process.cwd(), '--format', 'json', '-q'];
  const child = spawn('npx', ['-y', inspector, '--cli', ...server, ...args], {
    cwd: bench.folder,
    // The package asks for a newer Node than its command line needs.
    env: { ...process.env, npm_config_engine_strict: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { out: '', words: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.words += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...heard }));
  });
}

/** The result that the inspector got; fails with its own words when there is none. */
function resultOf({ out, words }: Ended): JsonObject {
  const said: unknown = out.startsWith('{') ? JSON.parse(out) : undefined;
  const result = isJsonObject(said) ? said['result'] : undefined;
  if (!isJsonObject(result)) throw new Error(`the inspector gave no result: ${out}${words}`);
  return result;
}

beforeAll(async () => {
  bench = await Bench.open();
  setup = join(bench.folder, 'mcp.json');
  await writeFile(setup, JSON.stringify(pasted(bench.configFile)));
});
afterAll(() => bench.close());

describe.each(['legacy', 'modern'] as const)('the inspector in the %s protocol era', (era) => {
  const call = (tool: string, args: object): Promise<Ended> =>
    inspect(
      '--protocol-era',
      era,
      '--method',
      'tools/call',
      '--tool-name',
      tool,
      '--tool-args-json',
      JSON.stringify(args),
    );

  it('lists the tools and finds no schema that a client could stumble over', async () => {
    const listed = await inspect('--protocol-era', era, '--method', 'tools/list', '--strict');
    expect(listed.code, listed.words).toBe(0);
    const { tools } = resultOf(listed) as { tools?: { name: string }[] };
    expect(tools?.map(({ name }) => name)).toEqual(expect.arrayContaining(['brainstorm', 'plan', 'report', imageTool]));
  });

  it('pays once, and is refused the same picture again', async () => {
    const shot = { greenlight: { shot: era } };
    const made = resultOf(await call(imageTool, { prompt: `${prompt}, ${era} frame`, model: 'qwen-image', ...shot }));
    expect(made).toMatchObject({ _meta: { greenlight: { status: 'done', paid: 20 } } });
    const charged = bench.journal().length;
    const again = resultOf(
      await call(imageTool, { prompt: `${prompt}, ${era} frame, 8k`, model: 'qwen-image', ...shot }),
    );
    expect(again).toMatchObject({ isError: true, _meta: { greenlight: { status: 'refused' } } });
    expect(bench.journal()).toHaveLength(charged);
    await bench.expectLedgerSound();
  });

  it('reads a slash command and a resource', async () => {
    const asked = await inspect('--protocol-era', era, '--method', 'prompts/get', '--prompt-name', 'one-version');
    expect(resultOf(asked)['messages']).toMatchObject([{ role: 'user' }]);
    const read = await inspect('--protocol-era', era, '--method', 'resources/read', '--uri', 'greenlight://report');
    expect(JSON.stringify(resultOf(read)['contents'])).toContain('credits paid');
  });
});
