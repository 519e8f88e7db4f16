import type { Context } from '../model/context.js';
import type { Take } from '../model/take.js';
import { hasFreeSlot } from './parts/earlier-takes.js';
import { closestTake } from './parts/streak.js';
import { toldDifference } from './parts/told-difference.js';
import type { Rule } from './rule.js';

/**
 * Before regenerating: was anything material added to or removed from the prompt? A re-run whose prompt says the same
 * chases variance. A planned batch and a person's "another one" are no re-runs. Source: B1.
 */
export const rerun: Rule = {
  id: 'rerun',
  levels: { certain: 'block', suspect: 'nudge', 'another-told': 'ask' },
  check(request, context) {
    if (hasFreeSlot(context, request)) return undefined;
    const match = closestTake(request, context.takes, context.policy.reading);
    if (match === undefined || match.difference.rerun === 'no') return undefined;
    const { take, difference } = match;
    if (difference.rerun === 'suspect' && isOfSeries(take, context)) return undefined;
    const isWished = take.feedback?.verdict === 'another';
    if (isWished && take.feedback.strength !== 'relayed') return undefined;
    return {
      rule: 'rerun',
      // One in ten outputs is spoilt by chance, and a spoken text cannot say so: the person has the last word.
      code: isWished ? 'another-told' : difference.rerun,
      facts: {
        take: take.id,
        earlier: take.prompt,
        ...toldDifference(difference),
        paid: take.paid,
        feedback: take.feedback?.verdict,
      },
      instead: [{ tool: 'take', arguments: { take: take.id } }],
    };
  },
};

/** The plan has the two as separate shots: prompts of a series differ in a word or two. */
function isOfSeries(take: Take, { placement: { item } }: Context): boolean {
  return item !== undefined && take.item !== undefined && take.shot !== item.shot;
}
