import type { Context } from '../../model/context.js';
import type { ReadyCall } from '../../model/offer.js';
import type { NextCall } from '../../model/verdict.js';

/** A ready call with the shot and phase that it belongs to, where the gate hears it and the plan knows the shot. */
export function hinted({ paid, call }: ReadyCall, { placement, plan }: Context): NextCall {
  const { shot, phase } = placement;
  // A hint that names a shot which the plan does not have would be refused.
  const isKnown = plan === undefined || plan.items.some((item) => item.shot === shot);
  return paid && isKnown ? { ...call, arguments: { ...call.arguments, greenlight: { shot, phase } } } : call;
}
