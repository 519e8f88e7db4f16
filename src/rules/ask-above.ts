import type { Context } from '../model/context.js';
import type { Rule } from './rule.js';

/** A large call, or many small ones since the person last said yes, needs a yes of its own. Source: F2, F4. */
export const askAbove: Rule = {
  id: 'ask-above',
  levels: { above: 'ask', 'since-yes': 'ask' },
  check(_request, context) {
    if (context.quote.status === 'unknown' || acceptedByPerson(context)) return undefined;
    const amount = context.quote.upper;
    const { above, every } = context.policy.ask;
    if (amount > above) return { rule: 'ask-above', code: 'above', facts: { amount, above } };
    const since = context.sinceYes;
    if (since + amount <= every) return undefined;
    return { rule: 'ask-above', code: 'since-yes', facts: { amount, since, every } };
  },
};

/** Whether the covering plan item already carries a person's yes; one yes is enough. */
function acceptedByPerson(context: Context): boolean {
  const acceptance = context.placement.item?.acceptance;
  return acceptance?.state === 'accepted' && acceptance.by !== 'policy' && acceptance.by !== 'relayed';
}
