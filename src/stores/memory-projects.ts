import type { ProjectSum } from '../gate/store-port.js';
import { isApproved } from '../model/takes.js';
import { shown, type MemoryState } from './memory-state.js';

/** Every project with takes, the dearest first; see the port. */
export function projectsInMemory(state: MemoryState): ProjectSum[] {
  const sums = new Map<string, ProjectSum>();
  for (const stored of state.takes.values()) {
    const take = shown(state, stored);
    const { project, paid, held } = take;
    const before = sums.get(project) ?? { project, takes: 0, kept: 0, paid: 0, held: 0 };
    const isPaid = take.state === 'posted';
    sums.set(project, {
      project,
      takes: before.takes + (isPaid ? 1 : 0),
      kept: before.kept + (isPaid && isApproved(take) ? 1 : 0),
      paid: before.paid + paid,
      held: before.held + held,
    });
  }
  return [...sums.values()].sort((a, b) => b.paid - a.paid || (a.project < b.project ? -1 : 1));
}
