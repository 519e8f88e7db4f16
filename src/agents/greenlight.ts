import type { FeedbackBody } from '../model/feedback.js';
import type { JsonObject } from '../model/json.js';
import type { Hints } from '../model/request.js';

/** The same facts twice: as text for models and people, and as data for programs. Amounts in data are credits. */
export interface Said {
  readonly text: string;
  readonly data: JsonObject;
}

/** Where a call belongs, and the one-line answer to an open nudge. */
export type CallHints = Omit<Hints, 'session'>;

/** What is known of a call beside its tool and arguments. */
export interface CallContext {
  /** The framework's id of this very tool call; equal ids in one session never pay twice. */
  readonly callId?: string | undefined;
  /** Your own id of the conversation; calls without one share the project's open session. */
  readonly session?: string | undefined;
  /** Also read from a `greenlight` argument among the arguments, which wins. */
  readonly hints?: CallHints | undefined;
}

/** A paid tool call that an agent wants to make. */
export interface AgentCall extends CallContext {
  readonly tool: string;
  readonly arguments: unknown;
}

/** The right to make one call once: its money is held until it is settled, released or left in doubt. */
export interface CallTicket {
  /** Id of the take that the call makes. */
  readonly take: string;
  readonly tool: string;
  readonly shot: string;
  readonly phase: string;
}

/** What `check` says. Only `allow` may be called, with the arguments in it. */
export type Checked =
  | (Said & { readonly kind: 'allow'; readonly arguments: JsonObject; readonly ticket: CallTicket })
  /** The stored result of an equal call answers this one; nothing was paid. */
  | (Said & { readonly kind: 'reuse'; readonly take: string; readonly result: unknown })
  /** An equal call is being made right now; `outcome` waits for its end. */
  | (Said & { readonly kind: 'running'; readonly take: string })
  | (Said & { readonly kind: 'refused' });

/** How a paid call ended. `failed` tells in `data.status` whether it was billed, given back, or is in doubt. */
export type Ended =
  | (Said & { readonly kind: 'done'; readonly take: string; readonly result: unknown })
  | (Said & { readonly kind: 'failed'; readonly take: string; readonly result?: unknown })
  | (Said & { readonly kind: 'running'; readonly take: string });

/** How a whole guarded call ended. */
export type Ran<Result> =
  | (Said & {
      readonly kind: 'done';
      readonly take: string;
      readonly result: Result;
      /** Whether the result was made before (or by an equal call at the same time), at no cost. */
      readonly replayed: boolean;
    })
  | (Said & {
      readonly kind: 'failed';
      readonly take: string;
      /** What the function threw, when it did. */
      readonly error?: unknown;
      /** What it returned, when that said it had failed (`isError: true`). */
      readonly result?: Result | undefined;
    })
  | (Said & { readonly kind: 'refused' });

/** A refusal as a value that an agent can read. Nothing was spent. */
export interface Refused extends Said {
  readonly refused: true;
}

/** How a function is guarded. */
export interface GuardOptions {
  /** Throw {@link RefusedError} instead of returning a {@link Refused}. Default false. */
  readonly throwOnRefusal?: boolean | undefined;
  /** Session of calls that name none. */
  readonly session?: string | undefined;
}

/** A function under guard: called like before, and optionally with what is known of the call. */
export type Guarded<Args, Result> = (args: Args, context?: CallContext) => Promise<Result>;

/** One of Greenlight's own free tools, for any agent framework. */
export interface AgentTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON schema of the arguments. */
  readonly inputSchema: JsonObject;
  readonly readOnly: boolean;
  /** Never throws for wrong arguments: the answer says what was expected. */
  run(args: unknown, context?: Pick<CallContext, 'session'>): Promise<Said & { readonly isError: boolean }>;
}

/** A pending question to a person, as a program may show it. `amount` is credits. */
export interface OpenQuestion {
  readonly id: string;
  readonly title: string;
  readonly amount: number;
  readonly reasons: readonly string[];
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Greenlight as a library: judges, holds, settles and remembers the paid calls of an agent that you run. */
export interface Greenlight {
  /** The working rules, for the agent's system prompt. */
  readonly instructions: string;
  /** Names of the tools that have a profile and cost money. */
  readonly paidTools: readonly string[];
  /** A JSON schema of a paid tool's arguments with the optional `greenlight` argument (shot, phase, because) added. */
  publish(inputSchema: JsonObject): JsonObject;
  /** Judges a call and holds its money, without making it. Whatever is unclear is refused. */
  check(call: AgentCall): Promise<Checked>;
  /** Say this right before the call is made. False: the hold lapsed, the call must not be made. */
  dispatched(ticket: CallTicket): Promise<boolean>;
  /** Settles a made call by its result. A result with `isError: true` stays in doubt unless it says what was billed. */
  settle(ticket: CallTicket, result: unknown): Promise<Ended>;
  /** Gives the money back; only for calls that are known not to be billed. */
  release(ticket: CallTicket, why: string): Promise<Ended>;
  /** Keeps the money held because nobody knows whether the call was billed. */
  doubt(ticket: CallTicket, why: string): Promise<Ended>;
  /** How a take stands, after waiting at most `withinMs` for its end; undefined when there is none of this id. */
  outcome(take: string, withinMs?: number): Promise<Ended | undefined>;
  /** A whole call: judged, held, `execute` run at most once with the arguments that were allowed, settled. */
  run<Result>(call: AgentCall, execute: (args: JsonObject) => Result | PromiseLike<Result>): Promise<Ran<Result>>;
  /**
   * Puts any function of one argument object under guard. What it throws comes out as {@link PaidCallError}.
   * @throws RefusedError on a refusal when `throwOnRefusal` is set.
   */
  guard<Args extends object, Result>(
    tool: string,
    execute: (args: Args) => Result | PromiseLike<Result>,
    options: GuardOptions & { readonly throwOnRefusal: true },
  ): Guarded<Args, Result>;
  guard<Args extends object, Result>(
    tool: string,
    execute: (args: Args) => Result | PromiseLike<Result>,
    options?: GuardOptions,
  ): Guarded<Args, Result | Refused>;
  /** Greenlight's own free tools: brainstorm, plan, estimate, feedback, budget, take, workflow, report. */
  tools(): readonly AgentTool[];
  /** A person's word on a take, from your own interface: it counts more than what the agent relays. */
  feedback(take: string, body: Partial<FeedbackBody> & Pick<FeedbackBody, 'verdict'>): Promise<boolean>;
  /** The questions that wait for a person. */
  questions(): Promise<readonly OpenQuestion[]>;
  /**
   * A person's answer to such a question, from your own interface; false when it waits no longer, or is above
   * `ask.personAbove`, which takes the person's password (`greenlight approve`).
   */
  decide(question: string, answer: 'yes' | 'no', note?: string): Promise<boolean>;
  /** Waits at most `graceMs` for calls under way, then closes the store; what was not settled stays held in doubt. */
  close(graceMs?: number): Promise<void>;
}
