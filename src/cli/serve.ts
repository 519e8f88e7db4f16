import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { ConfigError, loadConfig, parseConfig, type Config } from '../config.js';
import { dataFolder } from '../engine.js';
import { startEarly } from '../upstreams/early-start.js';
import { exitCodes } from './exit-codes.js';
import { findConfig } from './find-config.js';
import { openLog } from './log.js';
import { stepFaults } from './step-faults.js';

/**
 * `greenlight serve`: the gateway over standard input and output. Upstreams without a cached tool list are started
 * before the rest of the gateway is loaded, so that both load side by side.
 */
export async function serve(argv: readonly string[]): Promise<void> {
  const config = readConfig(argv);
  const started = startEarly(config.servers, join(dataFolder(config), 'tools'));
  const log = openLog(config.log);
  const [{ openGateway }, { serveStdioFace }] = await Promise.all([
    import('../app.js'),
    import('../mcp/serve-stdio.js'),
  ]);
  const face = serveStdioFace(await openGateway(config, { log, started, ...stepFaults(process.env) }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void face.close());
  await face.closed;
  process.exit(exitCodes.done);
}

function readConfig(argv: readonly string[]): Config {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        config: { type: 'string', short: 'c' },
        data: { type: 'string' },
        project: { type: 'string' },
        budget: { type: 'string' },
        mode: { type: 'string' },
      },
    });
    return withOptions(loadConfig(findConfig(values.config)), values);
  } catch (error) {
    process.stderr.write(`greenlight serve: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof ConfigError ? exitCodes.usage : exitCodes.failed);
  }
}

/** Options of the command line stand above the file: they are the person's, given at the start. */
function withOptions(config: Config, options: Readonly<Record<string, string | undefined>>): Config {
  const { budget, mode, project, data } = options;
  const changed: Record<string, unknown> = { ...config };
  if (mode !== undefined) changed['mode'] = mode;
  if (project !== undefined) changed['project'] = project;
  if (data !== undefined) changed['data'] = data;
  if (budget !== undefined) {
    const others = config.budgets.filter(({ scope }) => scope !== 'session');
    changed['budgets'] = [...others, { scope: 'session', limit: Number(budget), zone: config.zone }];
  }
  return parseConfig(changed, 'command line');
}
