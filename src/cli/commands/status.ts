import { join } from 'node:path';
import type { Command } from 'commander';
import { passwordState } from '../../approvals/person.js';
import { dataFolder } from '../../data-folder.js';
import type { Store } from '../../gate/store-port.js';
import { accountData, takeData } from '../../gate/views.js';
import { loginFolder, loginStates } from '../../upstreams/login/login-states.js';
import { isJob } from '../../model/takes.js';
import { approvalData } from '../approval-text.js';
import { budgetView } from '../budget-view.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { restingSetting } from '../../guards.js';
import type { Rest } from '../../upstreams/server-guard.js';
import { lastHeard } from '../listen.js';
import { plainLine } from '../plain-text.js';
import { trustItems } from '../trust-view.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';
import { accountTable } from './budget.js';
import { sessionData } from './sessions.js';

/** How things stand: project, sessions, budgets, what waits for the person, and where everything lies. */
export async function showStatus(desk: Omit<Desk, 'ask'>): Promise<Answer> {
  const { store, config, project, shell } = desk;
  const [{ sessions, accounts }, approvals, doubtful, jobs, password] = await Promise.all([
    budgetView(store, config, shell.now()),
    store.approvals(project, 'pending'),
    store.takes({ project, state: 'in_doubt' }),
    store.jobs(project),
    passwordState(store),
  ]);
  const data = dataFolder(config);
  const servers = Object.keys(config.servers);
  const logins = loginStates(config.servers, loginFolder(data));
  const needLogin = servers.filter((server) => logins[server] === 'needed');
  const trust = await trustItems(config, store, (await lastHeard(config)).tools, []);
  const held = trust.filter(({ calls }) => calls !== 'pass').map(({ server, tool }) => `${server}.${tool}`);
  const resting = await restingServers(store, servers, shell.now());
  const facts = {
    project,
    mode: config.mode,
    servers,
    needLogin,
    password,
    passwordSet: password === 'set',
    passwordLate: password === 'late',
    sessions: sessions.length,
    approvals: approvals.length,
    doubtful: doubtful.length,
    held: held.map(plainLine),
    resting: resting.map(({ server, seconds, why }) => `${server} (${String(seconds)} s: ${plainLine(why)})`),
    jobs: jobs.filter(isJob).length,
    config: desk.file,
    database: join(data, 'greenlight.db'),
    outputs: join(data, 'outputs'),
  };
  return {
    text: `${shell.texts.say('cli/status', 'status', facts)}\n\n${accountTable(accounts, shell.paint)}`,
    data: {
      project,
      mode: config.mode,
      servers,
      needLogin,
      password,
      sessions: sessions.map(sessionData),
      budgets: accounts.map(accountData),
      approvals: approvals.map(approvalData),
      heldBack: held,
      resting,
      inDoubt: doubtful.map(takeData),
      jobs: jobs.filter(isJob).map(takeData),
      paths: { config: desk.file, data, database: facts.database, outputs: facts.outputs },
    },
  };
}

/** `greenlight status`. */
export function addStatus(program: Command, shell: Shell): void {
  shared(program.command('status').description('how things stand, and where everything lies')).action(
    (_options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), showStatus),
  );
}

/** Servers that a gateway leaves alone for a while, because they failed over and over. */
async function restingServers(
  store: Store,
  servers: readonly string[],
  now: number,
): Promise<{ server: string; seconds: number; why: string }[]> {
  const found = await Promise.all(
    servers.map(async (server) => {
      const value = await store.setting(restingSetting(server));
      const rest = value === undefined || value === '' ? undefined : (JSON.parse(value) as Rest);
      if (rest === undefined || rest.until <= now) return [];
      return [{ server, seconds: Math.ceil((rest.until - now) / 1000), why: rest.why }];
    }),
  );
  return found.flat();
}
