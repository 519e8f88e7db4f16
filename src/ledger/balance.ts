import { addMicro, type MicroCredits } from '../model/credits.js';

/** What one account has reserved and posted; micro-credits. */
export interface Balance {
  readonly held: MicroCredits;
  readonly spent: MicroCredits;
}

/** The part of a ledger line that moves money. */
export interface Movement {
  readonly account: string;
  readonly heldDelta: MicroCredits;
  readonly spentDelta: MicroCredits;
}

/**
 * Adds up the lines of the ledger by account. A store's cached balances are right exactly when they equal this.
 * @throws RangeError when a sum leaves the range of exact integers.
 */
export function foldBalances(entries: Iterable<Movement>): Map<string, Balance> {
  const balances = new Map<string, Balance>();
  for (const entry of entries) {
    const before = balances.get(entry.account) ?? { held: 0, spent: 0 };
    balances.set(entry.account, {
      held: addMicro(before.held, entry.heldDelta),
      spent: addMicro(before.spent, entry.spentDelta),
    });
  }
  return balances;
}
