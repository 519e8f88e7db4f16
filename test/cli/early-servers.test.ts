import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServersEarly } from '../../src/cli/early-servers.js';
import { parseConfig } from '../../src/config.js';
import { ToolCache } from '../../src/upstreams/tool-cache.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'early-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is started for a config file, by name; undefined when the config is left to the gateway. */
async function started(config: unknown, env: NodeJS.ProcessEnv = {}): Promise<string[] | undefined> {
  const file = join(folder, 'greenlight.json');
  writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
  const servers = startServersEarly(['--config', file, '--data', folder, '--budget', '5'], env);
  await Promise.all([...(servers?.values() ?? [])].map((server) => server.stop(10)));
  return servers === undefined ? undefined : [...servers.keys()];
}

const idle = { command: process.execPath, args: ['-e', 'process.stdin.resume()'] };

describe('servers that are started before the gateway is loaded', () => {
  it('are those with a command whose lists are not on disk', async () => {
    const known = { ...idle, preset: 'studio', tools: { draw: 'free' } };
    const servers = { fresh: idle, known, far: { url: 'http://127.0.0.1:9' } };
    const read = parseConfig({ servers }).servers['known'];
    if (read === undefined) throw new Error('the config has no such server');
    new ToolCache(join(folder, 'tools')).write('known', read, { tools: [] });
    expect(await started({ servers })).toEqual(['fresh']);
  });

  it('may reference the environment, and comments may stand in the file', async () => {
    const text = `{ // mine\n "servers": { "a": { "command": "\${NODE}", "args": ["-e", "\${CODE:-1}"], }, }, }`;
    expect(await started(text, { NODE: process.execPath })).toEqual(['a']);
    expect(await started(text.replace('${NODE}', process.execPath))).toEqual(['a']);
  });

  it.each([
    ['no file of JSON', 'oops {{'],
    ['no servers', {}],
    ['a command that is no text', { servers: { a: { command: 5 } } }],
    ['arguments that are no list', { servers: { a: { ...idle, args: 'x' } } }],
    ['an argument that is no text', { servers: { a: { ...idle, args: [1] } } }],
    ['a variable that is not set', { servers: { a: { ...idle, env: { KEY: '${NOT_SET_ANYWHERE}' } } } }],
    ['a data folder that is no text', { data: 7, servers: { a: { command: 5 } } }],
  ])('are none where the config has %s: the gateway tells what is wrong', async (_, config) => {
    expect(await started(config)).toBeUndefined();
  });
});
