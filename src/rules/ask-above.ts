import { isPersonsWord } from '../model/plan.js';
import type { Rule } from './rule.js';

/** A large call, or many small ones since the person last said yes, needs a yes of its own. Source: F2, F4. */
export const askAbove: Rule = {
  id: 'ask-above',
  levels: { above: 'ask', 'since-yes': 'ask' },
  check(_request, context) {
    if (context.quote.status === 'unknown') return undefined;
    // One yes is enough.
    const { item } = context.placement;
    if (item !== undefined && isPersonsWord(item)) return undefined;
    const amount = context.quote.upper;
    const { above, every } = context.policy.ask;
    if (amount > above) return { rule: 'ask-above', code: 'above', facts: { amount, above } };
    const since = context.sinceYes;
    if (since + amount <= every) return undefined;
    return { rule: 'ask-above', code: 'since-yes', facts: { amount, since, every } };
  },
};
