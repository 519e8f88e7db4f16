import type { JsonObject } from './json.js';
import type { MicroCredits } from './credits.js';
import type { GenerationRequest } from './request.js';
import type { Quote } from './quote.js';
import type { Tier } from './tier.js';

/**
 * How strictly a finding is taken, mildest first: `note` passes with a remark; `fix` passes in its cheaper legal form;
 * `nudge` is held once until the agent revises or answers in one line; `ask` needs a person's yes; `block` refuses.
 * `off` is not heard. `reuse` answers with the stored result, for nothing.
 */
export const levels = ['off', 'note', 'fix', 'nudge', 'ask', 'block', 'reuse'] as const;

/** One of {@link levels}. */
export type Level = (typeof levels)[number];

/** Upper bounds that make a call cheaper; bounds from several rules merge in any order (the lowest wins). */
export interface Fix {
  readonly count?: number | undefined;
  /** Native sound off. */
  readonly audio?: false | undefined;
  /** Met as nearly as the tool can: its shortest length may be longer. */
  readonly seconds?: number | undefined;
  /** Width × height of each picture; its aspect stays. */
  readonly pixels?: number | undefined;
  /** The tool's preview mode on, where it has one. */
  readonly preview?: true | undefined;
}

/** A call that would be legal (and cheaper) instead. */
export interface NextCall {
  readonly tool: string;
  readonly arguments: JsonObject;
  /** What it would cost; undefined when free or unknown. */
  readonly amount?: MicroCredits | undefined;
}

/** The same call on a cheaper model of the same tool, ready to be made. */
export interface CheaperCall {
  readonly model: string;
  readonly tier: Tier;
  readonly amount: MicroCredits;
  readonly call: NextCall;
}

/** What one rule says of a request: a stable code and the facts. No prose, no severity. */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly facts: JsonObject;
  readonly fix?: Fix | undefined;
  readonly instead?: readonly NextCall[] | undefined;
  /** Take whose stored result answers the call (for `reuse`). */
  readonly take?: string | undefined;
}

/** A finding with the level that the policy gives it. */
export interface WeighedFinding extends Finding {
  readonly level: Exclude<Level, 'off'>;
  /** It would ask a person, and nobody is there: it blocks. */
  readonly unattended?: true | undefined;
}

/** The merged outcome of all findings, over the fixed request and its quote. */
export interface Verdict {
  readonly outcome: 'allow' | 'nudge' | 'ask' | 'block' | 'reuse';
  readonly findings: readonly WeighedFinding[];
  /** The request as it may be sent: all fixes applied. */
  readonly request: GenerationRequest;
  readonly quote: Quote;
  /** Whether any fix changed the request. */
  readonly fixed: boolean;
  /** Price of the request as it came, where a fix made it cheaper. */
  readonly before?: Quote | undefined;
}
