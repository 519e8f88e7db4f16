import { tierRank } from '../model/tier.js';
import type { Rule } from './rule.js';

/** A smaller saving is no news: share of the price. */
const worthSaying = 0.3;

/**
 * The simplest model that can reach the outcome: while a shot is being looked for, a model of the same tool and tier that
 * costs much less is named. Source: D4.
 */
export const cheaperModel: Rule = {
  id: 'cheaper-model',
  levels: { simpler: 'note' },
  check(request, { placement, quote, cheaper }) {
    const { phase, item } = placement;
    if ((phase !== 'explore' && phase !== 'select') || quote.status === 'unknown') return undefined;
    // What the plan names was weighed there.
    if (item?.model !== undefined && item.model === request.model) return undefined;
    const best = cheaper.find(({ tier }) => tierRank(tier) === tierRank(request.tier));
    if (best === undefined || best.amount > quote.amount * (1 - worthSaying)) return undefined;
    return {
      rule: 'cheaper-model',
      code: 'simpler',
      facts: { model: best.model, amount: best.amount, asked: quote.amount, saving: quote.amount - best.amount },
      instead: [best.call],
    };
  },
};
