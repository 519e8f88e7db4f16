import { phases, phaseRank } from '../model/phase.js';
import type { Plan } from '../model/plan.js';
import { toCredits } from '../model/credits.js';
import type { Take } from '../model/take.js';
import { isApproved } from '../model/takes.js';
import type { Board, BoardShot } from './api.js';
import { takeView } from './take-view.js';

/** The shots of a project in the order of its plan, those that no plan has after them, the newest first. */
export function boardOf(newestFirst: readonly Take[], plan: Plan | undefined): Board {
  const byShot = new Map<string, Take[]>((plan?.items ?? []).map(({ shot }) => [shot, []]));
  for (const take of newestFirst) {
    const own = byShot.get(take.shot);
    if (own === undefined) byShot.set(take.shot, [take]);
    else own.push(take);
  }
  const shots = [...byShot].map(([shot, takes]) => boardShot(shot, takes, plan));
  return { shots, phases: [...phases] };
}

function boardShot(shot: string, newestFirst: readonly Take[], plan: Plan | undefined): BoardShot {
  const items = (plan?.items ?? []).filter((item) => item.shot === shot);
  const [item] = items;
  const [latest] = newestFirst;
  const locked = newestFirst.find(isApproved);
  const reached = newestFirst.map(({ phase }) => phase).sort((one, other) => phaseRank(other) - phaseRank(one));
  const counts: Record<string, number> = {};
  for (const { phase } of newestFirst) counts[phase] = (counts[phase] ?? 0) + 1;
  const estimates = items.flatMap(({ estimate }) => estimate ?? []);
  return {
    shot,
    ...{ purpose: item?.purpose ?? null, kind: item?.kind ?? latest?.kind ?? null, phase: reached[0] ?? null },
    locked: locked === undefined ? null : takeView(locked),
    latest: latest === undefined ? null : takeView(latest),
    counts,
    takes: newestFirst.length,
    paid: toCredits(newestFirst.reduce((sum, { paid }) => sum + paid, 0)),
    planned: estimates.length === 0 ? null : toCredits(estimates.reduce((sum, estimate) => sum + estimate, 0)),
  };
}
