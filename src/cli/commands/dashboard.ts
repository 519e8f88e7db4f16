import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { InvalidArgumentError, type Command } from 'commander';
import { openStore } from '../../engine.js';
import { dashboardApp } from '../../dashboard/dashboard-app.js';
import { serveDashboard, type RunningDashboard } from '../../dashboard/serve-dashboard.js';
import { CommandError } from '../command-error.js';
import { dashboardAddress, forgetAddress, noteAddress } from '../dashboard/address.js';
import { dashboardPorts } from '../dashboard/make-ports.js';
import { openLog } from '../log.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, tell } from '../with-store.js';

interface DashboardOptions extends SharedOptions {
  readonly port?: number | undefined;
  readonly open?: boolean | undefined;
}

/**
 * Opens the store and answers on this machine until it is closed.
 * @throws CommandError when the store does not last or the port is taken.
 */
export async function openDashboard(options: DashboardOptions, shell: Shell): Promise<RunningDashboard> {
  const settings = (): ReturnType<typeof readSettings> => readSettings(options);
  const { config, file } = settings();
  if (config.store === 'memory') throw new CommandError('usage', 'store-memory', { file });
  const log = openLog(config.log);
  const store = await openStore(config, log);
  const room = { store, texts: shell.texts, now: shell.now, project: config.project, settings };
  const port = options.port ?? config.dashboard.port;
  const running = await serveDashboard(dashboardApp(dashboardPorts(room), log), port).catch(async (error: unknown) => {
    await store.close();
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CommandError('failed', 'port-taken', { port, why: error.message });
  });
  noteAddress(config, running.url);
  return {
    url: running.url,
    async close() {
      forgetAddress(config);
      await running.close();
      await store.close();
    },
  };
}

/** `greenlight dashboard`. */
export function addDashboard(program: Command, shell: Shell): void {
  shared(program.command('dashboard').description('see and decide in the browser: budgets, requests, takes, money'))
    .option('--port <number>', 'port on 127.0.0.1; 0 takes any that is free', portOf)
    .option('--open', 'open it in the browser')
    .addHelpText('after', `\n${shell.texts.say('cli/help', 'dashboard')}`)
    .action(async (_options: DashboardOptions, command: Command) => {
      const options = command.optsWithGlobals<DashboardOptions>();
      const { config } = readSettings(options);
      const known = dashboardAddress(config);
      if (known !== undefined && options.port === undefined) {
        if (options.open === true) openBrowser(known);
        tell(shell, options, { text: shell.texts.say('cli/dashboard', 'runs', { url: known }), data: { url: known } });
        return;
      }
      const ended = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
      const running = await openDashboard(options, shell);
      const { url } = running;
      tell(shell, options, { text: shell.texts.say('cli/dashboard', 'answers', { url }), data: { url } });
      if (options.open === true) openBrowser(url);
      if (!ended.signal.aborted) await once(ended.signal, 'abort');
      await running.close();
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('expected a number from 0 to 65535.');
}

/** Where there is no browser, the address that was printed has to do. */
function openBrowser(url: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
