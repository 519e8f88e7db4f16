import type { Readable, Writable } from 'node:stream';
import { CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { HostClient, ListKind } from '../gate/upstream-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { ANYTHING } from './anything.js';
import { Face } from './face.js';
import type { FaceOptions } from './face-options.js';
import { FreeLane } from './free-lane.js';
import { StdioWire } from './stdio-wire.js';
import { QuestionBridge } from './question-bridge.js';
import type { Era } from './upstream-sender.js';

const DEFAULT_MAX_MESSAGE_BYTES = 128 * 1024 * 1024;
const DEFAULT_DRAIN_MS = 2000;
const DRAIN_STEP_MS = 20;
const HOST_TIMEOUT_MS = 600_000;

const LIST_CHANGED: Record<ListKind, string> = {
  tools: 'notifications/tools/list_changed',
  prompts: 'notifications/prompts/list_changed',
  resources: 'notifications/resources/list_changed',
  resourceTemplates: 'notifications/resources/list_changed',
};

/** A running stdio face. */
export interface StdioFace {
  /** Resolves when the client is gone, paid calls had their grace and every upstream is closed. */
  readonly closed: Promise<void>;
  /** Announces that one of the gateway's own resources changed. */
  resourceUpdated(uri: string): void;
  /** Announces that a list of the gateway's own changed. */
  listChanged(kind: ListKind): void;
  /** Ends it from this side, as if the client had closed its end. */
  close(): Promise<void>;
}

/** Serves one client over standard input and output, in either protocol era. */
class StdioServing implements StdioFace {
  readonly closed: Promise<void>;
  private readonly face: Face;
  private readonly bridge: QuestionBridge;
  private readonly wire: StdioWire;
  private readonly lane: FreeLane;
  private current: { readonly server: Server; readonly era: Era } | undefined;
  private finish: () => void = () => undefined;

  constructor(
    private readonly options: FaceOptions,
    input: Readable,
    output: Writable,
  ) {
    const { upstreams, log } = options;
    this.closed = new Promise((resolve) => (this.finish = resolve));
    this.bridge = new QuestionBridge(upstreams);
    this.face = new Face(options, this.bridge);
    this.lane = new FreeLane({ ...this.laneHooks(), upstreams, log, writeLine: (parts) => this.wire.writeLine(parts) });
    this.wire = new StdioWire({
      input,
      output,
      log,
      maxMessageBytes: options.maxMessageBytes ?? DEFAULT_MAX_MESSAGE_BYTES,
      take: (message) => this.take(message),
      onEnd: () => void this.end(),
    });
    upstreams.onChanged((kind) => this.listChanged(kind));
    upstreams.onNotification(({ method, params }) => this.notify(method, params));
    options.ownResources?.onMoved((uri) => this.resourceUpdated(uri));
    serveStdio(({ era }) => this.makeServer(era === 'modern' ? '2026' : '2025'), {
      transport: this.wire,
      onerror: (error) => log.debug({ error: error.message }, 'protocol trouble with the client'),
    });
  }

  resourceUpdated(uri: string): void {
    this.notify('notifications/resources/updated', { uri });
  }

  listChanged(kind: ListKind): void {
    this.notify(LIST_CHANGED[kind], undefined);
  }

  async close(): Promise<void> {
    await this.end();
  }

  private laneHooks(): Pick<FaceOptions, 'isPaid' | 'watch'> {
    const { options } = this;
    return {
      isPaid: (tool, args) => options.isPaid(tool, args),
      watch: (tool, args) => options.watch?.(tool, args),
    };
  }

  private makeServer(era: Era): Server {
    const server = this.face.makeServer(era);
    this.current = { server, era };
    this.lane.enabled = era === '2025';
    return server;
  }

  /** Sees every message of the client before the library does. */
  private take(message: JsonObject): boolean {
    if (this.lane.take(message)) return true;
    const params = message['params'];
    if (isJsonObject(params)) this.meetHost(message['method'], params);
    return false;
  }

  /** The host introduces itself in the handshake of 2025, or in the envelope of its first request of 2026. */
  private meetHost(method: unknown, params: JsonObject): void {
    if (method === 'initialize') {
      this.options.upstreams.setHost(this.host(params['clientInfo'], params['capabilities']));
      return;
    }
    const meta = params['_meta'];
    if (this.hostIsKnown || !isJsonObject(meta) || meta[CLIENT_CAPABILITIES_META_KEY] === undefined) return;
    this.hostIsKnown = true;
    this.options.upstreams.setHost(this.host(meta[CLIENT_INFO_META_KEY], meta[CLIENT_CAPABILITIES_META_KEY]));
  }

  private hostIsKnown = false;

  private host(info: unknown, capabilities: unknown): HostClient {
    const { name, version } = this.options;
    const known = isJsonObject(info) && typeof info['name'] === 'string' && typeof info['version'] === 'string';
    return {
      info: known ? (info as HostClient['info']) : { name, version },
      capabilities: isJsonObject(capabilities) ? capabilities : {},
      request: (server, method, params, signal) => this.askHost(server, method, params, signal),
    };
  }

  /** Relays an upstream's request to the client; whatever a person may read begins with the server's name. */
  private async askHost(
    server: string,
    method: string,
    params: JsonObject | undefined,
    signal: AbortSignal,
  ): Promise<JsonObject> {
    const sent =
      method === 'elicitation/create' ? { ...params, message: `[${server}] ${String(params?.['message'])}` } : params;
    if (this.current?.era !== '2025') return this.bridge.ask(server, method, sent, signal);
    const request = sent === undefined ? { method } : { method, params: { ...sent } };
    return {
      ...((await this.current.server.request(request, ANYTHING, { signal, timeout: HOST_TIMEOUT_MS })) as JsonObject),
    };
  }

  private notify(method: string, params: JsonObject | undefined): void {
    const notification = params === undefined ? { method } : { method, params: { ...params } };
    this.current?.server.notification(notification).catch((error: unknown) => {
      this.options.log.debug({ method, error: String(error) }, 'a notification was not passed on');
    });
  }

  private ending: Promise<void> | undefined;

  private end(): Promise<void> {
    this.ending ??= this.shutDown();
    return this.ending;
  }

  private async shutDown(): Promise<void> {
    const { options } = this;
    await this.drain(options.drainMs ?? DEFAULT_DRAIN_MS);
    try {
      await options.onClose?.();
    } catch (error) {
      options.log.error({ error: String(error) }, 'closing did not go as it should');
    }
    await this.wire.close();
    await options.upstreams.close();
    this.finish();
  }

  /** A client that only pipes its requests in closes its end at once; what is under way may still be answered. */
  private async drain(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    const busy = (): boolean => this.wire.openRequests + this.lane.openCalls > 0;
    while (busy() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, DRAIN_STEP_MS));
  }
}

/** Serves one client over the given streams, by default standard input and output. */
export function serveStdioFace(
  options: FaceOptions,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): StdioFace {
  return new StdioServing(options, input, output);
}
