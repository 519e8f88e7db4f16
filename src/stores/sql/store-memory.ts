import { LRUCache } from 'lru-cache';
import type { MicroCredits } from '../../model/credits.js';
import type { Plan } from '../../model/plan.js';
import type { Take } from '../../model/take.js';

/** A sum over takes, as far as they have ended: what has ended never changes, so it is added up once. */
export interface RunningSum {
  /** All takes up to this sequence number have ended and are in the sum. */
  readonly upTo: number;
  readonly ended: MicroCredits;
}

/**
 * What one store has read before and need not read again. Everything in it is checked against the database before it is
 * used (takes, plans) or cannot change any more (sums over ended takes), so other processes may write as they like.
 */
export interface StoreMemory {
  /** Takes by id, with a stamp of everything about them that can change. */
  readonly takes: LRUCache<string, { readonly stamp: string; readonly take: Take }>;
  readonly sums: LRUCache<string, RunningSum>;
  /** The plan in force by project, with the text it was read from. */
  readonly plans: LRUCache<string, { readonly body: string; readonly plan: Plan }>;
}

/** The memory of a store that has read nothing yet. */
export function newStoreMemory(): StoreMemory {
  return {
    takes: new LRUCache({ max: 500 }),
    sums: new LRUCache({ max: 100 }),
    plans: new LRUCache({ max: 20 }),
  };
}
