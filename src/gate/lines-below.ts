import type { Context } from '../model/context.js';
import type { MicroCredits } from '../model/credits.js';
import type { Plan } from '../model/plan.js';
import { isPersonsWord } from '../model/plan.js';
import type { HoldLines } from './store-port.js';

/** The plan's items that a person said yes to: what is spent on them had its yes. */
export function saidYesTo(plan: Plan | undefined): readonly string[] {
  return (plan?.items ?? []).filter(isPersonsWord).map(({ id }) => id);
}

/**
 * The lines of the policy that a decision stayed below, as the hold has to check them again: another call may have been
 * held since the picture was taken. A line that is crossed already is no bound; the rules have said what they say of it.
 * @param dayStartsAt start of the quick lane's day, epoch milliseconds
 */
export function linesBelow(context: Context, dayStartsAt: number): HoldLines {
  const { quote, policy, placement } = context;
  if (quote.status === 'unknown') return {};
  const room = (limit: MicroCredits | undefined, now: MicroCredits): MicroCredits | undefined =>
    limit !== undefined && now + quote.upper <= limit ? limit - quote.upper : undefined;
  const quick = placement.item === undefined ? room(policy.quickLane.perDay, context.quickSpentToday) : undefined;
  const sinceYes = room(policy.ask.every, context.sinceYes);
  return {
    sinceYes: sinceYes === undefined ? undefined : { atMost: sinceYes, except: saidYesTo(context.plan) },
    quick: quick === undefined ? undefined : { fromMs: dayStartsAt, atMost: quick },
    accounts: context.accounts.flatMap(({ id, soft, spent, held }) => {
      const atMost = room(soft, spent + held);
      return atMost === undefined ? [] : [{ id, atMost }];
    }),
  };
}
