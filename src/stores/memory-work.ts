import { isAsset } from '../model/asset-name.js';
import type { Plan } from '../model/plan.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import type { Workflow } from '../model/workflow.js';
import type { TakeQuery, TakeStore, WorkStore } from '../gate/store-port.js';
import { countKey } from './memory-hold.js';
import { projectsInMemory } from './memory-projects.js';
import { similarInMemory } from './memory-similar.js';
import { bumpShot, fileUnder, keyOf, markYes, shown, storedTake, type MemoryState } from './memory-state.js';

const defaultLimit = 200;

/** The creative side of the memory store. */
export function memoryWork(state: MemoryState): WorkStore {
  return { ...sessions(state), ...takes(state), ...documents(state) };
}

type Sessions = Pick<WorkStore, 'session' | 'openSessions' | 'saveSession' | 'openSession' | 'touchSession'>;

function sessions(state: MemoryState): Sessions {
  const openSince = (project: string, sinceMs: number) =>
    [...state.sessions.values()]
      .filter((each) => each.project === project && each.seenAt > sinceMs && each.closedAt === undefined)
      .sort((a, b) => b.seenAt - a.seenAt || b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1));
  const touch = (session: Session, at: number) => {
    const touched = { ...session, seenAt: Math.max(session.seenAt, at) };
    state.sessions.set(session.id, touched);
    return touched;
  };
  return {
    session: async (id) => state.sessions.get(id),
    openSessions: async (project, sinceMs) => openSince(project, sinceMs),
    saveSession: async (session) => {
      state.sessions.set(session.id, session);
    },
    openSession: async (session, sinceMs) => {
      const { project, principal, clientKey } = session;
      const inForce = openSince(project, sinceMs).find(
        (each) => each.principal === principal && (clientKey === undefined || each.clientKey === clientKey),
      );
      return touch(inForce ?? session, session.seenAt);
    },
    touchSession: async (id, at) => {
      const session = state.sessions.get(id);
      if (session) touch(session, at);
    },
  };
}

function takes(state: MemoryState): TakeStore {
  return {
    take: async (id) => {
      const stored = state.takes.get(id);
      return stored && shown(state, stored);
    },
    takes: async (query) =>
      [...state.takes.values()]
        .filter(({ take }) => answers(take, query))
        .reverse()
        .slice(0, query.limit ?? defaultLimit)
        .map((stored) => shown(state, stored)),
    jobs: async (project) =>
      [...state.takes.values()]
        .filter(({ take }) => take.project === project && take.job !== undefined && take.endedAt === undefined)
        .map((stored) => shown(state, stored)),
    similar: async (query) => similarInMemory(state, query).map((stored) => shown(state, stored)),
    approvedTakes: async (principal, limit) =>
      [...state.feedback.values()]
        .filter(({ verdict }) => verdict === 'approve')
        .reverse()
        .flatMap(({ take }) => state.takes.get(take) ?? [])
        .filter(({ take }) => state.sessions.get(take.session)?.principal === principal)
        .slice(0, limit)
        .map((stored) => shown(state, stored)),
    projects: async () => projectsInMemory(state),
    unfiled: async (project, reader, limit) =>
      [...state.takes.values()]
        .filter(({ take }) => take.project === project && take.reading?.reader !== reader)
        .reverse()
        .slice(0, limit)
        .map((stored) => shown(state, stored)),
    file: async (filings) => {
      for (const { take: id, reading, marks } of structuredClone(filings)) {
        const stored = state.takes.get(id);
        if (stored === undefined) continue;
        state.takes.set(id, { ...stored, take: { ...stored.take, reading } });
        fileUnder(state, id, marks);
      }
    },
    result: async (take) => state.takes.get(take)?.result,
    shotVersion: async (project, shot) => state.shots.get(keyOf(project, shot)) ?? 0,
    promptKeyCount: async (project, promptKey) => countKey(state, project, promptKey),
    glance: async ({ project, shot, phase, promptKey, digest }) => ({
      shotVersion: state.shots.get(keyOf(project, shot)) ?? 0,
      promptKeyCount: countKey(state, project, promptKey),
      hasEqual: [...state.takes.values()].some(({ take }) => take.project === project && take.digest === digest),
      hasNudge: state.remarks.some(
        (remark) =>
          remark.project === project && remark.shot === shot && remark.phase === phase && remark.outcome === 'nudge',
      ),
    }),
    saveFeedback: async (id, said) => {
      const { take } = storedTake(state, id);
      const feedback = { ...structuredClone(said), take: id };
      // Kept in the order of the newest words.
      state.feedback.delete(id);
      state.feedback.set(id, feedback);
      state.words.push(feedback);
      bumpShot(state, take);
      if (feedback.strength !== 'relayed') markYes(state, take.project);
      return feedback;
    },
  };
}

function answers(take: Take, query: TakeQuery): boolean {
  const names = ['project', 'session', 'shot', 'state', 'digest', 'promptKey', 'cluster'] as const;
  const { asset } = query;
  if (asset !== undefined && !take.assets.some((one) => isAsset(one, asset))) return false;
  return names.every((name) => query[name] === undefined || query[name] === take[name]);
}

type Documents = Omit<WorkStore, keyof Sessions | keyof TakeStore>;

function documents(state: MemoryState): Documents {
  return {
    saveBrief: async (project, id, body, at) => {
      const before = state.briefs.get(project) ?? [];
      const version = before.length + 1;
      const brief = { ...structuredClone(body), id, project, version, at };
      state.briefs.set(project, [...before, brief]);
      return brief;
    },
    latestBrief: async (project) => state.briefs.get(project)?.at(-1),
    savePlan: async (project, id, body) => {
      const before = state.plans.get(project) ?? [];
      const version = before.length + 1;
      const plan: Plan = { ...structuredClone(body), id, project, version };
      state.plans.set(project, [...before, plan]);
      return plan;
    },
    latestPlan: async (project) => state.plans.get(project)?.at(-1),
    acceptItem: async (project, id, item, acceptance) => {
      const versions = state.plans.get(project) ?? [];
      const plan = versions.at(-1);
      if (plan?.id !== id || !plan.items.some((each) => each.id === item)) return false;
      const items = plan.items.map((each) => (each.id === item ? { ...each, acceptance } : each));
      state.plans.set(project, [...versions.slice(0, -1), { ...plan, items }]);
      return true;
    },
    saveWorkflow: async (project, document) => {
      const { name } = document.front;
      const before = state.workflows.get(name) ?? [];
      const workflow: Workflow = { ...structuredClone(document), project, name, version: before.length + 1 };
      state.workflows.set(name, [...before, workflow]);
      return workflow;
    },
    workflow: async (name, version) => {
      const versions = state.workflows.get(name) ?? [];
      return version === undefined ? versions.at(-1) : versions.find((each) => each.version === version);
    },
    workflows: async () =>
      [...state.workflows.values()]
        .flatMap((versions) => versions.slice(-1))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
