import type { Context } from '../model/context.js';
import { isPersonsWord } from '../model/plan.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding } from '../model/verdict.js';
import { isBatch, staleDays } from './parts/stale-price.js';
import type { Rule } from './rule.js';

/**
 * A price that is not known is never zero: it needs a person's yes. So does a batch at a price that was read long ago, or
 * that is higher than when the plan was accepted. Source: F11.
 */
export const unknownPrice: Rule = {
  id: 'unknown-price',
  levels: { unknown: 'ask', stale: 'ask', changed: 'ask' },
  check(request, context) {
    const { quote } = context;
    if (quote.status !== 'unknown') return unseen(request, context, quote);
    const facts = { server: request.server, tool: request.exposed, why: quote.why };
    return { rule: 'unknown-price', code: 'unknown', facts };
  },
};

/** A price that nobody has seen yet, where a batch is bought at it. */
function unseen(
  request: GenerationRequest,
  { policy, placement, priceKey, now }: Context,
  quote: Exclude<Context['quote'], { status: 'unknown' }>,
): Finding | undefined {
  const amount = quote.upper;
  if (amount === 0 || !isBatch({ count: request.count, amount }, policy)) return undefined;
  const { item } = placement;
  const facts = { tool: request.exposed, amount };
  const before = (item?.unit ?? 0) * request.count;
  if (item?.unit !== undefined && item.priceKey !== undefined && priceKey !== item.priceKey && amount > before) {
    return { rule: 'unknown-price', code: 'changed', facts: { ...facts, before, item: item.id } };
  }
  const days = item !== undefined && isPersonsWord(item) ? undefined : staleDays(quote.asOf, policy, now);
  if (days === undefined) return undefined;
  return { rule: 'unknown-price', code: 'stale', facts: { ...facts, days, asOf: quote.asOf } };
}
