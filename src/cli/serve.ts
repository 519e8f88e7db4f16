import '../schemas-interpreted.js';
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import type { ConfigBasis } from '../accepted-policy.js';
import type { GatewayParts } from '../app.js';
import { ConfigError, loadConfig, parseConfig, type Config } from '../config.js';
import { dataFolder } from '../data-folder.js';
import { startEarly } from '../upstreams/early-start.js';
import type { SpawnedServer } from '../upstreams/spawned-server.js';
import { dashboardAddress } from './dashboard/address.js';
import { startOnDemand } from './dashboard/start-on-demand.js';
import { exitCodes } from './exit-codes.js';
import { findConfig } from './find-config.js';
import { openLog } from './log.js';
import { releaseAtRest, releaseMemory } from './release-memory.js';
import { stepFaults } from './step-faults.js';
import { stepTimes } from './step-times.js';

/** How long paid calls may take to end after the system asked the process to go. */
const signalGraceMs = 3000;

/**
 * `greenlight serve`: the gateway over standard input and output. Upstreams without a cached tool list were
 * started before this file was loaded (`early`), or are now, so that they and the gateway load side by side.
 */
export async function serve(argv: readonly string[], early?: ReadonlyMap<string, SpawnedServer>): Promise<void> {
  const { config, basis } = readConfig(argv);
  const started = early ?? startEarly(config.servers, join(dataFolder(config), 'tools'));
  const log = openLog(config.log);
  const hurry = new AbortController();
  const [{ openGateway, openUpstreams, self }, { serveStdioFace }] = await Promise.all([
    import('../app.js'),
    import('../mcp/serve-stdio.js'),
  ]);
  const upstreams = openUpstreams(config, log, started);
  const opening = afterFirstLook().then(() =>
    openGateway(config, {
      ...{ log, upstreams, basis, ...dashboardOf(config, basis.file) },
      hurry: hurry.signal,
      times: stepTimes(process.env),
      ...stepFaults(process.env),
    }),
  );
  const face = serveStdioFace({ ...self, upstreams, log, release: releaseMemory, releaseAtRest }, opening);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // A polite grace for calls that are about to end; what lasts longer is recovered as in doubt.
      setTimeout(() => hurry.abort(), signalGraceMs);
      void face.close();
    });
  }
  await opening;
  await face.closed;
  process.exit(exitCodes.done);
}

/** Where the dashboard answers, and what starts it where the config wants that. */
function dashboardOf(config: Config, file: string): Pick<GatewayParts, 'dashboardUrl' | 'asked'> {
  const dashboardUrl = (): string | undefined => dashboardAddress(config);
  const program = process.argv[1];
  // What a store in memory knows nobody else can see.
  if (!config.dashboard.onDemand || config.store === 'memory' || program === undefined) return { dashboardUrl };
  const options = ['--config', file, '--data', dataFolder(config), '--project', config.project];
  return { dashboardUrl, asked: startOnDemand({ program, options, address: dashboardUrl }) };
}

/**
 * Opening the store keeps the thread busy for a while. What the client has said by now is read before: it says who the host
 * is, and with that the servers' handshakes can begin, which go on while the store opens. The second turn is the one that
 * certainly comes after a look at what is there to be read.
 */
function afterFirstLook(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
}

function readConfig(argv: readonly string[]): { config: Config; basis: ConfigBasis } {
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
    const file = findConfig(values.config);
    const basis = { file, config: loadConfig(file) };
    return { config: withOptions(basis.config, values), basis };
  } catch (error) {
    process.stderr.write(`greenlight serve: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof ConfigError ? exitCodes.usage : exitCodes.failed);
  }
}

/** Options of the command line stand above the file: they are the person's, given at the start. */
function withOptions(config: Config, options: Readonly<Record<string, string | undefined>>): Config {
  const { budget, mode, project, data } = options;
  const { priceEntries, ...written } = config;
  const changed: Record<string, unknown> = { ...written };
  if (mode !== undefined) changed['mode'] = mode;
  if (project !== undefined) changed['project'] = project;
  if (data !== undefined) changed['data'] = data;
  if (budget !== undefined) {
    const others = config.budgets.filter(({ scope }) => scope !== 'session');
    changed['budgets'] = [...others, { scope: 'session', limit: Number(budget), zone: config.zone }];
  }
  return { ...parseConfig(changed, 'command line'), priceEntries };
}
