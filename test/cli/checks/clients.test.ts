import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clientChecks } from '../../../src/cli/checks/clients.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-clients-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const servers = { images: { command: 'npx', args: ['images'] } };
const look = () =>
  clientChecks(join(folder, 'work/greenlight.json'), servers, join(folder, 'home'), join(folder, 'here'));
const entry = '{ "mcpServers": { "greenlight": { "command": "npx", "args": ["-y", "greenlight-mcp", "serve"] } } }';

it('no client is found where none is, and the files looked into are named', () => {
  const other = put('home/.cursor/mcp.json', '{ "mcpServers": { "images": {} } }');
  expect(look()).toMatchObject([{ state: 'warning', code: 'client-none', facts: { there: [other] } }]);
});

it.each([
  ['work/.mcp.json', entry],
  ['here/.vscode/mcp.json', entry],
  ['home/.claude.json', entry],
  ['home/.codex/config.toml', '[mcp_servers.greenlight]\ncommand = "npx"\nargs = ["greenlight-mcp", "serve"]'],
])('a client is found in %s', (file, text) => {
  const path = put(file, text);
  expect(look()).toMatchObject([{ state: 'good', code: 'client', facts: { files: [path] } }]);
});

it('a client that reaches our servers beside the gate is told with their names', () => {
  const path = put('work/.mcp.json', `{ "mcpServers": { "mine": ${JSON.stringify(servers.images)} } }`);
  put('here/.mcp.json', entry);
  expect(look()).toMatchObject([
    { code: 'client' },
    { state: 'warning', code: 'client-bypass', facts: { file: path, servers: ['images'] } },
  ]);
});
