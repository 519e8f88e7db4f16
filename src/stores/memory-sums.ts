import { addMicro, type MicroCredits } from '../model/credits.js';
import type { MemoryState, StoredTake } from './memory-state.js';

/** Spent and held in a project since a person was last there, but for some plan items; micro-credits. */
export function memorySinceYes(state: MemoryState, project: string, except: readonly string[] = []): MicroCredits {
  const lastYes = state.lastYes.get(project) ?? 0;
  const isCounted = ({ item }: StoredTake['take']): boolean => item === undefined || !except.includes(item);
  return sum(state, ({ take, seq }) => take.project === project && seq > lastYes && isCounted(take));
}

/** Spent and held in a project without a plan item since a moment (epoch milliseconds); micro-credits. */
export function memoryQuick(state: MemoryState, project: string, fromMs: number): MicroCredits {
  return sum(state, ({ take }) => take.project === project && take.item === undefined && take.at >= fromMs);
}

function sum(state: MemoryState, counts: (stored: StoredTake) => boolean): MicroCredits {
  const amounts = [...state.takes.values()].filter(counts).map(({ take }) => addMicro(take.held, take.paid));
  return addMicro(...amounts);
}
