import type { Take } from '../model/take.js';
import { isApproved } from '../model/takes.js';
import { shortened } from '../model/shortened.js';
import { difference, type Difference } from '../prompt/difference.js';
import { featuresOf, featuresOfTake } from '../prompt/features-of.js';
import { comparableTakes, hasFreeSlot } from './parts/earlier-takes.js';
import { streakOf } from './parts/streak.js';
import { toldDifference } from './parts/told-difference.js';
import type { Rule } from './rule.js';

/** Attempts of one prompt that may miss before the prompt, not the dice, is the problem. Source: B2. */
const strikes = 3;

/**
 * Three generations of the same prompt that do not land mean the prompt is the problem: stop and rewrite it. An approval
 * ends a streak, and so does a person who asks for another one.
 */
export const threeStrikes: Rule = {
  id: 'three-strikes',
  levels: { streak: 'ask' },
  check(request, context) {
    if (hasFreeSlot(context, request)) return undefined;
    const { reading } = context.policy;
    const { cluster } = streakOf(request, context.takes, context.answered?.because, reading);
    if (cluster === undefined) return undefined;
    const own = featuresOf(request.prompt, request.negativePrompt, reading);
    const again = (take: Take): boolean => take.cluster === cluster || featuresOfTake(take, reading).key === own.key;
    const attempts = sinceReset(comparableTakes(request, context.takes, reading).filter(again));
    const [last] = attempts;
    if (last === undefined || attempts.length < strikes) return undefined;
    const since = (take: Take): Difference => difference(featuresOfTake(take, reading), own, reading);
    return {
      rule: 'three-strikes',
      code: 'streak',
      facts: {
        attempts: attempts.slice(0, 5).map((take) => ({
          take: take.id,
          prompt: shortened(take.prompt, longestPrompt),
          paid: take.paid,
          feedback: take.feedback?.verdict,
          ...toldDifference(since(take)),
        })),
        count: attempts.length,
        paid: attempts.reduce((sum, take) => sum + take.paid, 0),
        last: { take: last.id, why: since(last).why },
      },
    };
  },
};

/** Enough of a prompt to tell it from the others beside it. */
const longestPrompt = 200;

/** The attempts after the last one that a person approved, or followed with a wish for another one; newest first. */
function sinceReset(attempts: readonly Take[]): readonly Take[] {
  const at = attempts.findIndex(
    (take) => isApproved(take) || (take.feedback?.verdict === 'another' && take.feedback.strength !== 'relayed'),
  );
  return at < 0 ? attempts : attempts.slice(0, at);
}
