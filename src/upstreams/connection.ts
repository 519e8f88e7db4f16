import {
  Client,
  CLIENT_CAPABILITIES_META_KEY,
  SSEClientTransport,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import type { FetchLike, Transport } from '@modelcontextprotocol/client';
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
import { Listening, withoutSubscription } from './listening.js';
import { tooDeepWords } from './not-taken-in.js';
import type { UpstreamLogin } from './login/gateway-login.js';
import { MessageLane } from './message-lane.js';
import { answerDepth, answerTimeoutMs, isCommand } from './server-entry.js';
import type { AddressEntry, ServerEntry } from './server-entry.js';
import { SpawnedServer } from './spawned-server.js';

/** Progress tokens of requests that go through the protocol library begin here, above the free lane's. */
const FIRST_TOKEN = 2_000_000_000;
const SESSION_NOT_FOUND = 404;
/** Servers that ignore what they do not know are asked for their era no longer than this. */
const PROBE_TIMEOUT_MS = 5000;
/** In the era of 2026 the answers to these may be questions. */
const ASKING_METHODS: readonly string[] = ['tools/call', 'prompts/get', 'resources/read'];
/** The library's own: it waits for them. */
const LIBRARY_NOTIFICATIONS: readonly string[] = [
  'notifications/cancelled',
  'notifications/subscriptions/acknowledged',
];

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
  /** Where the tokens of a server over HTTP come from. */
  readonly login?: UpstreamLogin | undefined;
  /** The newest era to speak; that of 2026 only with a server that says it knows it. Default: the host's. */
  readonly era?: '2025' | '2026' | undefined;
  onNotification(method: string, params: JsonObject | undefined): void;
  onClosed(): void;
}

/** A fetch whose answers a login hears of. */
function heardBy(login: UpstreamLogin, get: FetchLike): FetchLike {
  return async (url, init) => {
    const response = await get(url, init);
    login.answered(response, init?.headers);
    return response;
  };
}

function httpTransport(
  entry: AddressEntry & ServerEntry,
  { server, maxMessageBytes, login }: ConnectionOptions,
): Transport {
  const url = new URL(entry.url);
  const get = limitedFetch(server, { maxBytes: maxMessageBytes, depth: answerDepth(entry) });
  const options = {
    requestInit: { headers: { ...entry.headers } },
    fetch: login === undefined ? get : heardBy(login, get),
    ...(login === undefined ? {} : { authProvider: login }),
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
  private readonly listening: Listening;
  private readonly progress = new Map<unknown, (params: JsonObject) => void>();
  private nextToken = FIRST_TOKEN;
  private open = false;

  constructor(private readonly options: ConnectionOptions) {
    const { entry, host, server } = options;
    const newest = options.era ?? host.era ?? '2025';
    this.client = new Client(host.info, {
      capabilities: host.capabilities,
      inputRequired: { autoFulfill: false },
      ...(newest === '2026' ? { versionNegotiation: { mode: 'auto', probe: { timeoutMs: PROBE_TIMEOUT_MS } } } : {}),
    });
    this.listening = new Listening(this.client, (error) =>
      options.log.debug({ server, error: String(error) }, 'changes of a server are not listened for'),
    );
    if (isCommand(entry)) {
      this.child = options.child ?? new SpawnedServer(entry);
      const tap = {
        line: (pieces: readonly Buffer[]) => this.takeLine(pieces),
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
      this.transport = httpTransport(entry, options);
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
    if (this.era === '2026') this.listening.begin(this.capabilities);
  }

  /** The protocol era that was agreed on. */
  get era(): '2025' | '2026' {
    return this.client.getProtocolEra() === 'modern' ? '2026' : '2025';
  }

  /** The free lane; undefined for servers over HTTP and while not connected. */
  get lane(): RawLane | undefined {
    return this.open ? this.messageLane : undefined;
  }

  /** Sends a request and waits for its answer; failures are values. */
  async request(
    method: string,
    params: JsonObject | undefined,
    options: UpstreamRequestOptions & { readonly headers?: Readonly<Record<string, string>> | undefined },
  ): Promise<UpstreamOutcome> {
    const { server, entry } = this.options;
    const { signal, onProgress } = options;
    if (this.era === '2026' && this.listening.take(method, params)) return { kind: 'result', result: {} };
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
      const result = await this.client.request(this.askable(method, sent, options), ANYTHING, {
        timeout,
        ...(signal === undefined ? {} : { signal }),
        ...(options.headers === undefined ? {} : { headers: options.headers }),
        allowInputRequired: options.mayAsk === true,
      });
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

  /** In the era of 2026 a server asks whatever the envelope allows; where no answer can come, it allows nothing. */
  private askable(
    method: string,
    params: JsonObject | undefined,
    { mayAsk = false }: UpstreamRequestOptions,
  ): { method: string; params?: Record<string, unknown> } {
    if (this.era === '2025' || mayAsk || !ASKING_METHODS.includes(method)) {
      return params === undefined ? { method } : { method, params: { ...params } };
    }
    return { method, params: { ...params, _meta: { ...metaOf(params), [CLIENT_CAPABILITIES_META_KEY]: {} } } };
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

  private takeLine(pieces: readonly Buffer[]): boolean {
    return this.messageLane?.takeLine(pieces) ?? false;
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
    if (LIBRARY_NOTIFICATIONS.includes(method)) return false;
    this.options.onNotification(method, withoutSubscription(known));
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
