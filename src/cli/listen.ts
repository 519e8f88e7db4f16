import { join } from 'node:path';
import { self } from '../app.js';
import type { Config } from '../config.js';
import { dataFolder } from '../data-folder.js';
import type { UpstreamStatus, UpstreamTool } from '../gate/upstream-port.js';
import { Pool } from '../upstreams/pool.js';
import { openLog } from './log.js';

/** What was heard of the upstreams. */
export interface Heard {
  readonly tools: readonly UpstreamTool[];
  readonly servers: readonly UpstreamStatus[];
}

/** Asks the upstreams for their tools; `anew` even where a list is cached. */
export async function listen(config: Config, anew: boolean): Promise<Heard> {
  const cacheFolder = join(dataFolder(config), 'tools');
  const pool = new Pool({ servers: config.servers, cacheFolder, log: openLog('silent'), self });
  try {
    if (anew) await Promise.all(pool.servers.map((server) => pool.confirm(server)));
    const tools = await pool.tools();
    return { tools, servers: pool.status() };
  } finally {
    await pool.close();
  }
}
