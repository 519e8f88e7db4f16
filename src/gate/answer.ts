import type { Account } from '../model/budget.js';
import type { Approval } from '../model/approval.js';
import type { Placement } from '../model/context.js';
import type { JsonObject } from '../model/json.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import type { NextCall, Verdict } from '../model/verdict.js';
import type { BadArgument } from './lens.js';
import type { MissingOutput } from './ports.js';

/** A call that may be paid for: the money is held, the arguments to send are final. */
export interface Ticket {
  readonly take: Take;
  readonly arguments: JsonObject;
  readonly verdict: Verdict;
  readonly placement: Placement;
  readonly session: Session;
}

/** Why a call is not made (now). Nothing was spent; every kind says what to do instead. */
export type Refusal =
  | {
      readonly kind: 'refused';
      readonly verdict: Verdict;
      readonly placement: Placement;
      readonly session: Session;
      readonly accounts: readonly Account[];
      /** The best cheaper call that would pass right now. */
      readonly cheaper?: NextCall | undefined;
      /** The pending question to the person, when a yes would let the call pass. */
      readonly approval?: Approval | undefined;
      /** What came of asking the person. */
      readonly asked?: 'denied' | 'pending' | undefined;
    }
  | { readonly kind: 'bad-arguments'; readonly problems: readonly BadArgument[] }
  | { readonly kind: 'bad-session'; readonly code: string; readonly session: string }
  | { readonly kind: 'call-id-conflict'; readonly take: Take }
  | { readonly kind: 'contended' }
  /** The tool's definition is not the one that is pinned; the person has to look. Paths are safe to show. */
  | {
      readonly kind: 'tool-changed';
      readonly server: string;
      readonly tool: string;
      /** ISO date of the pin. */
      readonly since: string;
      readonly changes: readonly { readonly path: string; readonly how: string }[];
    }
  /** The server failed over and over and is left alone for a while. */
  | { readonly kind: 'server-resting'; readonly server: string; readonly seconds: number; readonly why: string }
  | { readonly kind: 'held-back'; readonly why: string };

/** Answered without paying again: the result of a take that was made before, or is being made. */
export interface Attached {
  readonly kind: 'attached';
  readonly take: Take;
  readonly why: 'running' | 'same-seed' | 'call-id';
  readonly session: Session;
}

/** What `check` says: a ticket to spend, an earlier take that answers, or a refusal. */
export type CheckAnswer = { readonly kind: 'allow'; readonly ticket: Ticket } | Attached | Refusal;

/** How a paid call ended, for the agent. */
export type CallAnswer =
  | {
      readonly kind: 'done';
      readonly take: Take;
      readonly result: JsonObject;
      readonly session: Session;
      readonly accounts: readonly Account[];
      readonly verdict?: Verdict | undefined;
      /** Set for a batch of the plan: how many of its versions wait for the person's word, of how many planned. */
      readonly batch?: { readonly made: number; readonly planned: number } | undefined;
      /** Outputs that the answer names and that could not be fetched yet. */
      readonly missing?: readonly MissingOutput[] | undefined;
      /** Set when the answer came from an earlier take, at no cost. */
      readonly replayed?: Attached['why'] | undefined;
    }
  | {
      readonly kind: 'running';
      readonly take: Take;
      readonly session: Session;
      /** What the provider said when it took the job on. */
      readonly result?: JsonObject | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly take: Take;
      readonly session: Session;
      readonly why: string;
      readonly result?: JsonObject | undefined;
    }
  | Refusal;
