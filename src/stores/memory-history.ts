import type { HistoryStore } from '../gate/history-port.js';
import { shown, type MemoryState } from './memory-state.js';

/** What was kept of a project from its beginning, in memory. */
export function memoryHistory(state: MemoryState): HistoryStore {
  return {
    stamp: async (project) => {
      const own = <T extends { readonly project: string }>(all: Iterable<T>): T[] =>
        [...all].filter((each) => each.project === project);
      const takes = own([...state.takes.values()].map(({ take }) => take));
      const states = takes.map(({ state: at, assets }) => `${at} ${String(assets.length)}`);
      const asked = own(state.approvals.values()).map(({ id, state: at }) => `${id} ${at}`);
      const documents = [...state.workflows.values()]
        .flat()
        .map(({ state: at, version }) => `${at} ${String(version)}`);
      const versions = [state.briefs, state.plans].map((all) => all.get(project)?.length ?? 0);
      const sums = [
        state.entries.length,
        state.words.length,
        state.remarks.length,
        own(state.sessions.values()).length,
      ];
      return JSON.stringify([sums, states, asked, documents, versions]);
    },
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
