import { engineTimes } from '../engine-times.js';
import type { Store } from '../gate/store-port.js';
import type { MicroCredits } from '../model/credits.js';
import type { Take } from '../model/take.js';
import { isJob } from '../model/takes.js';
import { CommandError } from './command-error.js';

/**
 * The take of an id, if a person may end it: one in doubt, or one that waits for a job at its provider. Takes whose process is gone come into doubt first, as they
 * would at the next start of a gateway.
 * @throws CommandError when there is none, it has ended, or a live process still works on it.
 */
export async function takeInDoubt(store: Store, id: string): Promise<Take> {
  await store.recover(engineTimes.leaseLapsedMs);
  const take = await store.take(id);
  if (take === undefined) throw new CommandError('missing', 'no-such-take', { take: id });
  // A job goes on at the provider, whoever watches it: the person may know better what becomes of it.
  if (take.state === 'in_doubt' || isJob(take)) return take;
  const running = take.state === 'held' || take.state === 'dispatched';
  throw new CommandError(running ? 'failed' : 'missing', running ? 'take-running' : 'take-ended', {
    take: id,
    state: take.state,
    paid: take.paid,
  });
}

/**
 * Ends a take in doubt by a person's word: settled at an amount (what is held when none is given), or released.
 * @param amount micro-credits; undefined for what is held
 * @throws CommandError when the take is not in doubt any more, or nothing says what it cost.
 */
export async function endTake(
  store: Store,
  id: string,
  end: { readonly kind: 'settle'; readonly amount?: MicroCredits | undefined } | { readonly kind: 'release' },
): Promise<Take> {
  const take = await takeInDoubt(store, id);
  const amount = end.kind === 'release' ? 0 : (end.amount ?? take.held);
  if (end.kind === 'settle' && amount === 0) throw new CommandError('usage', 'settle-at-nothing', { take: id });
  const ended = await store.settle({
    take: id,
    outcome: end.kind === 'settle' ? 'succeeded' : 'unbilled',
    amount,
    costSource: 'person',
    assets: take.assets,
    who: 'person',
  });
  // Somebody else may have come first; then theirs holds and is what is told.
  if (ended.costSource !== 'person' || ended.paid !== amount) {
    throw new CommandError('missing', 'take-ended', { take: id, state: ended.state, paid: ended.paid });
  }
  return ended;
}
