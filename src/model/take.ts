import type { MicroCredits } from './credits.js';
import type { Feedback } from './feedback.js';
import type { TakeJob } from './job-map.js';
import type { JsonObject } from './json.js';
import type { Kind } from './kind.js';
import type { Phase } from './phase.js';
import type { PromptReading } from './prompt-features.js';
import type { Tier } from './tier.js';

/**
 * Where a take's money stands. `held` → `dispatched` → `posted | released | in_doubt`; a held take that was never
 * dispatched may also become `released` by expiry.
 */
export const takeStates = ['held', 'dispatched', 'in_doubt', 'posted', 'released'] as const;

/** One of {@link takeStates}. */
export type TakeState = (typeof takeStates)[number];

/** What came of a take at the provider. `unbilled` takes are invisible to the rules on re-runs and feedback. */
export type TakeOutcome = 'running' | 'succeeded' | 'failed-billed' | 'unbilled' | 'unknown';

/** A stored output of a take. */
export interface Asset {
  /** sha-256 of the content, hexadecimal. */
  readonly id: string;
  readonly path: string;
  readonly mimeType: string;
  readonly bytes: number;
  /** Address that it was fetched from; undefined when it was in the answer. */
  readonly source?: string | undefined;
}

/** One paid generation call on a shot: what was asked, what is held or paid for it, and what the person said. */
export interface Take {
  readonly id: string;
  readonly project: string;
  readonly session: string;
  readonly shot: string;
  readonly phase: Phase;
  /** Plan item that covers it, or undefined in the quick lane. */
  readonly item?: string | undefined;
  readonly server: string;
  readonly tool: string;
  readonly kind: Kind;
  readonly model?: string | undefined;
  readonly tier: Tier;
  readonly count: number;
  /** Digest of server, tool and canonical arguments. */
  readonly digest: string;
  /** Canonical key of the prompt: equal for prompts that differ only in decoration or order. */
  readonly promptKey: string;
  /** Id of the first of the takes that are one prompt tried again and again; its own when it is the first. */
  readonly cluster: string;
  /** The cluster whose prompt this one refined. */
  readonly parent?: string | undefined;
  /** How the prompt was read when the take was made. */
  readonly reading?: PromptReading | undefined;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed?: number | undefined;
  /** Size, aspect, length, audio and input assets as one comparable text: what else makes it another picture. */
  readonly shape: string;
  readonly arguments: JsonObject;
  /** Takes whose outputs the call started from. */
  readonly madeFrom?: readonly string[] | undefined;
  readonly state: TakeState;
  readonly outcome: TakeOutcome;
  readonly held: MicroCredits;
  readonly paid: MicroCredits;
  /** Where the settled amount was read: `provider`, `book`, `estimate` or `person`. */
  readonly costSource?: string | undefined;
  readonly at: number;
  readonly endedAt?: number | undefined;
  /** The client's own id of the tool call, scoped to principal and session. */
  readonly callId?: string | undefined;
  /** What the agent gave as reason, quoted, when it answered a nudge. */
  readonly because?: string | undefined;
  /** The provider's job that the call started: the take stays dispatched, whatever process lives, until the job ends. */
  readonly job?: TakeJob | undefined;
  readonly assets: readonly Asset[];
  readonly feedback?: Feedback | undefined;
}
