import type { JsonObject } from '../model/json.js';
import type { UpstreamTool } from './upstream-port.js';

/** What a person is asked through the client's own dialog: one sentence and a flat form. */
export interface ElicitQuestion {
  readonly message: string;
  readonly requestedSchema: JsonObject;
}

/** A page of ours that the person is sent to; the client only asks whether to open it. */
export interface PageQuestion {
  readonly message: string;
  /** Never holds a secret: the client shows it, and the agent may see it. */
  readonly url: string;
  /** Resolves when what the page is about is decided, so that the client can close its dialog. */
  readonly decided: () => Promise<unknown>;
}

/** What came of asking. `unavailable` is never a no: nobody may have seen the question. */
export type ElicitOutcome =
  | {
      readonly kind: 'answered';
      readonly action: 'accept' | 'decline' | 'cancel';
      readonly content?: JsonObject | undefined;
      /** Time from question to answer; a very short one was given by no person. */
      readonly afterMs: number;
    }
  | {
      readonly kind: 'unavailable';
      readonly why: string;
      /** The client has no such dialog at all. */
      readonly lacks?: true | undefined;
    };

/** The client behind one call. */
export interface ClientHandle {
  readonly name: string;
  readonly version: string;
  /** `2025`: one handshake per connection, questions are requests. `2026`: every request stands alone, questions are results. */
  readonly era: '2025' | '2026';
  readonly capabilities: JsonObject;
  /**
   * Asks the person. `key` names the question within the call and must be stable from run to run.
   * In the 2026 era the first run throws {@link InputRequired}: let it pass. The client then repeats the call, the whole
   * call runs again, and the same key finds its answer.
   */
  elicit(key: string, question: ElicitQuestion, timeoutMs?: number): Promise<ElicitOutcome>;
  /** Sends the person to a page, in the same way. `accept` only says that it was opened. */
  readonly openPage?: ((key: string, question: PageQuestion) => Promise<ElicitOutcome>) | undefined;
}

/** Thrown by {@link ClientHandle.elicit} in the 2026 era to end the run with a question; only the face catches it. */
export class InputRequired extends Error {
  override readonly name = 'InputRequired';

  constructor(
    readonly key: string,
    readonly question: ElicitQuestion | PageQuestion,
  ) {
    super(`The answer to "${key}" is needed first.`);
  }
}

/** A call of a paid upstream tool, as the client made it. */
export interface IncomingCall {
  readonly tool: UpstreamTool;
  /** Untouched: with the `greenlight` argument if the client gave one. */
  readonly arguments: unknown;
  /** The call's `_meta`, empty when it had none. */
  readonly meta: JsonObject;
  readonly client: ClientHandle;
  /** Relays progress to the client, when it asked for it; the client's own token is put in. */
  progress(params: JsonObject): void;
  /** Information only: the client stopped waiting. A paid call goes on. */
  readonly signal: AbortSignal;
}

/** What an own tool knows of its caller. */
export type ToolContext = Pick<IncomingCall, 'meta' | 'client' | 'progress' | 'signal'>;
