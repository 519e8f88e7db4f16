import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { bypassedServers } from './bypass.js';
import type { Check } from './check.js';

/** Where clients keep what servers they start, below the user's folder. */
const ownFiles = [
  '.claude.json',
  '.claude/settings.json',
  '.cursor/mcp.json',
  '.codex/config.toml',
  '.gemini/settings.json',
  '.codeium/windsurf/mcp_config.json',
  '.config/Claude/claude_desktop_config.json',
  '.config/Code/User/mcp.json',
  'Library/Application Support/Claude/claude_desktop_config.json',
  'Library/Application Support/Code/User/mcp.json',
  'AppData/Roaming/Claude/claude_desktop_config.json',
  'AppData/Roaming/Code/User/mcp.json',
] as const;

/** And below a project's. */
const projectFiles = [
  '.mcp.json',
  '.cursor/mcp.json',
  '.vscode/mcp.json',
  '.gemini/settings.json',
  '.codex/config.toml',
] as const;

/** Largest file that is looked through, in bytes: some clients keep whole conversations beside. */
const mostBytes = 32 << 20;

/**
 * Whether any client that is known here starts the gateway, and whether one goes round it.
 * @param servers ours by name, as the config has them
 */
export function clientChecks(
  configFile: string,
  servers: Readonly<Record<string, object>>,
  home: string = homedir(),
  here: string = process.cwd(),
): Check[] {
  const folders = [...new Set([here, dirname(configFile)])];
  const places = [
    ...folders.flatMap((folder) => projectFiles.map((file) => join(folder, file))),
    ...ownFiles.map((file) => join(home, file)),
  ];
  const there = [...new Set(places)].filter((file) => existsSync(file));
  const texts = there.map((file) => ({ file, text: textOf(file) }));
  const found = texts.filter(({ text }) => startsGateway(text)).map(({ file }) => file);
  const check = 'client';
  const bypasses = texts
    .map(({ file, text }) => ({ file, servers: bypassedServers(text, servers) }))
    .filter((each) => each.servers.length > 0)
    .map((facts): Check => ({ check, state: 'warning', code: 'client-bypass', facts }));
  if (found.length > 0) return [{ check, state: 'good', code: 'client', facts: { files: found } }, ...bypasses];
  return [{ check, state: 'warning', code: 'client-none', facts: { there, config: configFile } }, ...bypasses];
}

/** Whether a client's file names Greenlight and the word that starts it; no form is asked of it, for each has its own. */
function startsGateway(text: string): boolean {
  return /greenlight/i.test(text) && /["']serve["']/.test(text);
}

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    return bytes.length > mostBytes ? '' : bytes.toString('utf8');
  } catch {
    return '';
  }
}
