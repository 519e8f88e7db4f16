import { policyOf, type Config } from '../config.js';
import { momentOf } from '../ledger/calendar.js';
import { grantName, grantRef, isAlive } from '../ledger/grants.js';
import type { Account } from '../model/budget.js';
import { commonPurse } from '../model/balance.js';
import { toCredits, type MicroCredits } from '../model/credits.js';
import { grantRefs, pursesFor, sharedOwners } from '../gate/standing.js';
import type { Store } from '../gate/store-port.js';
import { CommandError } from './command-error.js';
import type { LimitChange } from './set-limit.js';

/** Credits that a person bought or was given. */
export interface GrantWish {
  readonly name: string;
  /** The server that they pay for; left out: every one without a balance of its own. */
  readonly server?: string | undefined;
  /** Date with whose beginning they lapse, `2026-11-30`. */
  readonly expires?: string | undefined;
}

/**
 * What entering a grant would change. A name that is there already means that grant: it is set to the new amount, so that
 * a balance can be brought to what the provider says.
 * @param credits micro-credits
 * @throws CommandError when no such balance is kept, or it would have lapsed already.
 */
export async function planGrant(
  store: Store,
  config: Config,
  now: number,
  { name, server, expires }: GrantWish,
  credits: MicroCredits,
): Promise<LimitChange> {
  const policy = policyOf(config);
  const purse = server ?? commonPurse;
  if (!pursesFor(policy).includes(purse)) {
    throw new CommandError('missing', 'no-balance', { name, server, expires, credits: toCredits(credits) });
  }
  const resetsAt = momentOf(expires, config.zone);
  if (resetsAt !== undefined && resetsAt <= now) throw new CommandError('usage', 'grant-lapsed', { name, expires });
  const stored = (await store.accountsOf(config.project, sharedOwners(policy))).filter((account) =>
    isAlive(account, now),
  );
  const opening = grantRefs(policy, purse, now).map((ref): Account => ({ ...ref, spent: 0, held: 0 }));
  const grants = [...stored, ...opening].filter(({ scope, subject }) => scope === 'grant' && subject === purse);
  const known = grants.find((grant) => grantName(grant) === name);
  const account = known ?? grantRef(purse, name, expires ?? 'once', resetsAt);
  const before: Account = known ?? { ...account, limit: 0, spent: 0, held: 0 };
  return { account, before, limit: credits, loosens: credits > (before.limit ?? 0) };
}
