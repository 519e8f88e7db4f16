import type { SimilarQuery } from '../gate/store-port.js';
import type { MemoryState, StoredTake } from './memory-state.js';
import { underOneMark } from './under-one-mark.js';

/** Takes that share most marks with those asked for, best first, then the newest. */
export function similarInMemory(state: MemoryState, query: SimilarQuery): StoredTake[] {
  const { project, session, marks, limit } = query;
  const shared = new Map<StoredTake, number>();
  for (const mark of marks) {
    const under = [...(state.marks.get(mark) ?? [])].flatMap((id) => state.takes.get(id) ?? []);
    const asked = under.filter(
      ({ take }) => take.state !== 'released' && (project === undefined || take.project === project),
    );
    for (const stored of asked.slice(-underOneMark)) shared.set(stored, (shared.get(stored) ?? 0) + 1);
  }
  const best = Math.max(...shared.values());
  return [...shared]
    .filter(([, count]) => count * 4 >= best)
    .sort(([left, many], [right, few]) => few - many || right.seq - left.seq)
    .slice(0, limit)
    .map(([stored]) => stored)
    .filter(({ take }) => session === undefined || take.session === session);
}
