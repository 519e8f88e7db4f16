import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'jsonc-parser';
import { dataFolder } from '../data-folder.js';
import { expandEnv } from '../expand-env.js';
import { isJsonObject } from '../model/json.js';
import { startEarly } from '../upstreams/early-start.js';
import type { CommandEntry } from '../upstreams/server-entry.js';
import type { SpawnedServer } from '../upstreams/spawned-server.js';
import { findConfig } from './find-config.js';

/**
 * Starts the servers of a config whose lists are not on disk yet, before the gateway itself is even loaded: that takes as
 * long as a server needs to start. Only looks at what starting needs; whatever is odd about the config is left for the
 * gateway to tell, and then nothing is started here.
 */
export function startServersEarly(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): ReadonlyMap<string, SpawnedServer> | undefined {
  try {
    const options = { config: { type: 'string', short: 'c' }, data: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...argv], options, strict: false });
    const named = typeof values.config === 'string' ? values.config : undefined;
    const config: unknown = parse(readFileSync(findConfig(named), 'utf8'), [], { allowTrailingComma: true });
    if (!isJsonObject(config) || !isJsonObject(config['servers'])) return undefined;
    const data = typeof values.data === 'string' ? values.data : config['data'];
    if (data !== undefined && typeof data !== 'string') return undefined;
    const entries: Record<string, CommandEntry> = {};
    for (const [server, entry] of Object.entries(config['servers'])) {
      if (!isJsonObject(entry) || entry['url'] !== undefined) continue;
      const command = commandOf(entry, env);
      if (command === undefined) return undefined;
      entries[server] = command;
    }
    return startEarly(entries, join(dataFolder({ data }, env), 'tools'));
  } catch {
    return undefined;
  }
}

/** How a server is started, with the environment put in; undefined when anything about it is not as it should be. */
function commandOf(entry: { readonly [key: string]: unknown }, env: NodeJS.ProcessEnv): CommandEntry | undefined {
  const { command, args = [], env: added = {}, cwd } = entry;
  if (typeof command !== 'string' || command === '' || !Array.isArray(args) || !isJsonObject(added)) return undefined;
  if (cwd !== undefined && typeof cwd !== 'string') return undefined;
  const odd: unknown[] = [];
  const expand = (value: unknown): string => {
    if (typeof value === 'string') return expandEnv(value, env, (name) => odd.push(name));
    odd.push(value);
    return '';
  };
  const pairs = Object.entries(added).map(([name, value]) => [name, expand(value)] as const);
  const started = { command, args: args.map(expand), env: Object.fromEntries(pairs), cwd };
  return odd.length === 0 ? started : undefined;
}
