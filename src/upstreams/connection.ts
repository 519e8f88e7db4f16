import { Client, SSEClientTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Transport } from '@modelcontextprotocol/client';
import type { Log } from '../gate/log-port.js';
import type {
  HostClient,
  RawLane,
  UpstreamFailure,
  UpstreamOutcome,
  UpstreamRequestOptions,
} from '../gate/upstream-port.js';
import { isDeeper } from '../model/json-depth.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { ChildTransport } from './child-transport.js';
import { wrapError } from './error-wrap.js';
import { lostFailure, readFailure } from './failure.js';
import { limitedFetch } from './limited-fetch.js';
import { tooDeepWords } from './not-taken-in.js';
import { MessageLane } from './message-lane.js';
import { answerDepth, answerTimeoutMs, isCommand } from './server-entry.js';
import type { AddressEntry, ServerEntry } from './server-entry.js';
import { SpawnedServer } from './spawned-server.js';

/** Progress tokens of requests that go through the protocol library begin here, above the free lane's. */
const FIRST_TOKEN = 2_000_000_000;
const SESSION_NOT_FOUND = 404;

/** Accepts any result as it is: order and unknown keys are kept. */
const ANYTHING = {
  '~standard': { version: 1, vendor: 'greenlight', validate: (value: unknown) => ({ value }) },
} as const;

/** What a connection needs. */
export interface ConnectionOptions {
  readonly server: string;
  readonly entry: ServerEntry;
  readonly host: HostClient;
  readonly log: Log;
  readonly maxMessageBytes: number;
  readonly stopGraceMs: number;
  /** Longest time for the handshake. */
  readonly startTimeoutMs: number;
  /** A process that was started ahead of time. */
  readonly child?: SpawnedServer | undefined;
  onNotification(method: string, params: JsonObject | undefined): void;
  onClosed(): void;
}

function httpTransport(entry: AddressEntry & ServerEntry, server: string, maxMessageBytes: number): Transport {
  const url = new URL(entry.url);
  const requestInit = { headers: { ...entry.headers } };
  const options = {
    requestInit,
    fetch: limitedFetch(server, { maxBytes: maxMessageBytes, depth: answerDepth(entry) }),
  };
  if (entry.type === 'sse') return new SSEClientTransport(url, options);
  return new StreamableHTTPClientTransport(url, options);
}

/** One open connection to one upstream server, introduced as the host. */
export class Connection {
  /** What the server says it can do. */
  capabilities: JsonObject = {};
  private readonly client: Client;
  private readonly child: SpawnedServer | undefined;
  private readonly messageLane: MessageLane | undefined;
  private readonly transport: Transport;
  private readonly progress = new Map<unknown, (params: JsonObject) => void>();
  private nextToken = FIRST_TOKEN;
  private open = false;

  constructor(private readonly options: ConnectionOptions) {
    const { entry, host, server } = options;
    this.client = new Client(host.info, { capabilities: host.capabilities });
    if (isCommand(entry)) {
      this.child = options.child ?? new SpawnedServer(entry);
      const tap = {
        line: (bytes: Buffer) => this.takeLine(bytes),
        message: (message: JsonObject) => this.take(message),
      };
      const transport = new ChildTransport({ ...options, depth: answerDepth(entry), child: this.child, tap });
      this.messageLane = new MessageLane({
        write: (message) => transport.write(message),
        timeoutMs: answerTimeoutMs(entry),
        lost: (why) => lostFailure(server, why, this.ending),
      });
      this.transport = transport;
    } else {
      this.transport = httpTransport(entry, server, options.maxMessageBytes);
      // Set before the library's own: it hears each message first and in order.
      this.transport.onmessage = (message) => void this.take(message);
    }
    this.prepareClient();
  }

  /** Connects and shakes hands. Rejects with the reason, and leaves no process behind. */
  async start(): Promise<void> {
    try {
      await this.client.connect(this.transport, { timeout: this.options.startTimeoutMs });
    } catch (error) {
      const words = this.child?.lastWords;
      const reason = this.child?.startError?.message ?? (error instanceof Error ? error.message : String(error));
      await this.close();
      throw new Error(words ? `${reason}; its last words: ${words}` : reason, { cause: error });
    }
    this.open = true;
    this.capabilities = this.client.getServerCapabilities() ?? {};
  }

  /** The free lane; undefined for servers over HTTP and while not connected. */
  get lane(): RawLane | undefined {
    return this.open ? this.messageLane : undefined;
  }

  /** Sends a request and waits for its answer; failures are values. */
  async request(
    method: string,
    params: JsonObject | undefined,
    options: UpstreamRequestOptions,
  ): Promise<UpstreamOutcome> {
    const { server, entry } = this.options;
    const { signal, onProgress } = options;
    const token = onProgress === undefined ? undefined : this.nextToken++;
    const sent = token === undefined ? params : { ...params, _meta: { ...metaOf(params), progressToken: token } };
    if (onProgress !== undefined) this.progress.set(token, onProgress);
    try {
      if (signal?.aborted === true) {
        return {
          kind: 'failure',
          failure: { kind: 'not-sent', server, why: 'stopped', message: 'The call was cancelled.' },
        };
      }
      const timeout = options.timeoutMs ?? answerTimeoutMs(entry);
      const result = await this.client.request(
        sent === undefined ? { method } : { method, params: { ...sent } },
        ANYTHING,
        signal === undefined ? { timeout } : { timeout, signal },
      );
      const depth = answerDepth(entry);
      if (isDeeper(result, depth)) {
        const failure = { kind: 'lost', server, why: 'closed', message: tooDeepWords(server, depth) } as const;
        return { kind: 'failure', failure };
      }
      return { kind: 'result', result: result as JsonObject };
    } catch (error) {
      const failure = readFailure(server, error, signal?.aborted === true, this.ending);
      if (isForgotten(failure)) void this.close();
      return { kind: 'failure', failure };
    } finally {
      this.progress.delete(token);
    }
  }

  /** Sends a notification; a closed connection drops it. */
  notify(method: string, params: JsonObject | undefined): void {
    this.client
      .notification(params === undefined ? { method } : { method, params: { ...params } })
      .catch((error: unknown) => {
        this.options.log.debug(
          { server: this.options.server, method, error: String(error) },
          'a notification was not sent',
        );
      });
  }

  /** Ends the connection and its process. */
  async close(): Promise<void> {
    await this.client.close().catch(() => undefined);
    // The library forgets a transport whose handshake failed.
    await this.transport.close().catch(() => undefined);
  }

  private get ending(): string {
    return this.child?.ending ?? 'connection closed';
  }

  private prepareClient(): void {
    const { client } = this;
    const { host, server, log } = this.options;
    client.fallbackRequestHandler = (request, context) =>
      host.request(server, request.method, request.params, context.mcpReq.signal);
    client.setNotificationHandler('notifications/progress', () => undefined);
    client.onerror = (error) => log.debug({ server, error: error.message }, 'protocol trouble with a server');
    client.onclose = () => {
      this.open = false;
      this.messageLane?.close();
      this.options.onClosed();
    };
  }

  private takeLine(bytes: Buffer): boolean {
    return this.messageLane?.takeLine(bytes) ?? false;
  }

  /** Hears every parsed message before the library, in the order of the wire: progress never loses against its result. */
  private take(message: JsonObject): boolean {
    if (this.messageLane?.takeMessage(message) === true) return true;
    // The handshake is the library's own: it reads its errors itself.
    if (this.open) wrapError(message);
    const { method, params } = message;
    if (typeof method !== 'string' || message['id'] !== undefined) return false;
    const known = isJsonObject(params) ? params : undefined;
    if (method === 'notifications/progress') {
      if (known !== undefined) this.progress.get(known['progressToken'])?.(known);
      return true;
    }
    if (method === 'notifications/cancelled') return false;
    this.options.onNotification(method, known);
    return true;
  }
}

function metaOf(params: JsonObject | undefined): JsonObject {
  const meta = params?.['_meta'];
  return isJsonObject(meta) ? meta : {};
}

/** Whether a server over HTTP no longer knows the session: it was restarted, and the next call needs a new one. */
function isForgotten(failure: UpstreamFailure): boolean {
  return isJsonObject(failure.data) && failure.data['httpStatus'] === SESSION_NOT_FOUND;
}
