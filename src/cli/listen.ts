import { join } from 'node:path';
import { self } from '../app.js';
import type { Config } from '../config.js';
import { dataFolder } from '../data-folder.js';
import type { UpstreamStatus, UpstreamTool } from '../gate/upstream-port.js';
import { loginFolder } from '../upstreams/login/login-states.js';
import { Pool } from '../upstreams/pool.js';
import { openLog } from './log.js';
import type { Shell } from './shell.js';

/** What was heard of the upstreams. */
export interface Heard {
  readonly tools: readonly UpstreamTool[];
  readonly servers: readonly UpstreamStatus[];
}

/**
 * Asks the upstreams for their tools; `anew` even where a list is cached.
 * @param shell where it is shown how many have answered
 */
export async function listen(config: Config, anew: boolean, shell?: Pick<Shell, 'progress' | 'texts'>): Promise<Heard> {
  const pool = openPool(config);
  const bar = anew ? shell?.progress(shell.texts.say('cli/progress', 'servers'), pool.servers.length) : undefined;
  try {
    if (anew) {
      await Promise.all(pool.servers.map((server) => pool.confirm(server).finally(() => bar?.advance())));
    }
    const tools = await pool.tools();
    return { tools, servers: pool.status() };
  } finally {
    bar?.end();
    await pool.close();
  }
}

/** What the upstreams said last, from what is kept of it; starts nothing. */
export async function lastHeard(config: Config): Promise<Heard> {
  const pool = openPool(config);
  const heard = { tools: pool.knownTools(), servers: pool.status() };
  await pool.close();
  return heard;
}

function openPool(config: Config): Pool {
  const data = dataFolder(config);
  const folders = { cacheFolder: join(data, 'tools'), loginFolder: loginFolder(data) };
  return new Pool({ servers: config.servers, ...folders, log: openLog('silent'), self });
}
