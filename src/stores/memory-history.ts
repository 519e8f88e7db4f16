import type { HistoryStore } from '../gate/history-port.js';
import { shown, type MemoryState } from './memory-state.js';

/** What was kept of a project from its beginning, in memory. */
export function memoryHistory(state: MemoryState): HistoryStore {
  return {
    briefs: async (project) => [...(state.briefs.get(project) ?? [])],
    plans: async (project) => [...(state.plans.get(project) ?? [])],
    takeCount: async (project) => [...state.takes.values()].filter(({ take }) => take.project === project).length,
    takesInOrder: async (project, { after, limit }) => {
      const all = [...state.takes.values()].filter(({ take }) => take.project === project);
      const begin = after === undefined ? 0 : all.findIndex(({ take }) => take.id === after) + 1;
      // Behind a take that is not there comes nothing: a page must never begin anew.
      if (after !== undefined && begin === 0) return [];
      return all.slice(begin, begin + limit).map((stored) => shown(state, stored));
    },
    wordsOn: async (takes) => state.words.filter(({ take }) => takes.includes(take)),
  };
}
