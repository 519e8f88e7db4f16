import type { Account } from './budget.js';
import type { Brief } from './brief.js';
import type { MicroCredits } from './credits.js';
import type { LaneCall, Offer } from './offer.js';
import type { Phase } from './phase.js';
import type { OpenItem, Plan, PlanItem } from './plan.js';
import type { Policy } from './policy.js';
import type { Quote } from './quote.js';
import type { Session } from './session.js';
import type { Take } from './take.js';
import type { CheaperCall, NextCall } from './verdict.js';

/** Where a call belongs: the shot and phase it names or that were inferred, and the plan item that covers it. */
export interface Placement {
  readonly shot: string;
  readonly phase: Phase;
  readonly item?: PlanItem | undefined;
  /** Whether shot and phase were named by the agent (not inferred). */
  readonly named: boolean;
  /** Plan items that would fit equally well, when the call is ambiguous. */
  readonly candidates: readonly PlanItem[];
}

/** One frozen picture of everything the rules may look at. */
export interface Context {
  readonly policy: Policy;
  readonly session: Session;
  readonly brief?: Brief | undefined;
  readonly plan?: Plan | undefined;
  readonly placement: Placement;
  /** Takes of the project, newest first; enough of them to judge re-runs (all of the shot, recent ones of the rest). */
  readonly takes: readonly Take[];
  /** The takes whose outputs the request starts from, as far as its inputs tell. */
  readonly sources: readonly Take[];
  /** What the tools that are connected in the session offer. */
  /** Whether calls may name assets by their ids; else by path. */
  readonly namesAssets?: boolean | undefined;
  readonly offers: readonly Offer[];
  readonly accounts: readonly Account[];
  /** Spent and held today without a plan. */
  readonly quickSpentToday: MicroCredits;
  /** Spent and held since the person last said yes. */
  readonly sinceYes: MicroCredits;
  readonly quote: Quote;
  /** The same request on cheaper models of its tool, cheapest first; none while the price is unknown. */
  readonly cheaper: readonly CheaperCall[];
  /** The same on cheaper lanes of the connected tools, cheapest first. */
  readonly lanes: readonly LaneCall[];
  /** The call with the first of its prompt's combinations alone, where it stands for several. */
  readonly oneCombination?: NextCall | undefined;
  /** What of the plan is still to be made, most valuable first; read only where less is left than the plan costs. */
  readonly rest?: readonly OpenItem[] | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Digest of the price list that the quote is of, where the plan item was priced by one. */
  readonly priceKey?: string | undefined;
  /** Digest of the request as it would be sent. */
  readonly digest: string;
  readonly promptKey: string;
  /** Outputs that the price of one paid unit yields (4 for a grid of four). */
  readonly outputsPerUnit: number;
  /** The open nudge on this shot and phase that this very call answers: its `rule/code`s and the one-line answer. */
  readonly answered?: { readonly codes: readonly string[]; readonly because: string } | undefined;
  /** Versions that must be unchanged when the hold is taken. */
  readonly expect: { readonly shotVersion: number; readonly promptKeyCount: number };
}
