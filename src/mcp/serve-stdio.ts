import type { Readable, Writable } from 'node:stream';
import { CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { HostClient, ListKind } from '../gate/upstream-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { ANYTHING } from './anything.js';
import { Face } from './face.js';
import type { FaceOptions, FaceStart } from './face-options.js';
import { FreeLane } from './free-lane.js';
import { ListenStreams } from './listen-streams.js';
import { LogWishes } from './log-wishes.js';
import { namedQuestion } from './named-question.js';
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

/** What is there once the gateway is open. */
interface Opened {
  readonly face: Face;
  readonly options: FaceOptions;
  readonly lane: FreeLane;
}

/**
 * Serves one client over standard input and output, in either protocol era. Reads from the first moment, so that the
 * upstreams meet the host while the rest of the gateway is still being opened; nothing is answered before that.
 */
class StdioServing implements StdioFace {
  readonly closed: Promise<void>;
  private readonly bridge: QuestionBridge;
  private readonly wire: StdioWire;
  private readonly opening: Promise<Opened>;
  private opened: Opened | undefined;
  private readonly streams = new ListenStreams((uri, wanted) => void this.follow(uri, wanted));
  private readonly logWishes = new LogWishes();
  private current: { readonly server: Server; readonly era: Era } | undefined;
  private finish: () => void = () => undefined;

  constructor(
    private readonly start: FaceStart,
    options: FaceOptions | Promise<FaceOptions>,
    input: Readable,
    output: Writable,
  ) {
    const { upstreams, log, maxMessageBytes = DEFAULT_MAX_MESSAGE_BYTES } = start;
    this.closed = new Promise((resolve) => (this.finish = resolve));
    this.bridge = new QuestionBridge(upstreams);
    this.wire = new StdioWire({
      ...{ input, output, log, maxMessageBytes },
      take: (message) => this.take(message),
      onAnswered: (id) => this.logWishes.end(id),
      onLongGone: () => start.release?.(),
      onRest: () => start.releaseAtRest?.(),
      onEnd: () => void this.end(),
    });
    upstreams.onChanged((kind) => this.listChanged(kind));
    upstreams.onNotification(({ method, params }) => this.notify(method, params));
    this.wire.listen();
    this.opening = this.open(options);
    // Whoever opens the gateway hears why it could not be; here nothing is served then.
    this.opening.catch(() => undefined);
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

  private async open(coming: FaceOptions | Promise<FaceOptions>): Promise<Opened> {
    const options = await coming;
    const { upstreams, log } = this.start;
    const face = new Face(options, this.bridge);
    const lane = new FreeLane({
      ...{ upstreams, log },
      isJudged: (tool) => options.isJudged?.(tool) ?? true,
      isPaid: (tool, args) => options.isPaid(tool, args),
      watch: (tool, args) => options.watch?.(tool, args),
      lighten: options.lighten,
      writeLine: (parts) => this.wire.writeLine(parts),
    });
    this.opened = { face, options, lane };
    options.ownResources?.onMoved((uri) => this.resourceUpdated(uri));
    const makeServer = (era: Era): Server => {
      const server = face.makeServer(era);
      this.current = { server, era };
      lane.enabled = era === '2025';
      return server;
    };
    serveStdio(({ era }) => makeServer(era === 'modern' ? '2026' : '2025'), {
      transport: this.wire,
      onerror: (error) => log.debug({ error: error.message }, 'protocol trouble with the client'),
    });
    return this.opened;
  }

  /** Sees every message of the client before the library does. */
  private take(message: JsonObject): boolean {
    if (this.opened?.lane.take(message) === true) return true;
    const params = message['params'];
    if (isJsonObject(params)) this.meetHost(message['method'], params);
    this.streams.hear(message);
    this.logWishes.hear(message);
    return false;
  }

  /** The host introduces itself in the handshake of 2025, or in the envelope of its first request of 2026. */
  private meetHost(method: unknown, params: JsonObject): void {
    if (method === 'initialize') {
      this.start.upstreams.setHost(this.host('2025', params['clientInfo'], params['capabilities']));
      return;
    }
    const meta = params['_meta'];
    if (this.hostIsKnown || !isJsonObject(meta) || meta[CLIENT_CAPABILITIES_META_KEY] === undefined) return;
    this.hostIsKnown = true;
    this.start.upstreams.setHost(this.host('2026', meta[CLIENT_INFO_META_KEY], meta[CLIENT_CAPABILITIES_META_KEY]));
  }

  private hostIsKnown = false;

  private host(era: Era, info: unknown, capabilities: unknown): HostClient {
    const { name, version } = this.start;
    const known = isJsonObject(info) && typeof info['name'] === 'string' && typeof info['version'] === 'string';
    return {
      info: known ? (info as HostClient['info']) : { name, version },
      capabilities: isJsonObject(capabilities) ? capabilities : {},
      era,
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
    // A server may ask as soon as it was greeted, which can be before the client was.
    await this.opening;
    const sent = namedQuestion(server, method, params);
    if (this.current?.era !== '2025') return this.bridge.ask(server, method, sent, signal);
    const request = sent === undefined ? { method } : { method, params: { ...sent } };
    return {
      ...((await this.current.server.request(request, ANYTHING, { signal, timeout: HOST_TIMEOUT_MS })) as JsonObject),
    };
  }

  private notify(method: string, params: JsonObject | undefined): void {
    if (this.current?.era === '2026' && method === 'notifications/message' && !this.logWishes.allow(params)) return;
    const notification = params === undefined ? { method } : { method, params: { ...params } };
    this.current?.server.notification(notification).catch((error: unknown) => {
      this.start.log.debug({ method, error: String(error) }, 'a notification was not passed on');
    });
  }

  /** A client of 2026 listens for a resource: whoever has it is asked to tell its changes, or no longer. */
  private async follow(uri: string, wanted: boolean): Promise<void> {
    try {
      await (await this.opening).face.follow(uri, wanted);
    } catch (error) {
      this.start.log.debug({ uri, error: String(error) }, 'a resource is not followed');
    }
  }

  private ending: Promise<void> | undefined;

  private end(): Promise<void> {
    this.ending ??= this.shutDown();
    return this.ending;
  }

  private async shutDown(): Promise<void> {
    const opened = await this.opening.catch(() => undefined);
    if (opened !== undefined) await this.drain(opened);
    try {
      await opened?.options.onClose?.();
    } catch (error) {
      this.start.log.error({ error: String(error) }, 'closing did not go as it should');
    }
    await this.wire.close();
    await this.start.upstreams.close();
    this.finish();
  }

  /** A client that only pipes its requests in closes its end at once; what is under way may still be answered. */
  private async drain({ options, lane }: Opened): Promise<void> {
    const until = performance.now() + (options.drainMs ?? DEFAULT_DRAIN_MS);
    const busy = (): boolean => this.wire.openRequests + lane.openCalls > 0;
    while (busy() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, DRAIN_STEP_MS));
  }
}

/**
 * Serves one client over the given streams, by default standard input and output.
 * @param options may still be on their way; until they are there the client is read, but not answered
 */
export function serveStdioFace(
  start: FaceStart,
  options: FaceOptions | Promise<FaceOptions>,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): StdioFace {
  return new StdioServing(start, options, input, output);
}
