import { join } from 'node:path';
import { self } from '../../app.js';
import { isPassword, passwordState, setFirstPassword } from '../../approvals/person.js';
import type { DashboardPorts } from '../../dashboard/ports.js';
import { dataFolder } from '../../data-folder.js';
import { workflowText } from '../../feedback/workflow-text.js';
import { isProblem } from '../../gate/flow/desk.js';
import { reportOf } from '../../gate/flow/report.js';
import { wordOnTake } from '../../gate/flow/word-on-take.js';
import { newId } from '../../new-id.js';
import { reportTerms } from '../../report-config.js';
import { budgetView } from '../budget-view.js';
import { CommandError } from '../command-error.js';
import { planExtension } from '../set-limit.js';
import { asProblem } from './as-problem.js';
import { pageFiles } from './page-files.js';
import { keptPreviews } from './previews.js';
import type { DashboardRoom } from './room.js';
import { rulesPort } from './rules-port.js';
import { serversPort } from './servers-port.js';

/** Everything that the dashboard shows and does, in the same way as the commands do it. */
export function dashboardPorts(room: DashboardRoom): DashboardPorts {
  const { store, texts, project, now } = room;
  const { config } = room.settings();
  const wordDesk = { ports: { store, newId, clock: now }, findTool: () => undefined, toolNames: () => [] };
  return {
    ...{ store, texts, project, mode: config.mode, zone: config.zone, version: self.version, clock: now },
    allowsReadOnly: config.dashboard.readOnlyLink,
    page: pageFiles(),
    preview: keptPreviews(join(dataFolder(config), 'previews')),
    person: {
      state: () => passwordState(store),
      verify: (password) => isPassword(store, password),
      setFirst: async (password) => {
        const state = await setFirstPassword(store, [project, room.settings().written.project], password, now());
        return typeof state === 'object' ? state : undefined;
      },
    },
    budgets: async () => (await budgetView(store, room.settings().config, now())).accounts,
    setLimit: (id, limit, who) => setLimit(room, id, limit, who),
    giveFeedback: async (take, body, strength) => {
      const given = await wordOnTake(wordDesk, project, { take, body, strength });
      return isProblem(given) ? given : undefined;
    },
    report: () => reportOf(store, project, reportTerms(room.settings().config), now()),
    workflowText,
    ...rulesPort(room),
    ...serversPort(room),
  };
}

/** More only within the cap for extensions on demand; less at any time. */
function setLimit(...[room, id, limit, who]: [DashboardRoom, ...Parameters<DashboardPorts['setLimit']>]) {
  const { store, now } = room;
  return asProblem(async () => {
    const { config } = room.settings();
    const { accounts } = await budgetView(store, config, now());
    const account = accounts.find((each) => each.id === id);
    if (account?.limit === undefined) throw new CommandError('missing', 'no-such-budget', { account: id });
    const raised = limit - account.limit;
    const change = raised > 0 ? await planExtension(store, config, now(), id, raised) : { account, soft: undefined };
    // A soft line above the hard one would never be heard.
    const soft = account.soft !== undefined && account.soft > limit ? limit : change.soft;
    await store.limit(change.account, { limit, soft }, who);
  });
}
