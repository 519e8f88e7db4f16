import type { Account, AccountRef } from '../model/budget.js';
import type { Approval } from '../model/approval.js';
import { approvalDetail } from '../model/approval-detail.js';
import { isMicro, type MicroCredits } from '../model/credits.js';
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

/**
 * Decides a waiting approval; a yes to a higher budget sets it at once.
 * @throws CommandError when it is not waiting any more.
 */
export async function decide(
  store: Store,
  id: string,
  decision: { state: 'approved' | 'denied'; strength: Strength; note?: string | undefined },
): Promise<Decided> {
  const waiting = await waitingApproval(store, id);
  const raise =
    waiting.subject === 'budget' && decision.state === 'approved' ? await raiseOf(store, waiting) : undefined;
  const approval = await decideApproval(store, id, decision);
  if (isProblem(approval)) {
    const end = approval.problem === 'too-weak' ? 'refused' : 'missing';
    throw new CommandError(end, approval.problem, approval.facts);
  }
  if (raise === undefined) return { approval };
  return { approval, raised: await store.limit(raise.account, { limit: raise.limit }, decision.strength) };
}

/** The account and limit that a budget request speaks of, read before anything is decided. */
async function raiseOf(store: Store, approval: Approval): Promise<{ account: AccountRef; limit: MicroCredits }> {
  const { account: id, limitMicro } = approvalDetail(approval);
  if (typeof id !== 'string' || !isMicro(limitMicro) || limitMicro < 0) {
    throw new CommandError('failed', 'bad-budget-request', { approval: approval.id });
  }
  const known = (await store.accountsOf(approval.project)).find((account) => account.id === id);
  const account: AccountRef = known ?? { id, scope: 'session', subject: approval.session };
  return { account, limit: limitMicro };
}
