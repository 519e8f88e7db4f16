import { counts } from '../model/takes.js';
import type { Rule } from './rule.js';
import { hinted } from './parts/hinted.js';
import { lowestTier } from './parts/worth.js';

/**
 * What is not urgent can wait in a cheaper lane: a relaxed queue, a free tier, a trial, an open model. Said once for a shot,
 * a phase and a model, and not of what the world will see. Source: D8.
 */
export const cheaperLane: Rule = {
  id: 'cheaper-lane',
  levels: { 'not-urgent': 'note' },
  check(request, context) {
    const { placement, quote, takes } = context;
    const { item, shot, phase } = placement;
    const [best] = context.lanes;
    if (best === undefined || quote.status === 'unknown' || item?.urgent === true) return undefined;
    if (lowestTier(context.policy.quality, phase, item?.purpose) !== 'budget') return undefined;
    const isSaid = takes.some(
      (take) =>
        take.shot === shot &&
        take.phase === phase &&
        take.tool === request.tool &&
        take.model === request.model &&
        counts(take),
    );
    if (isSaid) return undefined;
    const amount = best.quote.upper;
    return {
      rule: 'cheaper-lane',
      code: 'not-urgent',
      facts: {
        ...{ lane: best.lane, tool: best.call.tool, model: best.request.model },
        ...{ amount, asked: quote.upper, saving: quote.upper - amount },
      },
      instead: [hinted(best, context)],
    };
  },
};
