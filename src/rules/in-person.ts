import type { Rule } from './rule.js';

/**
 * Above a line of its own a call needs the person themselves: a client's dialog was measured answering without one. Where
 * the price is not known, the person may want the same.
 */
export const inPerson: Rule = {
  id: 'in-person',
  levels: { above: 'ask', unpriced: 'off' },
  check(_request, { policy, placement: { item }, quote }) {
    const { personAbove } = policy.ask;
    const isTheirs = item?.acceptance.state === 'accepted' && item.acceptance.by === 'person';
    if (personAbove === undefined || isTheirs) return undefined;
    if (quote.status === 'unknown') return { rule: 'in-person', code: 'unpriced', facts: {} };
    const amount = quote.upper;
    if (amount <= personAbove) return undefined;
    return { rule: 'in-person', code: 'above', facts: { amount, above: personAbove } };
  },
};
