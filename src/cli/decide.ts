import type { Account } from '../model/budget.js';
import type { Approval } from '../model/approval.js';
import { approvalDetail } from '../model/approval-detail.js';
import type { Strength } from '../model/strength.js';
import { decideApproval } from '../gate/flow/decide-approval.js';
import { isProblem } from '../gate/flow/desk.js';
import type { Store } from '../gate/store-port.js';
import { CommandError } from './command-error.js';

/** A decided approval, and the account whose limit it raised. */
export interface Decided {
  readonly approval: Approval;
  readonly raised?: Account | undefined;
}

/**
 * The approval that waits under an id.
 * @throws CommandError when there is none, or it waits no more.
 */
export async function waitingApproval(store: Store, id: string): Promise<Approval> {
  const approval = await store.approval(id);
  if (approval === undefined) throw new CommandError('missing', 'no-such-approval', { approval: id });
  if (approval.state !== 'pending') {
    throw new CommandError('missing', 'not-pending', { approval: id, state: approval.state });
  }
  return approval;
}

/** How a command ends with each problem that is not a missing request. */
const ends: Readonly<Record<string, CommandError['end']>> = { 'too-weak': 'refused', 'bad-budget-request': 'failed' };

/**
 * Decides a waiting approval; a yes to a higher budget sets it at once.
 * @throws CommandError when it is not waiting any more, the yes is too weak, or a budget request does not say what it means.
 */
export async function decide(
  store: Store,
  id: string,
  decision: { state: 'approved' | 'denied'; strength: Strength; note?: string | undefined },
): Promise<Decided> {
  const waiting = await waitingApproval(store, id);
  const approval = await decideApproval(store, id, decision);
  if (isProblem(approval)) {
    throw new CommandError(ends[approval.problem] ?? 'missing', approval.problem, approval.facts);
  }
  if (waiting.subject !== 'budget' || decision.state === 'denied') return { approval };
  const { account } = approvalDetail(approval);
  return { approval, raised: (await store.accountsOf(approval.project)).find((each) => each.id === account) };
}
