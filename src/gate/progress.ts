import { phaseRank, type Phase } from '../model/phase.js';
import type { Plan, PlanItem } from '../model/plan.js';
import type { Take } from '../model/take.js';
import { counts, isApproved, isRunning, isWaiting } from '../model/takes.js';

/**
 * Where a shot's next step stands: `open` may be made; `running`; `waiting` for a person's word on takes; `again` after
 * feedback that did not approve; `needs-yes` and `denied` as in the plan; `done` when no step is left.
 */
export type ShotState = 'open' | 'running' | 'waiting' | 'again' | 'needs-yes' | 'denied' | 'done';

/** How far a planned shot has come, by the ledger. */
export interface ShotProgress {
  readonly shot: string;
  readonly done: readonly Phase[];
  readonly state: ShotState;
  /** The plan item that comes next; undefined when the shot is done. */
  readonly next?: string | undefined;
  /** Takes that wait for a person's word. */
  readonly waiting: readonly string[];
}

/** What is done and what is next for each shot of a plan, in the plan's order. Source: A2. */
export function progressOf(plan: Plan, takes: readonly Take[]): readonly ShotProgress[] {
  const shots = [...new Set(plan.items.map(({ shot }) => shot))];
  return shots.map((shot) => {
    const items = plan.items.filter((item) => item.shot === shot);
    return shotProgress(
      shot,
      items,
      takes.filter((take) => take.shot === shot && counts(take)),
    );
  });
}

function shotProgress(shot: string, items: readonly PlanItem[], takes: readonly Take[]): ShotProgress {
  const done = items
    .map(({ phase }) => phase)
    .filter((phase) => takes.some((take) => take.phase === phase && isApproved(take)));
  // A later approval settles what came before it.
  const reached = Math.max(-1, ...done.map(phaseRank));
  const [next] = items
    .filter(({ phase }) => phaseRank(phase) > reached)
    .sort((one, other) => phaseRank(one.phase) - phaseRank(other.phase));
  if (next === undefined) return { shot, done, state: 'done', waiting: [] };
  const own = takes.filter(({ phase }) => phase === next.phase);
  const waiting = own.filter((take) => isWaiting(take) && !isRunning(take)).map(({ id }) => id);
  return { shot, done, state: stateOf(next, own, waiting), next: next.id, waiting };
}

function stateOf({ acceptance }: PlanItem, own: readonly Take[], waiting: readonly string[]): ShotState {
  if (own.some(isRunning)) return 'running';
  if (waiting.length > 0) return 'waiting';
  if (acceptance.state !== 'accepted') return acceptance.state;
  return own.some(({ feedback }) => feedback !== undefined) ? 'again' : 'open';
}
