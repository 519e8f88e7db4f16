import type { MicroCredits } from './credits.js';
import type { Strength } from './strength.js';

/** Where an approval stands: `pending → approved | denied | expired → consumed`. */
export type ApprovalState = 'pending' | 'approved' | 'denied' | 'expired' | 'consumed';

/** A person's yes to one exact thing, bound to its digest and price, used once, with an expiry. */
export interface Approval {
  readonly id: string;
  readonly project: string;
  readonly session: string;
  /** What is asked: one call, one plan item, or a higher budget. */
  readonly subject: 'call' | 'plan-item' | 'budget';
  /** Digest over principal, project, subject and the exact request with its quote. */
  readonly digest: string;
  /** What the person is shown: one line. */
  readonly title: string;
  /** Everything else worth showing, as JSON text. */
  readonly detail: string;
  readonly amount: MicroCredits;
  readonly reasons: readonly string[];
  readonly state: ApprovalState;
  readonly strength?: Strength | undefined;
  readonly note?: string | undefined;
  readonly at: number;
  readonly expiresAt: number;
}

/** The rule whose word among the reasons of an approval means that a client's yes is not enough. */
export const inPersonRule = 'in-person';

/** How strong a yes has to be to decide an approval. */
export function strengthNeeded({ reasons }: Pick<Approval, 'reasons'>): Strength {
  return reasons.some((reason) => reason.split('/')[0] === inPersonRule) ? 'person' : 'client';
}
