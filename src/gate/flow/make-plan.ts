import { canonicalJson } from '../../model/canonical-json.js';
import { addMicro } from '../../model/credits.js';
import type { Account } from '../../model/budget.js';
import { inPersonRule, strengthNeeded, type Approval } from '../../model/approval.js';
import type { ApprovalDetail } from '../../model/approval-detail.js';
import type { Plan, PlanItem, PlanStep } from '../../model/plan.js';
import type { Session } from '../../model/session.js';
import { shortened } from '../../model/shortened.js';
import { askPerson, type AskedPerson } from '../ask-person.js';
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
  let reachable = true;
  for (const item of items) {
    const { acceptance } = item;
    if (acceptance.state !== 'needs-yes' || acceptance.reasons.includes('over-budget')) {
      asked.push(item);
      continue;
    }
    if (!desk.ports.policy.attended) {
      // Nobody is there to say yes, so the answer is no, and nothing waits.
      const reason = acceptance.reasons.join(', ');
      asked.push({ ...item, acceptance: { state: 'denied', reason, unattended: true } });
      continue;
    }
    const answer = await itemAnswer(desk, session, item, acceptance.reasons, reachable && questions < maxQuestions);
    questions += 1;
    // What only the person themselves can answer says nothing of whether the dialog is seen.
    if (answer.state === 'needs-yes' && !acceptance.reasons.includes(inPersonRule)) reachable = false;
    asked.push({ ...item, acceptance: answer });
  }
  return asked;
}

async function itemAnswer(
  desk: Desk,
  session: Session,
  item: PlanItem,
  reasons: readonly string[],
  mayAsk: boolean,
): Promise<PlanItem['acceptance']> {
  const { ports, caller } = desk;
  const wanted = itemApproval(desk, session, item, reasons);
  const denied = await ports.store.deniedFor(session.project, wanted.digest);
  if (denied !== undefined) return answered('no', denied, reasons);
  const opened = await ports.store.openApproval(wanted);
  if (!mayAsk) return answered(opened.state === 'approved' ? 'yes' : 'pending', opened, reasons);
  const { answer, approval } = await askPerson(ports, opened, caller);
  return answered(answer, approval, reasons);
}

function answered(
  answer: AskedPerson['answer'],
  { id, strength, note }: Approval,
  reasons: readonly string[],
): PlanItem['acceptance'] {
  if (answer === 'yes') return { state: 'accepted', by: strength ?? 'client' };
  if (answer === 'no') return { state: 'denied', reason: note ?? 'the person said no' };
  return { state: 'needs-yes', reasons, approval: id };
}

/** Binds a yes to who asks, in which session, the tool as it describes itself, and the step with its price. */
function itemApproval(desk: Desk, session: Session, item: PlanItem, reasons: readonly string[]): Approval {
  const { ports, caller } = desk;
  const { acceptance: _judged, was: _seen, ...content } = item;
  const schema = ports.digest(canonicalJson(desk.findTool(item.tool)?.schema ?? {}));
  const bound = [
    'plan-item',
    caller.principal,
    session.project,
    session.id,
    schema,
    content,
    strengthNeeded({ reasons }),
  ];
  const now = ports.clock();
  const { tool, server, model, shot, phase } = item;
  const detail: ApprovalDetail = {
    item: item.id,
    prompt: shortened(item.prompt, 2000),
    tool,
    server,
    model,
    shot,
    phase,
  };
  return {
    id: ports.newId('a'),
    project: session.project,
    session: session.id,
    subject: 'plan-item',
    digest: ports.digest(canonicalJson(bound)),
    title: `${item.id}: ${tool}${model === undefined ? '' : ` (${model})`} × ${String(item.count)}`,
    detail: JSON.stringify(detail),
    amount: item.estimate ?? 0,
    reasons,
    state: 'pending',
    at: now,
    expiresAt: now + ports.approvalTtlMs,
  };
}
