import type { BalanceRule } from './balance.js';
import type { BudgetRule, Priority } from './budget.js';
import type { MicroCredits } from './credits.js';
import type { LedgerMove } from './ledger-place.js';
import type { Quality } from './quality.js';
import type { Reading } from './reading.js';
import type { Level } from './verdict.js';

/** `enforce` acts; `shadow` judges and records but changes nothing; `off` only keeps the ledger. */
export type Mode = 'enforce' | 'shadow' | 'off';

/** Levels by `rule` or `rule/code`. */
export type Levels = Readonly<Record<string, Level>>;

/** What the person's config says about spending, in the form the rules read. */
export interface Policy {
  readonly mode: Mode;
  /** Levels that differ from the rules' defaults, by `rule` or `rule/code`. */
  readonly levels: Levels;
  /** Levels of single shots, over those of the project. */
  readonly shots: Readonly<Record<string, Levels>>;
  /** Whether a person is there to answer; without one, what would ask is refused. */
  readonly attended: boolean;
  readonly quickLane: {
    /** Most that one call without a plan may cost. */
    readonly perCall: MicroCredits;
    /** Most that all calls without a plan may cost in a day. */
    readonly perDay: MicroCredits;
  };
  readonly ask: {
    /** A single call above this needs a person's yes. */
    readonly above: MicroCredits;
    /** So does a call that would bring the spending since the last yes above this. */
    readonly every: MicroCredits;
    /** Above this only a yes of strength `person` counts. Left out: a client's yes is enough for every amount. */
    readonly personAbove?: MicroCredits | undefined;
  };
  readonly plan: {
    /** Share by which a call may cost more than its plan item's unit price, e.g. 0.1. */
    readonly tolerance: number;
  };
  /** Rounds that feedback told by the agent alone may open on a shot. */
  readonly relayedRounds: number;
  /** What is worth paying for, by phase and purpose. */
  readonly quality: Quality;
  /** What still counts as the same request. */
  readonly reading: Reading;
  readonly budgets: readonly BudgetRule[];
  /** For whom the project is; its projects share the client's budgets. */
  readonly client?: string | undefined;
  /** Left out: normal. */
  readonly priority?: Priority | undefined;
  /** Credits at providers; undefined where none are kept. */
  readonly balances?: readonly BalanceRule[] | undefined;
  /** Days before their lapse on which credits are spoken of. */
  readonly lapseDays?: number | undefined;
  /** Prices older than so many days, or changed, are seen by a person before a batch; above so much one call counts as such. */
  readonly prices?: { readonly staleDays: number; readonly batchAbove: MicroCredits } | undefined;
  /** Settings that allow more than the person accepted; paid calls wait while there are any. */
  readonly loosened: readonly string[];
  /** Why the ledger is not known as the one of this config; paid calls wait while it is not. */
  readonly moved?: LedgerMove | undefined;
  /** IANA time zone on whose calendar the quick lane's day turns. */
  readonly zone: string;
}
