import { strengthNeeded, type Approval } from '../../model/approval.js';
import { approvalDetail } from '../../model/approval-detail.js';
import type { MicroCredits } from '../../model/credits.js';
import { atLeast, type Strength } from '../../model/strength.js';
import type { Store } from '../store-port.js';
import type { FlowProblem } from './desk.js';

/**
 * A person's yes or no to a pending approval, from outside the conversation. A plan item that waited for it becomes
 * accepted (or denied) in the plan in force, and a limit that was asked for holds at once. A yes has to be as strong as
 * the approval needs; a no never.
 */
export async function decideApproval(
  store: Store,
  id: string,
  decision: { state: 'approved' | 'denied'; strength: Strength; note?: string | undefined },
): Promise<Approval | FlowProblem> {
  const approval = await store.approval(id);
  if (approval === undefined) return { problem: 'no-such-approval', facts: { approval: id } };
  if (approval.state !== 'pending') {
    return { problem: 'not-pending', facts: { approval: id, state: approval.state } };
  }
  const needs = strengthNeeded(approval);
  if (decision.state === 'approved' && !atLeast(decision.strength, needs)) {
    return { problem: 'too-weak', facts: { approval: id, needs, strength: decision.strength } };
  }
  const raise = approval.subject === 'budget' && decision.state === 'approved' ? raiseOf(approval) : undefined;
  if (raise === 'unclear') return { problem: 'bad-budget-request', facts: { approval: id } };
  const decided = await store.decideApproval(id, decision);
  if (decided === undefined) return { problem: 'not-pending', facts: { approval: id, state: 'decided meanwhile' } };
  if (decided.subject === 'plan-item') await applyToPlan(store, decided);
  if (raise !== undefined) await raiseBudget(store, decided, raise);
  return decided;
}

interface Raise {
  readonly account: string;
  readonly limit: MicroCredits;
}

/** What a budget request asks for, read before anything is decided. */
function raiseOf(approval: Approval): Raise | 'unclear' {
  const { account, limitMicro } = approvalDetail(approval);
  return account === undefined || limitMicro === undefined ? 'unclear' : { account, limit: limitMicro };
}

async function raiseBudget(store: Store, approval: Approval, { account: id, limit }: Raise): Promise<void> {
  const account = (await store.accountsOf(approval.project)).find((candidate) => candidate.id === id);
  const opened = account ?? { id, scope: 'session' as const, subject: approval.session };
  await store.limit(opened, { limit }, approval.strength ?? 'client');
}

async function applyToPlan(store: Store, approval: Approval): Promise<void> {
  const plan = await store.latestPlan(approval.project);
  const item = plan?.items.find(
    ({ acceptance }) => acceptance.state === 'needs-yes' && acceptance.approval === approval.id,
  );
  if (plan === undefined || item === undefined) return;
  await store.acceptItem(
    approval.project,
    plan.id,
    item.id,
    approval.state === 'approved'
      ? { state: 'accepted', by: approval.strength ?? 'client' }
      : { state: 'denied', reason: approval.note ?? 'the person said no' },
  );
}
