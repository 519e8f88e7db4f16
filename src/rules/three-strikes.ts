import { difference } from '../prompt/difference.js';
import { mayRepeat } from '../prompt/overlap.js';
import { featuresOf } from '../prompt/features-of.js';
import { isApproved } from '../model/takes.js';
import { comparableTakes, hasFreeSlot } from './parts/earlier-takes.js';
import type { Rule } from './rule.js';

/** Attempts of one prompt that may miss before the prompt, not the dice, is the problem. Source: B2. */
const strikes = 3;

/** Three generations of the same prompt that do not land mean the prompt is the problem: stop and rewrite it. */
export const threeStrikes: Rule = {
  id: 'three-strikes',
  levels: { streak: 'ask' },
  check(request, context) {
    if (request.prompt.trim() === '' || hasFreeSlot(context, request)) return undefined;
    const own = featuresOf(request.prompt, request.negativePrompt);
    const attempts = comparableTakes(request, context).filter((take) => {
      const other = featuresOf(take.prompt, take.negativePrompt);
      return !isApproved(take) && mayRepeat(own, other) && difference(own, other).rerun !== 'no';
    });
    if (attempts.length < strikes) return undefined;
    return {
      rule: 'three-strikes',
      code: 'streak',
      facts: {
        attempts: attempts.slice(0, 5).map((take) => ({
          take: take.id,
          prompt: take.prompt.slice(0, 300),
          paid: take.paid,
          feedback: take.feedback?.verdict,
        })),
        count: attempts.length,
        paid: attempts.reduce((sum, take) => sum + take.paid, 0),
      },
    };
  },
};
