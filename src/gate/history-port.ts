import type { Brief } from '../model/brief.js';
import type { Feedback } from '../model/feedback.js';
import type { Plan } from '../model/plan.js';
import type { Take } from '../model/take.js';

/** A page of what was kept, in the order in which it came. */
export interface Page<Place> {
  /** What the page begins behind; left out: at the beginning. */
  readonly after?: Place | undefined;
  /** Most entries of the page. */
  readonly limit: number;
}

/** What was kept of a project from its beginning, the oldest first: to be looked through and written out. */
export interface HistoryStore {
  /** Every version of the brief. */
  briefs(project: string): Promise<Brief[]>;
  /** Every version of the plan. */
  plans(project: string): Promise<Plan[]>;
  /**
   * A text that differs after anything of the project was stored or moved: takes, money, words, documents, requests. Equal
   * texts mean that nothing did.
   */
  stamp(project: string): Promise<string>;
  /** How many takes there are. */
  takeCount(project: string): Promise<number>;
  /** Takes with their newest feedback; `after` is the id of a take. */
  takesInOrder(project: string, page: Page<string>): Promise<Take[]>;
  /** Every word on these takes, also those that a newer one replaced; at most 500 takes. */
  wordsOn(takes: readonly string[]): Promise<Feedback[]>;
}
