import type { Draw } from '../ledger/draw.js';
import { addMicro, isMicro, type MicroCredits } from '../model/credits.js';
import type { Entry, HoldInput, Settlement } from '../gate/store-port.js';
import type { TakeState } from '../model/take.js';

/** How a take ends; recovery knows no source of the cost, since there is none. */
export type Ending = Omit<Settlement, 'take' | 'costSource'> & { readonly costSource?: string | undefined };

/** What recovery says of a take that was never sent. */
export const neverSent: Ending = { outcome: 'unbilled', amount: 0, assets: [], who: 'recovery' };

/** A ledger line before it is written for each account of a take. */
export type Posting = Pick<Entry, 'kind' | 'heldDelta' | 'spentDelta'>;

/** Where a take stands after its end. What succeeded at no cost is paid for like anything else. */
export function endStateOf({ outcome, amount }: Pick<Settlement, 'outcome' | 'amount'>): 'posted' | 'released' {
  return amount > 0 || outcome === 'succeeded' || outcome === 'failed-billed' ? 'posted' : 'released';
}

/**
 * The lines that end a hold: a release, or a post and, above what was held, an overrun of its own.
 * @param held micro-credits reserved for the take
 */
export function endingOf(held: MicroCredits, ending: Pick<Settlement, 'outcome' | 'amount'>): readonly Posting[] {
  const { amount } = ending;
  const heldDelta = 0 - held;
  if (endStateOf(ending) === 'released') return [{ kind: 'release', heldDelta, spentDelta: 0 }];
  const posted = Math.min(amount, held);
  const post: Posting = { kind: 'post', heldDelta, spentDelta: posted };
  if (amount === posted) return [post];
  return [post, { kind: 'overrun', heldDelta: 0, spentDelta: addMicro(amount, -posted) }];
}

/** The lines that end what a take drew from grants: what was paid is theirs in the order of the draws, an overrun the last one's. */
export function endingOfDraws(
  draws: readonly Draw[],
  ending: Pick<Settlement, 'outcome' | 'amount'>,
): readonly { readonly id: string; readonly postings: readonly Posting[] }[] {
  let unpaid = ending.amount;
  return draws.flatMap(({ id, amount: held }, index) => {
    const paid = index === draws.length - 1 ? unpaid : Math.min(unpaid, held);
    unpaid -= paid;
    if (held === 0 && paid === 0) return [];
    return [{ id, postings: endingOf(held, { outcome: ending.outcome, amount: paid }) }];
  });
}

/** Whether a take's money is settled for good. */
export function hasEnded(state: TakeState): boolean {
  return state === 'posted' || state === 'released';
}

/**
 * Refuses amounts that no ledger line may carry.
 * @throws RangeError unless the amount is a safe integer of at least 0.
 */
export function checkAmount(amount: MicroCredits): void {
  if (!isMicro(amount) || amount < 0) throw new RangeError(`not an amount of micro-credits: ${String(amount)}`);
}

/**
 * Refuses a hold that no ledger could write down.
 * @throws RangeError on an impossible amount; Error when an account is named twice, which would count it once or twice.
 */
export function checkHold({ amount, accounts, draw = [] }: HoldInput): void {
  checkAmount(amount);
  const all = [...accounts, ...draw];
  const ids = new Set(all.map((account) => account.id));
  if (ids.size < all.length) throw new Error('a hold names the same account twice');
}

/** The error for a take id that the store has never given out. */
export function unknownTake(id: string): Error {
  return new Error(`no take has the id ${id}`);
}
