import { grantsOf } from '../ledger/grants.js';
import { accountsFor } from '../ledger/period.js';
import { commonPurse, purseFor, purseOf } from '../model/balance.js';
import { countsCall, type Account, type AccountOwner, type AccountRef } from '../model/budget.js';
import { addMicro } from '../model/credits.js';
import type { Policy } from '../model/policy.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import type { GatePorts } from './ports.js';

/** Where the money of a session stands. */
export interface Standing {
  /** The budgets as the config says them. */
  readonly refs: readonly AccountRef[];
  /** Budgets, totals, and behind them one account for each purse, which adds up its grants. */
  readonly accounts: readonly Account[];
  /** What is left of which grant, by purse, in the order in which they lapse. */
  readonly purses: ReadonlyMap<string, readonly Account[]>;
}

/**
 * Reads where the money of a session stands: every budget that counts its calls, the totals, and the balances. Opens
 * accounts that do not exist yet.
 * @param call only what counts calls like this one; without a phase, of whatever phase and model
 */
export async function standingOf(
  { store, policy, clock }: Pick<GatePorts, 'store' | 'policy' | 'clock'>,
  session: Pick<Session, 'id' | 'project'>,
  call?: Pick<Take, 'server'> & Partial<Pick<Take, 'phase' | 'model'>>,
): Promise<Standing> {
  const now = clock();
  const all = accountsFor(policy, session.project, session.id, now);
  const { phase } = call ?? {};
  const refs =
    call === undefined || phase === undefined ? all : all.filter((ref) => countsCall(ref, { ...call, phase }));
  const [stored, ...purses] = await Promise.all([
    store.accounts(refs),
    ...pursesFor(policy, call?.server).map(async (purse): Promise<readonly [string, readonly Account[]]> => {
      return [purse, await store.grants(purse, grantRefs(policy, purse, now))];
    }),
  ]);
  const pooled = purses.map(([purse, grants]) => pooledOf(policy, purse, grants));
  return { refs, accounts: [...onTerms(refs, stored), ...pooled], purses: new Map(purses) };
}

/** The grants that the config gives a purse now. */
export function grantRefs({ balances = [] }: Pick<Policy, 'balances'>, purse: string, now: number): AccountRef[] {
  return balances.filter((balance) => purseOf(balance) === purse).flatMap((balance) => grantsOf(balance, now));
}

/** The purses that are kept, or the one that calls to a server draw from. */
export function pursesFor({ balances = [] }: Pick<Policy, 'balances'>, server?: string): readonly string[] {
  if (server === undefined) return [...new Set(balances.map(purseOf))];
  const purse = purseFor(balances, server);
  return purse === undefined ? [] : [purse];
}

/** Whose accounts a project counts in beside its own. */
export function sharedOwners(policy: Pick<Policy, 'client' | 'balances'>): readonly AccountOwner[] {
  const { client } = policy;
  const purses = pursesFor(policy).map((subject): AccountOwner => ({ scope: 'grant', subject }));
  return client === undefined ? purses : [{ scope: 'client', subject: client }, ...purses];
}

/** Accounts with what their budgets say beside the limits, which no store keeps. */
export function onTerms(refs: readonly AccountRef[], accounts: readonly Account[]): readonly Account[] {
  const terms = new Map(refs.map(({ id, phase, model, extendTo, keep }) => [id, { phase, model, extendTo, keep }]));
  return accounts.map((account) => ({ ...account, ...terms.get(account.id) }));
}

/** The grants of a purse as one account: its limit is what they gave that has not lapsed. */
function pooledOf({ balances = [] }: Policy, purse: string, grants: readonly Account[]): Account {
  const sum = (of: 'limit' | 'spent' | 'held'): number => addMicro(...grants.map((grant) => grant[of] ?? 0));
  const others = balances.flatMap(({ server }) => server ?? []);
  return {
    ...{ id: `balance:${purse}`, scope: 'balance', subject: purse },
    ...{ limit: sum('limit'), spent: sum('spent'), held: sum('held') },
    ...(purse === commonPurse ? { notServers: others } : { server: purse }),
  };
}
