import type { Config } from '../config.js';
import { policyOf } from '../config.js';
import { isAlive } from '../ledger/grants.js';
import { accountsFor } from '../ledger/period.js';
import type { Account, AccountRef } from '../model/budget.js';
import type { Session } from '../model/session.js';
import { grantRefs, onTerms, pursesFor, sharedOwners } from '../gate/standing.js';
import type { Store } from '../gate/store-port.js';

/** Budgets in force now. */
export interface BudgetView {
  /** Open sessions, the latest seen first. */
  readonly sessions: readonly Session[];
  readonly accounts: readonly Account[];
}

/** Sessions of the project that are open and not idle for too long. */
export function openSessions(store: Store, config: Config, now: number): Promise<Session[]> {
  return store.openSessions(config.project, now - config.sessionIdleMinutes * 60_000);
}

/**
 * The budgets that count calls now: those of the config for the project and each open session, and what was set beside
 * them. Those that no call has opened yet are shown as they would open; nothing is written.
 */
export async function budgetView(store: Store, config: Config, now: number): Promise<BudgetView> {
  const policy = policyOf(config);
  const [sessions, stored] = await Promise.all([
    openSessions(store, config, now),
    store.accountsOf(config.project, sharedOwners(policy)),
  ]);
  const refs = new Map<string, AccountRef>();
  for (const session of sessions.map(({ id }) => id)) {
    for (const ref of accountsFor(policy, config.project, session, now)) refs.set(ref.id, ref);
  }
  for (const ref of accountsFor(policy, config.project, '', now)) if (ref.scope !== 'session') refs.set(ref.id, ref);
  for (const purse of pursesFor(policy)) for (const ref of grantRefs(policy, purse, now)) refs.set(ref.id, ref);
  const open = new Set(sessions.map(({ id }) => id));
  const isLive = (account: Account): boolean =>
    refs.has(account.id) ||
    (account.scope === 'grant' && isAlive(account, now)) ||
    (account.scope === 'session' && open.has(account.subject));
  for (const account of onTerms([...refs.values()], stored.filter(isLive))) refs.set(account.id, account);
  return {
    sessions,
    accounts: [...refs.values()].map((ref) => ({ spent: 0, held: 0, ...ref })),
  };
}
