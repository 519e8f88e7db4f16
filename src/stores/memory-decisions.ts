import type { Approval } from '../model/approval.js';
import type { DecisionStore } from '../gate/store-port.js';
import { markYes, type MemoryState } from './memory-state.js';
import { memoryQuick, memorySinceYes } from './memory-sums.js';

/** Approvals and remembered decisions of the memory store; `clock` gives epoch milliseconds. */
export function memoryDecisions(state: MemoryState, clock: () => number): DecisionStore {
  return {
    ...approvals(state, clock),
    remark: async (remark) => {
      state.remarks.push(structuredClone(remark));
    },
    remarks: async (project) => state.remarks.filter((remark) => remark.project === project),
    openNudge: async (project, shot, phase) => {
      const there = state.remarks.filter(
        (remark) => remark.project === project && remark.shot === shot && remark.phase === phase,
      );
      const nudge = there.findLastIndex((remark) => remark.outcome === 'nudge');
      const isAnswered = there
        .slice(nudge + 1)
        .some((later) => later.because !== undefined || later.take !== undefined);
      return isAnswered ? undefined : there[nudge];
    },
    sinceYes: async (project, except) => memorySinceYes(state, project, except),
    quickSpent: async (project, fromMs) => memoryQuick(state, project, fromMs),
    setting: async (key) => state.settings.get(key),
    saveSetting: async (key, value) => {
      state.settings.set(key, value);
    },
    keepSettings: async (values) => {
      const kept = new Map([...values].map(([key, value]) => [key, state.settings.get(key) ?? value]));
      for (const [key, value] of kept) state.settings.set(key, value);
      return kept;
    },
    settings: async (prefix) =>
      new Map([...state.settings].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

type Approvals = Pick<
  DecisionStore,
  'openApproval' | 'approval' | 'approvedFor' | 'deniedFor' | 'approvals' | 'decideApproval'
>;

function approvals(state: MemoryState, clock: () => number): Approvals {
  const read = (approval: Approval): Approval => {
    const isLive = approval.state === 'pending' || approval.state === 'approved';
    return isLive && approval.expiresAt <= clock() ? { ...approval, state: 'expired' } : approval;
  };
  const newestFirst = (project: string) =>
    [...state.approvals.values()]
      .filter((each) => each.project === project)
      .reverse()
      .map(read);
  return {
    openApproval: async (approval) => {
      const live = newestFirst(approval.project).find(
        (each) => each.digest === approval.digest && (each.state === 'pending' || each.state === 'approved'),
      );
      if (live) return live;
      const opened: Approval = { ...structuredClone(approval), state: 'pending', strength: undefined, note: undefined };
      state.approvals.set(opened.id, opened);
      return opened;
    },
    approval: async (id) => {
      const found = state.approvals.get(id);
      return found && read(found);
    },
    approvedFor: async (project, digest) =>
      newestFirst(project).find((each) => each.digest === digest && each.state === 'approved'),
    deniedFor: async (project, digest) =>
      newestFirst(project).find(
        (each) => each.digest === digest && each.state === 'denied' && each.expiresAt > clock(),
      ),
    approvals: async (project, wanted) =>
      newestFirst(project).filter((each) => wanted === undefined || each.state === wanted),
    decideApproval: async (id, { state: decided, strength, note }) => {
      const found = state.approvals.get(id);
      if (!found || read(found).state !== 'pending') return undefined;
      const approval: Approval = { ...found, state: decided, strength, note };
      state.approvals.set(id, approval);
      if (decided === 'approved' && strength !== 'relayed') markYes(state, approval.project);
      return approval;
    },
  };
}
