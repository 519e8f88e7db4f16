import { canonicalJson } from '../../model/canonical-json.js';
import { addMicro } from '../../model/credits.js';
import type { Account } from '../../model/budget.js';
import type { Approval } from '../../model/approval.js';
import type { Plan, PlanItem, PlanStep } from '../../model/plan.js';
import type { Session } from '../../model/session.js';
import { standingOf } from '../standing.js';
import { acceptItems } from './accept-plan.js';
import { sessionFor, isProblem, type Desk, type FlowProblem } from './desk.js';
import { outlookOf, type Outlook } from './outlook.js';
import { pricePlan, type PlanAdvice } from './price-plan.js';

/** Most items a person is asked about in one go; the rest stay pending. */
const maxQuestions = 6;

/** A stored plan with what it means for the budgets. */
export interface MadePlan {
  readonly plan: Plan;
  readonly session: Session;
  readonly accounts: readonly Account[];
  /** Whether the money for it is there, and when. */
  readonly outlook: Outlook;
  /** Steps whose tier does not fit their phase and purpose. */
  readonly advice: readonly PlanAdvice[];
}

/**
 * Prices a proposed plan, checks it against the budgets, asks the person about the items that need a yes, and stores it
 * as the next version. Needs a brief first.
 */
export async function makePlan(
  desk: Desk,
  input: { steps: readonly PlanStep[]; style?: string | undefined; session?: string | undefined },
): Promise<MadePlan | FlowProblem> {
  const { ports } = desk;
  const session = await sessionFor(desk, input.session);
  if (isProblem(session)) return session;
  const project = session.project;
  const brief = await ports.store.latestBrief(project);
  if (brief === undefined) return { problem: 'no-brief', facts: {} };
  const { items, problems, advice } = pricePlan(desk, input.steps);
  if (problems.length > 0) return { problem: 'bad-plan', facts: { problems } };
  const standing = await standingOf(ports, session);
  const { accounts } = standing;
  const earlier = await ports.store.latestPlan(project);
  const judged = acceptItems(items, earlier, ports.policy, accounts, ports.clock());
  const asked = await askForItems(desk, session, judged);
  const total = addMicro(...asked.map((item) => item.estimate ?? 0));
  const at = ports.clock();
  const stored = { brief: brief.id, style: input.style, items: asked, total, at };
  const plan = await ports.store.savePlan(project, ports.newId('p'), stored);
  return { plan, session, accounts, advice, outlook: await outlookOf(desk, session, standing) };
}

/** Asks for one item after the other; an item nobody answered for keeps its pending approval's id. */
async function askForItems(desk: Desk, session: Session, items: readonly PlanItem[]): Promise<PlanItem[]> {
  const asked: PlanItem[] = [];
  let questions = 0;
  let reachable = desk.ports.policy.attended;
  for (const item of items) {
    const open = item.acceptance.state === 'needs-yes' && !item.acceptance.reasons.includes('over-budget');
    if (!open) {
      asked.push(item);
      continue;
    }
    const approval = await openItemApproval(desk, session, item);
    questions += 1;
    const acceptance = await itemAnswer(desk, item, approval, reachable && questions <= maxQuestions);
    if (acceptance.state === 'needs-yes') reachable = false;
    asked.push({ ...item, acceptance });
  }
  return asked;
}

async function openItemApproval(desk: Desk, session: Session, item: PlanItem): Promise<Approval> {
  const { ports, caller } = desk;
  const { acceptance, was: _seen, ...content } = item;
  const digest = ports.digest(canonicalJson(['plan-item', caller.principal, session.project, content]));
  const given = await ports.store.approvedFor(session.project, digest);
  if (given !== undefined) return given;
  const now = ports.clock();
  return ports.store.openApproval({
    id: ports.newId('a'),
    project: session.project,
    session: session.id,
    subject: 'plan-item',
    digest,
    title: `${item.id}: ${item.tool}${item.model === undefined ? '' : ` (${item.model})`} × ${String(item.count)}`,
    detail: JSON.stringify({ item: item.id, prompt: item.prompt.slice(0, 2000) }),
    amount: item.estimate ?? 0,
    reasons: acceptance.state === 'needs-yes' ? acceptance.reasons : [],
    state: 'pending',
    at: now,
    expiresAt: now + ports.approvalTtlMs,
  });
}

async function itemAnswer(
  desk: Desk,
  item: PlanItem,
  approval: Approval,
  ask: boolean,
): Promise<PlanItem['acceptance']> {
  if (approval.state === 'approved') return { state: 'accepted', by: approval.strength ?? 'client' };
  const reasons = item.acceptance.state === 'needs-yes' ? item.acceptance.reasons : [];
  const pending = { state: 'needs-yes', reasons, approval: approval.id } as const;
  if (!ask) return pending;
  const answer = await desk.ports.ask(approval, desk.caller);
  if (answer.kind === 'unavailable') return pending;
  if (answer.kind === 'no') {
    const note = answer.note ?? 'the person said no';
    await desk.ports.store.decideApproval(approval.id, { state: 'denied', strength: 'client', note });
    return { state: 'denied', reason: note };
  }
  await desk.ports.store.decideApproval(approval.id, { state: 'approved', strength: answer.strength });
  return { state: 'accepted', by: answer.strength };
}
