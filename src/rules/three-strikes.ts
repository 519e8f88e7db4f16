import { difference } from '../prompt/difference.js';
import { mayRepeat } from '../prompt/overlap.js';
import { featuresOf } from '../prompt/features-of.js';
import { isApproved } from '../model/takes.js';
import { comparableTakes, hasFreeSlot } from './parts/earlier-takes.js';
import { toldDifference } from './parts/told-difference.js';
import type { Rule } from './rule.js';

/** Attempts of one prompt that may miss before the prompt, not the dice, is the problem. Source: B2. */
const strikes = 3;

/** Three generations of the same prompt that do not land mean the prompt is the problem: stop and rewrite it. */
export const threeStrikes: Rule = {
  id: 'three-strikes',
  levels: { streak: 'ask' },
  check(request, context) {
    if (request.prompt.trim() === '' || hasFreeSlot(context, request)) return undefined;
    const { reading } = context.policy;
    const own = featuresOf(request.prompt, request.negativePrompt, reading);
    const attempts = comparableTakes(request, context).flatMap((take) => {
      const other = featuresOf(take.prompt, take.negativePrompt, reading);
      if (isApproved(take) || !mayRepeat(own, other)) return [];
      const since = difference(other, own, reading);
      return since.rerun === 'no' ? [] : [{ take, since }];
    });
    if (attempts.length < strikes) return undefined;
    return {
      rule: 'three-strikes',
      code: 'streak',
      facts: {
        attempts: attempts.slice(0, 5).map(({ take, since }) => ({
          take: take.id,
          prompt: take.prompt.slice(0, 300),
          ...toldDifference(since),
          paid: take.paid,
          feedback: take.feedback?.verdict,
        })),
        count: attempts.length,
        paid: attempts.reduce((sum, { take }) => sum + take.paid, 0),
        last: { take: attempts[0]?.take.id, why: attempts[0]?.since.why },
      },
    };
  },
};
