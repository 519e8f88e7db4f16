import type { MicroCredits } from '../model/credits.js';
import type { Plan } from '../model/plan.js';
import type { Take } from '../model/take.js';

/** A plan item beside what it came to. Amounts are micro-credits. */
export interface PlanLine {
  readonly item: string;
  /** Undefined while its price is not known. */
  readonly planned?: MicroCredits | undefined;
  readonly paid: MicroCredits;
  /** `paid - planned`; negative while there is room. */
  readonly drift?: MicroCredits | undefined;
}

/** Plan against actual: every item of the latest plan, and what was paid beside it. */
export interface PlanActual {
  readonly items: readonly PlanLine[];
  readonly outside: MicroCredits;
}

/** Sets what was paid against the plan. The items and what is outside add up to everything paid. */
export function planActual(plan: Plan | undefined, takes: readonly Take[]): PlanActual {
  const paid = new Map((plan?.items ?? []).map(({ id }) => [id, 0]));
  let outside = 0;
  for (const take of takes) {
    const known = take.item === undefined ? undefined : paid.get(take.item);
    if (take.item === undefined || known === undefined) outside += take.paid;
    else paid.set(take.item, known + take.paid);
  }
  const items = (plan?.items ?? []).map(({ id, estimate }) => {
    const own = paid.get(id) ?? 0;
    return { item: id, planned: estimate, paid: own, drift: estimate === undefined ? undefined : own - estimate };
  });
  return { items, outside };
}
