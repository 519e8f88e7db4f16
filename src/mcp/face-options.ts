import type { IncomingCall } from '../gate/call-port.js';
import type { Log } from '../gate/log-port.js';
import type { Upstreams, UpstreamTool } from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';
import type { AppView } from './app-view.js';
import type { OwnTool } from './tools/tool.js';

/** A prompt of the gateway's own. */
export interface OwnPrompt {
  /** As listed: name, title, description, arguments. */
  readonly definition: JsonObject & { readonly name: string };
  get(args: JsonObject): Promise<JsonObject>;
}

/** The gateway's own resources. */
export interface OwnResources {
  list(): Promise<readonly JsonObject[]>;
  templates(): Promise<readonly JsonObject[]>;
  /** Whether an address is the gateway's own, existing or not. */
  owns(uri: string): boolean;
  /** The `contents` of a resource; undefined when there is none under this address. */
  read(uri: string): Promise<readonly JsonObject[] | undefined>;
  /** Starts or ends telling when a resource moved. */
  subscribe(uri: string, wanted: boolean): void;
  /** Hears the address of every subscribed resource that moved. */
  onMoved(listener: (uri: string) => void): void;
}

/** What the face needs from the first moment, before anything of the client can be answered. */
export interface FaceStart {
  readonly name: string;
  readonly version: string;
  readonly upstreams: Upstreams;
  readonly log: Log;
  /** Largest message of the client, default 128 MiB. */
  readonly maxMessageBytes?: number | undefined;
  /** Gives back memory that is no longer needed; called whenever long answers have left, soon after their last byte. */
  release?(): void;
  /** Gives back memory at a moment in which nobody waits; called once in each pause of the client. */
  releaseAtRest?(): void;
}

/** What the face needs to know and to do. */
export interface FaceOptions extends FaceStart {
  /** Shown to the agent at the start, below 4,096 characters. */
  readonly instructions: string;
  /** Awaited when a server's tools were heard (or could not be), before it is asked whether one of them costs. */
  heard?(server: string, isLive: boolean): Promise<void>;
  /** Whether it is known by now whether a tool costs; until then its calls take the long way. Default: yes. */
  isJudged?(tool: UpstreamTool): boolean;
  /** Whether a call costs money. When it throws, the call counts as paid. */
  isPaid(tool: UpstreamTool, args: unknown): boolean;
  /** The definition as it is listed, under the exposed name. */
  publish(tool: UpstreamTool): JsonObject;
  /** Runs a paid call to its result. */
  callPaid(call: IncomingCall): Promise<JsonObject>;
  /** The arguments of a free call that names kept outputs, with what the tool wants in their place; or what is wrong. */
  freeInputs?(tool: UpstreamTool, args: unknown): Promise<JsonObject | string>;
  /** Hears the result of a free call, when it returns a listener for it. */
  watch?(tool: UpstreamTool, args: unknown): ((result: JsonObject) => void) | undefined;
  /**
   * The result of a free call without media that is too large for an answer; undefined where it stays as it came. Results
   * of up to so many bytes are not looked into.
   */
  readonly lighten?:
    | {
        readonly aboveBytes: number;
        result(tool: UpstreamTool, result: JsonObject): Promise<JsonObject | undefined>;
      }
    | undefined;
  /** Why a request or notification other than a tool call does not go to an upstream; undefined where it does. Default: it does. */
  relayRefusal?(server: string, method: string): Promise<string | undefined>;
  readonly ownTools: readonly OwnTool[];
  readonly ownPrompts?: readonly OwnPrompt[] | undefined;
  readonly ownResources?: OwnResources | undefined;
  /** The page of budgets and takes, for clients that show pages. */
  readonly appView?: AppView | undefined;
  /** Longest wait for a person's answer in the client's dialog, default 25,000 ms. */
  readonly elicitTimeoutMs?: number | undefined;
  /** How long answers under way may still be written after the client closed its end, default 2,000 ms. */
  readonly drainMs?: number | undefined;
  /** Awaited when the client is gone, before the upstreams are closed: paid calls in flight get their time here. */
  onClose?(): Promise<void>;
}
