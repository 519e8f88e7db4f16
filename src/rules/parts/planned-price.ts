import type { MicroCredits } from '../../model/credits.js';
import type { PlanItem } from '../../model/plan.js';
import type { Policy } from '../../model/policy.js';
import type { GenerationRequest } from '../../model/request.js';

/** The most that a call may cost under a plan item, tolerance included; undefined while the item's price is unknown. */
export function plannedPrice(item: PlanItem, request: GenerationRequest, policy: Policy): MicroCredits | undefined {
  return item.unit === undefined ? undefined : Math.floor(item.unit * request.count * (1 + policy.plan.tolerance));
}
