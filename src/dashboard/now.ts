import { Hono } from 'hono';
import { z } from 'zod';
import type { Approval } from '../model/approval.js';
import { toMicro } from '../model/credits.js';
import { isJob } from '../model/takes.js';
import { decideApproval } from '../gate/flow/decide-approval.js';
import { isProblem, type FlowProblem } from '../gate/flow/desk.js';
import type { AskedView, BudgetEntry, Now } from './api.js';
import { budgetView } from './budget-view.js';
import { strengthOf, type DashboardDesk } from './desk.js';
import { readBody } from './read-body.js';
import { isoTime, takeView } from './take-view.js';
import { refuse } from './trouble.js';
import { waitingView } from './waiting-view.js';

const note = z.string().trim().max(2000);

const decisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve'), note: note.optional() }),
  z.strictObject({ decision: z.literal('deny'), note: note.optional() }),
  z.strictObject({
    decision: z.literal('edit'),
    note: note.optional(),
    prompt: z.string().trim().min(1).max(8000),
  }),
]);

const limitSchema = z.strictObject({ limit: z.number().nonnegative().max(1e9) }) satisfies z.ZodType<BudgetEntry>;

/** Most running takes that are shown. */
const mostRunning = 50;

/** How things stand now: budgets, what waits for the person, what runs. */
async function nowOf({ ports }: DashboardDesk): Promise<Now> {
  const { store, project, texts } = ports;
  const [budgets, waiting, doubtful, sent, held, jobs, sessions, password] = await Promise.all([
    ports.budgets(),
    store.approvals(project, 'pending'),
    store.takes({ project, state: 'in_doubt', limit: mostRunning }),
    store.takes({ project, state: 'dispatched', limit: mostRunning }),
    store.takes({ project, state: 'held', limit: mostRunning }),
    store.jobs(project),
    store.openSessions(project, -1),
    ports.person.state(),
  ]);
  const running = new Map([...doubtful, ...sent, ...held, ...jobs.filter(isJob)].map((take) => [take.id, take]));
  const notice = (level: 'info' | 'warn', section: string, facts = {}) => {
    return { level, words: texts.say('dashboard/now', section, facts) };
  };
  return {
    project,
    mode: ports.mode,
    budgets: budgets.filter(({ scope, limit }) => scope !== 'grant' || limit !== undefined).map(budgetView),
    waiting: waiting.reverse().map((approval) => waitingView(texts, approval, ports.ruleWhy)),
    running: [...running.values()].map(takeView),
    notices: [
      ...(password === 'late' ? [notice('warn', 'late')] : []),
      ...(doubtful.length > 0 ? [notice('warn', 'in-doubt', { count: doubtful.length })] : []),
      ...(ports.mode === 'enforce' ? [] : [notice('info', ports.mode)]),
    ],
    sessions: sessions.map(({ id, client, openedAt }) => ({ id, client, since: isoTime(openedAt) })),
  };
}

/** A request of this project; one of another is not told apart from one that never was. */
async function ownApproval({ ports }: DashboardDesk, id: string): Promise<Approval | FlowProblem> {
  const known = await ports.store.approval(id);
  return known?.project === ports.project ? known : { problem: 'no-such-approval', facts: { approval: id } };
}

/** What waits, deciding it, and the budgets. */
export function nowRoutes(desk: DashboardDesk): Hono {
  const { ports } = desk;
  const { store, texts } = ports;
  const routes = new Hono();
  routes
    .get('/now', async (context) => context.json(await nowOf(desk)))
    .get('/approvals/:id', async (context) => {
      const known = await ownApproval(desk, context.req.param('id'));
      if (isProblem(known)) return refuse(context, texts, known);
      const { id, title, state } = known;
      return context.json({ id, title, state } satisfies AskedView);
    })
    .post('/approvals/:id', async (context) => {
      const read = await readBody(context, decisionSchema);
      if (isProblem(read)) return refuse(context, texts, read);
      const { body } = read;
      const known = await ownApproval(desk, context.req.param('id'));
      if (isProblem(known)) return refuse(context, texts, known);
      const edited = body.decision === 'edit' ? texts.say('dashboard/now', 'edit', body) : body.note;
      const state = body.decision === 'approve' ? 'approved' : 'denied';
      const decided = await decideApproval(store, known.id, { state, strength: await strengthOf(desk), note: edited });
      return isProblem(decided) ? refuse(context, texts, decided) : context.json(await nowOf(desk));
    })
    .post('/budgets/:account', async (context) => {
      const read = await readBody(context, limitSchema);
      if (isProblem(read)) return refuse(context, texts, read);
      const limit = toMicro(read.body.limit);
      if (limit === undefined) {
        return refuse(context, texts, { problem: 'bad-request', facts: { problems: ['limit'] } });
      }
      const problem = await ports.setLimit(context.req.param('account'), limit, await strengthOf(desk));
      return problem === undefined ? context.json(await nowOf(desk)) : refuse(context, texts, problem);
    });
  return routes;
}
