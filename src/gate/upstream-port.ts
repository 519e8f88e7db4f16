import type { JsonObject } from '../model/json.js';

/** The lists a server can offer. */
export type ListKind = 'tools' | 'prompts' | 'resources' | 'resourceTemplates';

/** A tool (or prompt) of an upstream server and the name under which the gateway shows it. */
export interface UpstreamTool {
  readonly server: string;
  /** The name as the upstream knows it. */
  readonly name: string;
  /** The name as the client sees it: prefixed, legal, never one of the gateway's own. */
  readonly exposed: string;
  /** Verbatim from the upstream. */
  readonly definition: JsonObject;
}

/** A prompt of an upstream; exposed under the same prefix as its tools. */
export type UpstreamPrompt = UpstreamTool;

/** A resource or resource template of an upstream; its address is never changed. */
export interface UpstreamResource {
  readonly server: string;
  readonly definition: JsonObject;
}

/**
 * Why a request got no result. Money depends on the difference:
 * `not-sent`: it is certain that no byte of the request left this process.
 * `lost`: bytes may have left and no answer came (connection ended, time ran out, or the caller stopped waiting).
 * `protocol-error`: the upstream answered with an error; code, message and data are its own.
 */
export interface UpstreamFailure {
  readonly kind: 'not-sent' | 'lost' | 'protocol-error';
  readonly server: string;
  /** For `lost`: what ended the wait. */
  readonly why?: 'closed' | 'timeout' | 'stopped' | undefined;
  readonly code?: number | undefined;
  /** For `protocol-error` the upstream's own words; otherwise a sentence that names the server and what to do. */
  readonly message: string;
  readonly data?: unknown;
}

/** What became of a request to an upstream. */
export type UpstreamOutcome =
  | { readonly kind: 'result'; readonly result: JsonObject }
  | { readonly kind: 'failure'; readonly failure: UpstreamFailure };

/** How a request is sent. */
export interface UpstreamRequestOptions {
  /** Called with each progress notification's params, before the result arrives. The token in them is the gateway's. */
  readonly onProgress?: ((params: JsonObject) => void) | undefined;
  /** Aborting relays a cancellation to the upstream; leave it out where a cancel must never be relayed. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the server's own setting. */
  readonly timeoutMs?: number | undefined;
  /** Era of 2026: the server may answer with a question, and the caller takes it to the client. Default: it is told that nobody can be asked. */
  readonly mayAsk?: boolean | undefined;
}

/** One complete line from an upstream, still as bytes (UTF-8 JSON, no newline), but for the value of its id. */
export interface RawAnswer {
  /** What stands before the id's value and what stands after it, in as many pieces as it was read. */
  readonly before: readonly Uint8Array[];
  readonly after: readonly Uint8Array[];
  /** Bytes of the whole line, with the id. */
  readonly length: number;
}

/** What a call on the free lane hears. Exactly one of `answer` and `failed` is called, once. */
export interface LaneListener {
  answer(line: RawAnswer): void;
  progress(params: JsonObject): void;
  failed(failure: UpstreamFailure): void;
}

/** A connected upstream's message-level entrance: requests that never enter the protocol library. */
export interface RawLane {
  /** Writes a `tools/call`; `withProgress` asks for progress. Undefined when nothing could be written (use `request`). */
  call(params: JsonObject, withProgress: boolean, listener: LaneListener): LaneCall | undefined;
}

/** A call under way on the free lane. */
export interface LaneCall {
  /** Tells the upstream that nobody waits any more; the listener hears nothing after it. */
  cancel(reason: string | undefined): void;
}

/** How one upstream is doing. */
export interface UpstreamStatus {
  readonly server: string;
  readonly state: 'idle' | 'starting' | 'ready' | 'failed' | 'closed';
  /** How it is reached, without secrets: the command with its arguments, or the address. */
  readonly target: string;
  readonly tools: number;
  /** Whether the tool list comes from the cache and was not confirmed yet. */
  readonly cached: boolean;
  /** Names left out, failed starts: sentences for a person. */
  readonly problems: readonly string[];
}

/** The host on the other side of the gateway, as upstreams may see and reach it. */
export interface HostClient {
  readonly info: { readonly name: string; readonly version: string; readonly [key: string]: unknown };
  readonly capabilities: JsonObject;
  /** The protocol era it speaks; servers are spoken to in the same one as far as they know it. Default: 2025. */
  readonly era?: '2025' | '2026' | undefined;
  /** Relays an upstream's request (elicitation, sampling, roots, vendor methods) to the host. Rejects with `{ code, message }`. */
  request(server: string, method: string, params: JsonObject | undefined, signal: AbortSignal): Promise<JsonObject>;
}

/** Something an upstream said without being asked. Progress is not among it. */
export interface UpstreamNotification {
  readonly server: string;
  readonly method: string;
  readonly params: JsonObject | undefined;
}

/** The upstream servers, as the rest of the gateway needs them. */
export interface Upstreams {
  /** Names of the configured servers, in configured order. */
  readonly servers: readonly string[];
  /** Every usable tool in configured order; waits for servers only where no cached list exists. */
  tools(): Promise<readonly UpstreamTool[]>;
  /** Every usable tool in configured order, as far as it is known right now. */
  knownTools(): readonly UpstreamTool[];
  prompts(): Promise<readonly UpstreamPrompt[]>;
  resources(): Promise<readonly UpstreamResource[]>;
  resourceTemplates(): Promise<readonly UpstreamResource[]>;
  /** The tool behind an exposed name, from what is known right now. */
  findTool(exposed: string): UpstreamTool | undefined;
  /**
   * Makes sure that what is known of a server's tools was heard from the server itself in this process, starting it if
   * needed: a cached definition may be out of date, and what is free hangs on it. False when it could not be heard in time.
   */
  confirm(server: string): Promise<boolean>;
  /** A list that was known turned out different. What an upstream says of it itself comes through `onNotification`. */
  onChanged(listener: (kind: ListKind) => void): () => void;
  onNotification(listener: (notification: UpstreamNotification) => void): () => void;
  /** Says who the host is. Connections opened later introduce themselves as this host. */
  setHost(host: HostClient): void;
  request(
    server: string,
    method: string,
    params: JsonObject | undefined,
    options?: UpstreamRequestOptions,
  ): Promise<UpstreamOutcome>;
  /** The protocol era of the connection to a server, opening it if needed. Undefined when it cannot be opened. */
  speaks(server: string): Promise<'2025' | '2026' | undefined>;
  /** Relays a notification to servers that are connected; never starts one. */
  notify(method: string, params: JsonObject | undefined, server?: string): void;
  /** The free lane of a connected stdio server; undefined otherwise. */
  lane(server: string): RawLane | undefined;
  /** Confirms cached lists in the background, once; `onChanged` tells when one differs. */
  refresh(): void;
  status(): readonly UpstreamStatus[];
  /** Ends every connection and child process: end of input, then terminate, then kill. */
  close(): Promise<void>;
}
