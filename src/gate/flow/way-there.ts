import { addMicro, type MicroCredits } from '../../model/credits.js';
import type { Take } from '../../model/take.js';
import { isApproved } from '../../model/takes.js';
import type { CheaperCall, Verdict } from '../../model/verdict.js';
import type { Placement } from '../../model/context.js';

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
