import { addMicro, type MicroCredits } from '../../model/credits.js';
import type { Plan, PlanItem } from '../../model/plan.js';
import type { Take } from '../../model/take.js';
import { counts, isApproved, outputsOf } from '../../model/takes.js';
import type { CheaperCall, Verdict } from '../../model/verdict.js';
import type { Placement } from '../../model/context.js';

/** What is left to be made of a plan. */
export interface PlanRest {
  readonly amount: MicroCredits;
  /** Steps among it whose price nobody knows. */
  readonly unpriced: number;
}

/** The drafts on the cheapest model, the final version once on this one. */
export interface WayThere {
  readonly rounds: number;
  readonly model: string;
  /** One draft. */
  readonly draft: MicroCredits;
  readonly total: MicroCredits;
  /** All rounds on the model of the call. */
  readonly direct: MicroCredits;
}

/** Rounds that a shot is expected to take where the plan does not say. Source: B2. */
const usualRounds = 3;

/** What the steps of a plan that are neither done nor denied still cost. */
export function planRest(plan: Plan, takes: readonly Take[]): PlanRest {
  const open = plan.items.map((item) => ({ item, left: leftOf(item, takes) })).filter(({ left }) => left > 0);
  return {
    amount: addMicro(...open.map(({ item, left }) => (item.unit ?? 0) * left)),
    unpriced: open.filter(({ item }) => item.unit === undefined).length,
  };
}

/** Outputs of an item that may still be made; none once one of them was approved. */
function leftOf(item: PlanItem, takes: readonly Take[]): number {
  const own = takes.filter((take) => take.shot === item.shot && take.phase === item.phase && counts(take));
  if (item.acceptance.state === 'denied' || own.some(isApproved)) return 0;
  return Math.max(0, item.count * item.rounds - outputsOf(own));
}

/** How the same outcome costs less: iterate on the cheapest model, then once on this one. Source: B5, D4. */
export function wayThere(
  { quote }: Pick<Verdict, 'quote'>,
  cheaper: readonly CheaperCall[],
  { shot, item }: Placement,
  takes: readonly Take[],
): WayThere | undefined {
  const [cheapest] = cheaper;
  // Once something of the shot was approved, the drafts are behind it.
  const isFound = takes.some((take) => take.shot === shot && isApproved(take));
  if (cheapest === undefined || quote.status === 'unknown' || isFound) return undefined;
  const rounds = item !== undefined && item.rounds > 1 ? item.rounds : usualRounds;
  const draft = cheapest.amount;
  const total = addMicro(rounds * draft, quote.upper);
  const direct = rounds * quote.upper;
  return total < direct ? { rounds, model: cheapest.model, draft, total, direct } : undefined;
}
