import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig, type ServerConfig } from '../../src/config.js';
import { argumentMapSchema } from '../../src/model/profile.js';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { GatewayProcess } from './parts/gateway.js';

const entryOf = createRequire(import.meta.url).resolve;
const keys = { GEMINI_API_KEY: 'none', ELEVENLABS_API_KEY: 'none', MINIMAX_API_KEY: 'none' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greenlight-example-'));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

/** An example's server with its `npx -y package@version` turned into the copy that is installed here. */
function installed(server: ServerConfig): ServerConfig {
  if (!('command' in server)) throw new Error('the example is no program');
  const [, spec = '', ...rest] = server.args;
  const [, name = '', version = ''] = /^(.+)@([\d.]+)$/.exec(spec) ?? [];
  const entry = entryOf(name);
  const manifest = join('node_modules', name, 'package.json');
  expect(existsSync(manifest), spec).toBe(true);
  expect(createRequire(import.meta.url)(join(process.cwd(), manifest))).toMatchObject({ name, version });
  return { ...server, command: process.execPath, args: [entry, ...rest], cwd: folder };
}

/** Names of all arguments that a profile reads. */
function pathsOf(map: unknown): readonly string[] {
  return Object.values(argumentMapSchema.parse(map))
    .flatMap((said) => said ?? [])
    .map((said) => (typeof said === 'string' ? said : said.argument));
}

function propertiesOf(schema: unknown): JsonObject {
  const properties = isJsonObject(schema) ? schema['properties'] : undefined;
  return isJsonObject(properties) ? properties : {};
}

it.each([
  { example: 'creator', name: 'banana' },
  { example: 'elevenlabs-and-images', name: 'minimax' },
])('the example config "$example" describes tools that "$name" has', async ({ example, name }) => {
  const { servers } = loadConfig(`examples/config/${example}.json`, keys);
  const server = servers[name];
  if (server === undefined) throw new Error(`${example} has no server ${name}`);
  const config = join(folder, 'greenlight.json');
  await writeFile(config, JSON.stringify({ data: join(folder, 'data'), servers: { [name]: installed(server) } }));
  const gateway = await GatewayProcess.start(config);
  try {
    const { tools } = await gateway.client.listTools();
    for (const [tool, profile] of Object.entries(server.tools)) {
      const listed = tools.find((candidate) => candidate.name === `${name}_${tool}`);
      expect(listed, tool).toBeDefined();
      const properties = propertiesOf(listed?.inputSchema);
      expect(Object.hasOwn(properties, 'greenlight'), tool).toBe(profile !== 'free');
      const known = Object.keys(properties);
      if (profile !== 'free') expect(known).toEqual(expect.arrayContaining([...pathsOf(profile.arguments)]));
    }
  } finally {
    await gateway.close();
  }
});
