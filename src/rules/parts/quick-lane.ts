import type { Context } from '../../model/context.js';
import type { JsonObject } from '../../model/json.js';
import type { GenerationRequest } from '../../model/request.js';

/**
 * Why a call may not pass without a plan; undefined when it may: one version, at an exact price within the person's
 * allowance per call and per day, not on a premium model.
 */
export function quickLaneMiss(request: GenerationRequest, context: Context): JsonObject | undefined {
  const { quote, policy, quickSpentToday } = context;
  if (request.tier === 'premium') return { because: 'premium', premium: true, model: request.model };
  if (request.combinations > 1 || request.count > context.outputsPerUnit) {
    return { because: 'count', count: request.count };
  }
  // An unknown price is a question for the person (its own rule asks it); a plan could not answer it either.
  if (quote.status === 'unknown') return undefined;
  if (quote.status !== 'exact') return { because: 'price-not-exact', status: quote.status };
  if (quote.upper > policy.quickLane.perCall) {
    return { because: 'per-call', amount: quote.upper, allowed: policy.quickLane.perCall };
  }
  if (quickSpentToday + quote.upper > policy.quickLane.perDay) {
    return { because: 'per-day', amount: quote.upper, spent: quickSpentToday, allowed: policy.quickLane.perDay };
  }
  return undefined;
}
