import { LRUCache } from 'lru-cache';
import type { MicroCredits } from '../../model/credits.js';
import type { Plan } from '../../model/plan.js';
import type { Take } from '../../model/take.js';
import type { Draw } from '../../ledger/draw.js';
import type { TableState } from './table-state.js';

/** A sum over takes, as far as they have ended: what has ended never changes, so it is added up once. */
export interface RunningSum {
  /** All takes up to this sequence number have ended and are in the sum. */
  readonly upTo: number;
  readonly ended: MicroCredits;
}

/** The accounts that a take was held in, and what its grants pay. */
export interface HeldTake {
  readonly project: string;
  readonly accounts: readonly string[];
  readonly draws: readonly Draw[];
}

/**
 * What one store has read before and need not read again. Everything in it is checked against the database before it is
 * used (takes, plans) or cannot change any more (sums over ended takes), so other processes may write as they like.
 */
export interface StoreMemory {
  /** Takes by id, with a stamp of everything about them that can change. */
  readonly takes: LRUCache<string, { readonly stamp: string; readonly take: Take }>;
  /** The newest takes by project, exact at a state of the tables. */
  readonly newest: LRUCache<string, { readonly state: TableState; readonly takes: readonly Take[] }>;
  /** What the holds of this process moved, by take: it does not change any more. */
  readonly holds: LRUCache<string, HeldTake>;
  /** What reads gave, by name, and the state of their tables then. */
  readonly reads: LRUCache<string, { readonly state: TableState; readonly value: unknown }>;
  readonly sums: LRUCache<string, RunningSum>;
  /** The plan in force by project, with the text it was read from. */
  readonly plans: LRUCache<string, { readonly body: string; readonly plan: Plan }>;
}

/** Longest texts of a take that are kept in memory: one prompt of megabytes would weigh as much as all the others. */
const longestKept = 50_000;

/** Whether a take is short enough to be kept in memory. */
export function isWorthKeeping({ prompt, negativePrompt, arguments: args, because }: Take): boolean {
  const texts = prompt.length + negativePrompt.length + (because?.length ?? 0);
  return texts <= longestKept && JSON.stringify(args).length <= longestKept;
}

/** The memory of a store that has read nothing yet. */
export function newStoreMemory(): StoreMemory {
  return {
    takes: new LRUCache({ max: 500 }),
    newest: new LRUCache({ max: 4 }),
    holds: new LRUCache({ max: 500 }),
    reads: new LRUCache({ max: 100 }),
    sums: new LRUCache({ max: 100 }),
    plans: new LRUCache({ max: 20 }),
  };
}
