import { isCommand } from './server-entry.js';
import type { ServerEntry } from './server-entry.js';
import { SpawnedServer } from './spawned-server.js';
import { ToolCache } from './tool-cache.js';

/**
 * Starts, at once and in parallel, the servers whose lists are not on disk yet, so that they load while the gateway does.
 * Servers with a cached list are not started: a host may start the gateway only to look at it. Needs no protocol library.
 */
export function startEarly(
  servers: Readonly<Record<string, ServerEntry>>,
  cacheFolder: string,
): ReadonlyMap<string, SpawnedServer> {
  const cache = new ToolCache(cacheFolder);
  const started = new Map<string, SpawnedServer>();
  for (const [server, entry] of Object.entries(servers)) {
    if (isCommand(entry) && !cache.has(server, entry)) started.set(server, new SpawnedServer(entry));
  }
  return started;
}
