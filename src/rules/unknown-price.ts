import type { Rule } from './rule.js';

/** A price that is not known is never zero: it needs a person's yes. Source: F11. */
export const unknownPrice: Rule = {
  id: 'unknown-price',
  levels: { unknown: 'ask' },
  check(request, context) {
    if (context.quote.status !== 'unknown') return undefined;
    const facts = { server: request.server, tool: request.exposed, why: context.quote.why };
    return { rule: 'unknown-price', code: 'unknown', facts };
  },
};
