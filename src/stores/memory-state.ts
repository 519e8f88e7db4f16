import type { Draw } from '../ledger/draw.js';
import type { Account, AccountRef } from '../model/budget.js';
import type { Approval } from '../model/approval.js';
import type { Brief } from '../model/brief.js';
import type { Feedback } from '../model/feedback.js';
import type { JsonObject } from '../model/json.js';
import type { Plan } from '../model/plan.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import type { Workflow } from '../model/workflow.js';
import type { Entry, Remark } from '../gate/store-port.js';
import { unknownTake } from './movements.js';

/** A take with what only the store knows of it. */
export interface StoredTake {
  /** Without feedback, which is kept apart. */
  readonly take: Take;
  readonly seq: number;
  readonly lease: string;
  readonly expiresAt: number;
  /** The accounts that hold its money. */
  readonly accounts: readonly string[];
  /** What it drew from grants. */
  readonly draws: readonly Draw[];
  readonly result?: JsonObject | undefined;
}

/** Everything the memory store keeps; stored values are never changed, only replaced. */
export interface MemoryState {
  readonly accounts: Map<string, Account>;
  /** In the order of their holds. */
  readonly takes: Map<string, StoredTake>;
  /** Ids of the takes under each mark, oldest first. */
  readonly marks: Map<number, Set<string>>;
  readonly entries: Entry[];
  readonly leases: Map<string, number>;
  readonly sessions: Map<string, Session>;
  readonly shots: Map<string, number>;
  /** The newest word on each take. */
  readonly feedback: Map<string, Feedback>;
  /** Every word, oldest first. */
  readonly words: Feedback[];
  /** Every version by project, oldest first. */
  readonly briefs: Map<string, readonly Brief[]>;
  readonly plans: Map<string, readonly Plan[]>;
  readonly workflows: Map<string, Workflow[]>;
  readonly approvals: Map<string, Approval>;
  readonly remarks: Remark[];
  /** By project, the last take before a person was there. */
  readonly lastYes: Map<string, number>;
  readonly settings: Map<string, string>;
}

/** A store that has seen nothing. */
export function emptyState(): MemoryState {
  return {
    accounts: new Map(),
    takes: new Map(),
    marks: new Map(),
    entries: [],
    leases: new Map(),
    sessions: new Map(),
    shots: new Map(),
    feedback: new Map(),
    words: [],
    briefs: new Map(),
    plans: new Map(),
    workflows: new Map(),
    approvals: new Map(),
    remarks: [],
    lastYes: new Map(),
    settings: new Map(),
  };
}

/** One key for several words, which may hold any character. */
export function keyOf(...words: readonly string[]): string {
  return JSON.stringify(words);
}

/** The stored take of an id. Throws when the store has never given it out. */
export function storedTake(state: MemoryState, id: string): StoredTake {
  const stored = state.takes.get(id);
  if (stored === undefined) throw unknownTake(id);
  return stored;
}

/** A stored take as the port shows it: with its newest feedback. */
export function shown(state: MemoryState, { take }: StoredTake): Take {
  return { ...take, feedback: state.feedback.get(take.id) };
}

/** An account, opened with the limits of the reference when it is new. */
export function openedAccount(state: MemoryState, ref: AccountRef): Account {
  const { id, scope, subject, limit, soft, resetsAt } = ref;
  return state.accounts.get(id) ?? { id, scope, subject, limit, soft, resetsAt, spent: 0, held: 0 };
}

/** Files a take under marks. */
export function fileUnder(state: MemoryState, take: string, marks: readonly number[]): void {
  for (const mark of marks) {
    const under = state.marks.get(mark);
    if (under) under.add(take);
    else state.marks.set(mark, new Set([take]));
  }
}

/** Moves a shot's version on. */
export function bumpShot(state: MemoryState, { project, shot }: Take): void {
  const key = keyOf(project, shot);
  state.shots.set(key, (state.shots.get(key) ?? 0) + 1);
}

/** Remembers that a person was here: only takes from now on count as spent since then. */
export function markYes(state: MemoryState, project: string): void {
  state.lastYes.set(project, state.takes.size);
}
