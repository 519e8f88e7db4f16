import { remaining, type Account } from '../model/budget.js';
import { addMicro, type MicroCredits } from '../model/credits.js';
import { byLapse } from './grants.js';

/** What a call takes out of one grant; micro-credits. */
export interface Draw {
  readonly id: string;
  readonly amount: MicroCredits;
}

/** What is left of grants together; an overrun of one is taken off the others. */
export function leftOf(grants: readonly Account[]): MicroCredits {
  return addMicro(...grants.map((grant) => remaining(grant) ?? 0));
}

/**
 * Splits an amount over the grants that are alive: what lapses first is spent first. The grant that lapses last is always
 * named, with nothing if need be, because an overrun will be its.
 * @param forced takes what is missing from the last grant
 * @returns undefined when there is not so much left
 */
export function drawFrom(grants: readonly Account[], amount: MicroCredits, forced = false): Draw[] | undefined {
  if (!forced && (leftOf(grants) < amount || (grants.length === 0 && amount > 0))) return undefined;
  const inOrder = [...grants].sort(byLapse);
  let missing = amount;
  const draws = inOrder.map((grant, index) => {
    const isLast = index === inOrder.length - 1;
    const room = forced && isLast ? missing : Math.max(0, remaining(grant) ?? 0);
    const part = Math.min(missing, room);
    missing -= part;
    return { id: grant.id, amount: part, isLast };
  });
  return draws.filter((draw) => draw.amount > 0 || draw.isLast).map(({ id, amount: part }) => ({ id, amount: part }));
}
