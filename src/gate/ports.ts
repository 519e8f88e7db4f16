import type { Approval } from '../model/approval.js';
import type { FeedbackBody } from '../model/feedback.js';
import type { InputForm } from '../model/input-form.js';
import type { JsonObject } from '../model/json.js';
import type { Policy } from '../model/policy.js';
import type { Strength } from '../model/strength.js';
import type { Asset, Take } from '../model/take.js';
import type { Rule } from '../rules/rule.js';
import type { ElicitOutcome, ElicitQuestion, PageQuestion } from './call-port.js';
import type { JobPort } from './job-port.js';
import type { ToolView } from './lens.js';
import type { Store } from './store-port.js';

/** Who calls, as far as an edge can tell. */
export interface Caller {
  /** Whose money is spent, e.g. the operating system's user. */
  readonly principal: string;
  /** Name of the client program. */
  readonly client: string;
  readonly project: string;
  /** Id that the client gives its conversation (environment or `_meta`), when it gives one. */
  readonly clientKey?: string | undefined;
  /** The client's id of this very tool call, when it declares one; equal ids never pay twice. */
  readonly callId?: string | undefined;
  /** Asks the person through the client's own dialog; absent when the client has none. */
  readonly elicit?: ((key: string, question: ElicitQuestion) => Promise<ElicitOutcome>) | undefined;
  /** Sends the person to a page of ours; absent when the client cannot. */
  readonly openPage?: ((key: string, question: PageQuestion) => Promise<ElicitOutcome>) | undefined;
}

/** What came of asking a person. `unavailable` means that nobody answered: the approval stays pending. */
export type AskAnswer =
  | { readonly kind: 'yes'; readonly strength: Strength }
  | { readonly kind: 'no'; readonly note?: string | undefined }
  | { readonly kind: 'unavailable'; readonly why: string };

/** Asks a person about one pending approval; where and how is the edge's business. */
export type Asker = (approval: Approval, caller: Caller) => Promise<AskAnswer>;

/** Asks a person whether they really said of a take what the agent tells; where and how is the edge's business. */
export type Confirmer = (take: Take, body: FeedbackBody, caller: Caller) => Promise<AskAnswer>;

/** What an upstream did with a call. Money depends on the difference between `not-sent` and the rest. */
export type Dispatched =
  | { readonly kind: 'answer'; readonly result: JsonObject }
  /** It is certain that the provider never got the call. */
  | { readonly kind: 'not-sent'; readonly why: string }
  /** An error whose billing is not known: the answer was lost, or the error says nothing of it. */
  | {
      readonly kind: 'lost';
      readonly why: string;
      /** The upstream's own words, when it answered with an error of the protocol. */
      readonly said?: string | undefined;
    };

/** Sends a call to its upstream, once. Never rejects. */
export type Dispatch = (
  call: { readonly server: string; readonly tool: string; readonly arguments: JsonObject; readonly take: string },
  progress: (params: JsonObject) => void,
) => Promise<Dispatched>;

/** Whether a call whose money is held may go out now. `leave` is called once when it has ended, whatever became of it. */
export type Admission =
  { readonly kind: 'go'; readonly leave: () => void } | { readonly kind: 'not-sent'; readonly why: string };

/** Waits until a call may go out; its hold may run out meanwhile. */
export type Admit = () => Promise<Admission>;

/** The outputs of a take after they went to disk, and the answer without the media that was in it. */
export interface KeptOutputs {
  /** Resolves when the outputs would survive a power cut; the call is not answered before. */
  readonly safe?: Promise<void> | undefined;
  readonly assets: readonly Asset[];
  readonly result: JsonObject;
}

/**
 * Keeps the outputs of an answer: media to disk, links and a small preview in its place. What cannot be written stays in
 * the answer, which is marked (`model/unwritten.ts`); `isSecond`: the answer was kept before, only that is written now.
 */
export type KeepOutputs = (take: Take, result: JsonObject, isSecond?: boolean) => Promise<KeptOutputs>;

/** An output that could not be fetched, or written to the disk: from where, and why (a code and what was seen). */
export interface MissingOutput {
  readonly host: string;
  readonly why: string;
}

/** A take's outputs after those that the answer only named by address were fetched. */
export interface FetchedOutputs extends Omit<KeptOutputs, 'safe'> {
  readonly missing: readonly MissingOutput[];
}

/**
 * Fetches the outputs that an answer only names by address; undefined when there is none that the take has not yet.
 * Never rejects for what cannot be fetched.
 */
export type FetchOutputs = (take: Take, result: JsonObject) => Promise<FetchedOutputs | undefined>;

/** Hands outputs that were made before to the tools that go on with them. */
export interface InputPort {
  /** An asset in the form that a tool takes, or what was expected of it (a file that is there, a smaller one). */
  give(
    asset: Asset,
    form: InputForm,
    take: string,
  ): Promise<{ readonly value: string } | { readonly expected: string }>;
  /** The sha-256 of what a text holds (inline media) or names (a file here); undefined when it is neither. */
  contentOf(text: string): Promise<{ readonly id: string; readonly isInline: boolean } | undefined>;
}

/**
 * Named steps of a paid call, in order; tests stop or kill the process at each. A call that starts a job at its provider
 * ends with `job-noted`; `kept` and `settled` come with the job's end.
 */
export const steps = ['decided', 'held', 'dispatched', 'answered', 'kept', 'settled', 'job-noted'] as const;

/** One of {@link steps}. */
export type Step = (typeof steps)[number];

/** The effects that the gate works with; everything that is not a pure decision. */
export interface GatePorts {
  readonly store: Store;
  readonly rules: readonly Rule[];
  /** Every tool that is known right now and says what it makes; never waits for a server. */
  readonly tools: () => readonly ToolView[];
  readonly policy: Policy;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** A fresh random id with a readable prefix, e.g. `t_…`. */
  readonly newId: (prefix: string) => string;
  /** A collision-free digest of a text, hexadecimal. */
  readonly digest: (text: string) => string;
  /** Resolves after a time in milliseconds, or rejects once the signal aborts; must not keep a process alive. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly ask: Asker;
  /** Left out: what the agent tells of the person stays told by the agent. */
  readonly confirm?: Confirmer | undefined;
  readonly keep: KeepOutputs;
  readonly fetch: FetchOutputs;
  /** Where jobs at providers can be asked for; without it every answer is taken for a result. */
  readonly jobs?: JobPort | undefined;
  /** Left out: arguments are sent as they are given, and name no assets. */
  readonly inputs?: InputPort | undefined;
  /** Lease of this process. */
  readonly lease: string;
  /** How long a hold may wait for its dispatch. */
  readonly holdTtlMs: number;
  /** How long a pending approval lives. */
  readonly approvalTtlMs: number;
  /** A session that was not seen for this long is over. */
  readonly sessionIdleMs: number;
  /** A call that takes longer is answered with its take's id; the take goes on. */
  readonly answerWithinMs: number;
  /** Called at every step of a paid call. */
  readonly reached: (step: Step, take: string) => void | Promise<void>;
  /** A problem that does not end a call but should be known. */
  readonly warn: (message: string, detail: JsonObject) => void;
}
