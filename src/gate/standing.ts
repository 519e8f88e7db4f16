import { accountsFor } from '../ledger/period.js';
import { countsCall, type Account, type AccountOwner, type AccountRef } from '../model/budget.js';
import type { Policy } from '../model/policy.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import type { GatePorts } from './ports.js';

/** Where the money of a session stands. */
export interface Standing {
  /** As the config says it. */
  readonly refs: readonly AccountRef[];
  readonly accounts: readonly Account[];
}

/**
 * Reads where the money of a session stands: every budget that counts its calls, and the totals. Opens accounts that do not
 * exist yet.
 * @param call only what counts calls in this phase, of this model
 */
export async function standingOf(
  { store, policy, clock }: Pick<GatePorts, 'store' | 'policy' | 'clock'>,
  session: Pick<Session, 'id' | 'project'>,
  call?: Pick<Take, 'phase' | 'model'>,
): Promise<Standing> {
  const all = accountsFor(policy, session.project, session.id, clock());
  const refs = call === undefined ? all : all.filter((ref) => countsCall(ref, call));
  return { refs, accounts: onTerms(refs, await store.accounts(refs)) };
}

/** Whose accounts a project counts in beside its own. */
export function sharedOwners({ client }: Pick<Policy, 'client'>): readonly AccountOwner[] {
  return client === undefined ? [] : [{ scope: 'client', subject: client }];
}

/** Accounts with what their budgets say beside the limits, which no store keeps. */
export function onTerms(refs: readonly AccountRef[], accounts: readonly Account[]): readonly Account[] {
  const terms = new Map(refs.map(({ id, phase, model, extendTo }) => [id, { phase, model, extendTo }]));
  return accounts.map((account) => ({ ...account, ...terms.get(account.id) }));
}
