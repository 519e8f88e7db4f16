import { closest } from '../prompt/closest.js';
import { mayRepeat } from '../prompt/overlap.js';
import { featuresOf } from '../prompt/features-of.js';
import { comparableTakes, hasFreeSlot } from './parts/earlier-takes.js';
import { toldDifference } from './parts/told-difference.js';
import type { Rule } from './rule.js';

/**
 * Before regenerating: was anything material added to or removed from the prompt? A re-run whose prompt says the same
 * chases variance. A planned batch and a person's "another one" are no re-runs. Source: B1.
 */
export const rerun: Rule = {
  id: 'rerun',
  levels: { certain: 'block', suspect: 'nudge' },
  check(request, context) {
    if (request.prompt.trim() === '' || hasFreeSlot(context, request)) return undefined;
    const { reading } = context.policy;
    const own = featuresOf(request.prompt, request.negativePrompt, reading);
    const earlier = comparableTakes(request, context).filter((take) =>
      mayRepeat(own, featuresOf(take.prompt, take.negativePrompt, reading)),
    );
    const match = closest(
      own,
      earlier.map((take) => ({
        id: take.id,
        text: take.prompt,
        features: featuresOf(take.prompt, take.negativePrompt, reading),
      })),
      reading,
    );
    if (match === undefined || match.difference.rerun === 'no') return undefined;
    const take = earlier.find((candidate) => candidate.id === match.id);
    if (take?.feedback?.verdict === 'another' && take.feedback.strength !== 'relayed') return undefined;
    return {
      rule: 'rerun',
      code: match.difference.rerun,
      facts: {
        take: match.id,
        earlier: take?.prompt,
        ...toldDifference(match.difference),
        paid: take?.paid,
        feedback: take?.feedback?.verdict,
      },
      instead: [{ tool: 'take', arguments: { take: match.id } }],
    };
  },
};
