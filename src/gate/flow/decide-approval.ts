import { z } from 'zod';
import { strengthNeeded, type Approval } from '../../model/approval.js';
import { atLeast, type Strength } from '../../model/strength.js';
import type { Store } from '../store-port.js';
import type { FlowProblem } from './desk.js';

/**
 * A person's yes or no to a pending approval, from outside the conversation. A plan item that waited for it becomes
 * accepted (or denied) in the plan in force. A yes has to be as strong as the approval needs; a no never.
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
  const decided = await store.decideApproval(id, decision);
  if (decided === undefined) return { problem: 'not-pending', facts: { approval: id, state: 'decided meanwhile' } };
  if (decided.subject === 'plan-item') await applyToPlan(store, decided);
  if (decided.subject === 'budget' && decided.state === 'approved') await raiseBudget(store, decided);
  return decided;
}

/** What a raise request holds in its detail. */
const raiseSchema = z.object({ account: z.string(), limitMicro: z.int().nonnegative() });

async function raiseBudget(store: Store, approval: Approval): Promise<void> {
  const { account: id, limitMicro } = raiseSchema.parse(JSON.parse(approval.detail));
  const account = (await store.accountsOf(approval.project)).find((candidate) => candidate.id === id);
  const opened = account ?? { id, scope: 'session' as const, subject: approval.session };
  await store.limit(opened, { limit: limitMicro }, approval.strength ?? 'client');
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
