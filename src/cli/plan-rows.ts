import { outputsOf, counts } from '../model/takes.js';
import type { MicroCredits } from '../model/credits.js';
import type { Plan, PlanItem } from '../model/plan.js';
import type { Take } from '../model/take.js';
import { progressOf, type ShotState } from '../gate/progress.js';
import { restOfPlan } from '../rules/parts/rest-of-plan.js';

/** One step of a plan with what became of it. */
export interface PlanRow {
  readonly item: PlanItem;
  /** As in {@link ShotState}; `later` where another step of its shot comes first. */
  readonly state: ShotState | 'later';
  /** Versions that were made, or are being made. */
  readonly made: number;
  /** What they cost so far; micro-credits. */
  readonly paid: MicroCredits;
  readonly held: MicroCredits;
  /** Versions still to be made, and what they cost; undefined while the price is unknown. */
  readonly open: number;
  readonly need?: MicroCredits | undefined;
}

/** The steps of a plan in its order, each with what the ledger says of it. */
export function planRows(plan: Plan, takes: readonly Take[]): readonly PlanRow[] {
  const rest = new Map(restOfPlan(plan, takes).map((open) => [open.item.id, open]));
  const next = new Map(
    progressOf(plan, takes).flatMap(({ next: id, state }) => (id === undefined ? [] : [[id, state]])),
  );
  return plan.items.map((item) => {
    const own = takes.filter((take) => take.item === item.id);
    const sum = (part: 'paid' | 'held'): MicroCredits => own.reduce((total, take) => total + amountOf(take, part), 0);
    const open = rest.get(item.id);
    return {
      item,
      state: stateOf(item, next.get(item.id), open !== undefined),
      made: outputsOf(own.filter(counts)),
      paid: sum('paid'),
      held: sum('held'),
      open: open?.versions ?? 0,
      need: open === undefined ? 0 : open.need,
    };
  });
}

/** What a take paid, or still holds; what has ended holds nothing. */
function amountOf(take: Take, part: 'paid' | 'held'): MicroCredits {
  if (part === 'paid') return take.state === 'posted' ? take.paid : 0;
  return take.state === 'posted' || take.state === 'released' ? 0 : take.held;
}

function stateOf({ acceptance }: PlanItem, next: ShotState | undefined, isOpen: boolean): PlanRow['state'] {
  if (next !== undefined) return next;
  if (acceptance.state !== 'accepted') return acceptance.state;
  return isOpen ? 'later' : 'done';
}
