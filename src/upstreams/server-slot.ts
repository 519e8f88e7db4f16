import type { Log } from '../gate/log-port.js';
import type {
  HostClient,
  ListKind,
  RawLane,
  UpstreamFailure,
  UpstreamOutcome,
  UpstreamRequestOptions,
} from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';
import type { Connection } from './connection.js';
import type { GatewayLogin } from './login/gateway-login.js';
import { loginFileOf } from './login/login-states.js';
import { loginNeeded, LoginNeededError } from './login/login-needed.js';
import { changedKinds, fetchList } from './list-pages.js';
import { otherEra } from './failure.js';
import { headersOfCall } from './mirrored-headers.js';
import { StartLimit } from './start-limit.js';
import { describeTarget, isCommand } from './server-entry.js';
import type { ServerEntry } from './server-entry.js';
import type { SpawnedServer } from './spawned-server.js';
import type { CachedLists, ToolCache } from './tool-cache.js';

const DEFAULT_START_TIMEOUT_MS = 60_000;
/** For so long a failed start answers for the next ones: one call asks more than once. */
const FAILURE_STANDS_MS = 1000;

/** What a {@link ServerSlot} needs. */
export interface SlotOptions {
  readonly server: string;
  readonly entry: ServerEntry;
  readonly cache: ToolCache;
  readonly log: Log;
  readonly maxMessageBytes: number;
  readonly stopGraceMs: number;
  readonly startsPerMinute: number;
  readonly child?: SpawnedServer | undefined;
  /** Folder of the logins at servers over HTTP; without it there are none. */
  readonly loginFolder?: string | undefined;
  host(): HostClient;
  onNotification(server: string, method: string, params: JsonObject | undefined): void;
  /** A list became known (`differs` false) or is not what it was (`differs` true). */
  onLists(kind: ListKind, differs: boolean): void;
}

/** One configured server through its whole life: not started, starting, connected, gone and started again. */
export class ServerSlot {
  /** Why it is not usable, for a person; undefined while all is well. */
  trouble: string | undefined;
  /** Why its tools could not be read although it runs, for a person. */
  unread: string | undefined;
  private connecting: Promise<Connection> | undefined;
  private connection: Connection | undefined;
  /** In its handshake. */
  private starting: Connection | undefined;
  private child: SpawnedServer | undefined;
  /** Set when the server was seen to break at the host's. */
  private era: '2025' | '2026' | undefined;
  private closed = false;
  private readonly lists: CachedLists;
  /** Kinds that this process heard from the server itself. */
  private readonly confirmed = new Set<ListKind>();
  /** Kinds that changed, by the server's own word, since they were read. */
  private readonly stale = new Set<ListKind>();
  private changes = 0;
  /** What is known is about to be written down. */
  private keeping = false;
  private readonly fetching = new Map<ListKind, Promise<readonly JsonObject[]>>();
  private readonly starts: StartLimit;
  private failedAt = 0;
  private login: GatewayLogin | undefined;

  constructor(private readonly options: SlotOptions) {
    this.child = options.child;
    this.lists = { ...options.cache.read(options.server, options.entry) };
    this.starts = new StartLimit(options.startsPerMinute);
  }

  /** Whether a process was started ahead of time and waits to be spoken to. */
  get startedEarly(): boolean {
    return this.child !== undefined;
  }

  /** What is known of a list right now. */
  known(kind: ListKind): readonly JsonObject[] | undefined {
    return this.lists[kind];
  }

  /** Whether a list was heard from the server itself, by the process that runs now. */
  isConfirmed(kind: ListKind): boolean {
    return this.confirmed.has(kind);
  }

  /** Where it stands. */
  get state(): 'idle' | 'starting' | 'ready' | 'failed' | 'closed' {
    if (this.closed) return 'closed';
    if (this.connection !== undefined) return 'ready';
    if (this.connecting !== undefined) return 'starting';
    return this.trouble === undefined ? 'idle' : 'failed';
  }

  /** The free lane, once connected and its tools are confirmed: a cached list may be out of date. */
  get lane(): RawLane | undefined {
    return this.confirmed.has('tools') ? this.connection?.lane : undefined;
  }

  /** A list: known, or asked for. A server that cannot be asked offers nothing; `trouble` says why. */
  async list(kind: ListKind): Promise<readonly JsonObject[]> {
    const known = this.stale.has(kind) ? undefined : this.lists[kind];
    return known ?? (await this.confirm(kind)) ?? this.lists[kind] ?? [];
  }

  /** Asks the server for a list that this process did not hear yet. Undefined when it could not be asked. */
  async confirm(kind: ListKind): Promise<readonly JsonObject[] | undefined> {
    if (this.confirmed.has(kind)) return this.lists[kind];
    let running = this.fetching.get(kind);
    if (running === undefined) {
      running = this.fetch(kind).finally(() => this.fetching.delete(kind));
      this.fetching.set(kind, running);
    }
    try {
      return await running;
    } catch (error) {
      if (kind === 'tools' && this.trouble === undefined) this.unread = this.unreadWords(error);
      this.options.log.warn(
        { server: this.options.server, list: kind, error: String(error) },
        'a list could not be read',
      );
      return undefined;
    }
  }

  /** Confirms every list that came from disk. */
  async refresh(): Promise<void> {
    const kinds = (Object.keys(this.lists) as ListKind[]).filter((kind) => !this.confirmed.has(kind));
    await Promise.all(kinds.map((kind) => this.confirm(kind)));
  }

  /** Connects if needed and sends a request. */
  async request(
    method: string,
    params: JsonObject | undefined,
    options: UpstreamRequestOptions,
  ): Promise<UpstreamOutcome> {
    let connection: Connection;
    try {
      connection = await this.connect();
    } catch (error) {
      return { kind: 'failure', failure: this.unreachable(error) };
    }
    const isMirrored = method === 'tools/call' && connection.era === '2026' && !isCommand(this.options.entry);
    if (!isMirrored) return connection.request(method, params, options);
    return connection.request(method, params, { ...options, headers: headersOfCall(this.lists.tools, params) });
  }

  /** Sends a notification if connected. */
  notify(method: string, params: JsonObject | undefined): void {
    this.connection?.notify(method, params);
  }

  /** The open connection, or a new one. Rejects when it cannot be started, or was started too often. */
  connect(): Promise<Connection> {
    if (this.closed) return Promise.reject(new Error('the gateway is closing'));
    if (this.connection !== undefined) return Promise.resolve(this.connection);
    if (this.login?.isRefused === true) {
      this.trouble = new LoginNeededError(this.options.server).message;
      return Promise.reject(new Error(this.trouble));
    }
    if (this.trouble !== undefined && performance.now() - this.failedAt < FAILURE_STANDS_MS) {
      return Promise.reject(new Error(this.trouble));
    }
    this.connecting ??= this.start().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  /** Ends it for good. */
  async close(): Promise<void> {
    this.closed = true;
    await this.starting?.close();
    await this.connecting?.catch(() => undefined);
    await this.connection?.close();
    await this.child?.stop(this.options.stopGraceMs);
  }

  private async start(): Promise<Connection> {
    try {
      this.starts.take(performance.now());
      const connection = await this.open();
      this.trouble = undefined;
      this.connection = connection;
      return connection;
    } catch (error) {
      this.trouble = this.explain(error);
      // A missing login stands until the person logs in, and not a moment longer.
      this.failedAt = loginNeeded(error) === undefined ? performance.now() : -Infinity;
      if (!this.closed) this.options.log.error({ server: this.options.server }, this.trouble);
      throw new Error(this.trouble, { cause: error });
    } finally {
      this.starting = undefined;
    }
  }

  /** Opens a connection; one more, in another era, when the server broke at being asked for the one that was tried. */
  private async open(): Promise<Connection> {
    const connection = await this.makeConnection();
    this.starting = connection;
    try {
      if (this.closed) await connection.close();
      else await connection.start();
      return connection;
    } catch (error) {
      const tried = this.options.host().era ?? '2025';
      const other = error instanceof Error ? otherEra(error.cause, tried) : undefined;
      if (this.era !== undefined || this.closed || other === undefined) throw error;
      this.options.log.debug({ server: this.options.server, era: other }, 'the server is met in another era');
      this.era = other;
      return this.open();
    }
  }

  private async makeConnection(): Promise<Connection> {
    const { server, entry, log } = this.options;
    // Loaded when the first server is spoken to: answers from the cache do not wait for it.
    const { Connection } = await import('./connection.js');
    this.login ??= await this.makeLogin();
    const child = this.child;
    this.child = undefined;
    const connection: Connection = new Connection({
      ...this.options,
      child,
      login: this.login,
      era: this.era,
      host: this.options.host(),
      startTimeoutMs: entry.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS,
      onNotification: (method, params) => this.hear(method, params),
      onClosed: () => {
        if (this.connection !== connection) return;
        this.connection = undefined;
        // Started again, it may be another version: it is heard again before the next call.
        this.confirmed.clear();
        if (!this.closed) log.warn({ server }, 'the server ended; it is started again with the next call');
      },
    });
    return connection;
  }

  private async makeLogin(): Promise<GatewayLogin | undefined> {
    const { server, entry, loginFolder } = this.options;
    const file = loginFolder === undefined ? undefined : loginFileOf(server, entry, loginFolder);
    if (file === undefined) return undefined;
    const { GatewayLogin } = await import('./login/gateway-login.js');
    return new GatewayLogin(server, file);
  }

  private async fetch(kind: ListKind): Promise<readonly JsonObject[]> {
    const { entry } = this.options;
    const connection = await this.connect();
    const before = this.lists[kind];
    const changes = this.changes;
    const items = await fetchList(connection, kind, entry.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS);
    if (kind === 'tools') this.unread = undefined;
    this.lists[kind] = items;
    this.stale.delete(kind);
    // When the server said meanwhile that a list changed, what was read is good for now and asked for again next time.
    if (changes === this.changes) this.confirmed.add(kind);
    const differs = before !== undefined && JSON.stringify(before) !== JSON.stringify(items);
    if (before === undefined || differs) {
      this.keepLists();
      this.options.onLists(kind, differs);
    }
    return items;
  }

  /** Writes down what is known, once whoever waits for it has it. */
  private keepLists(): void {
    if (this.keeping) return;
    this.keeping = true;
    setImmediate(() => {
      this.keeping = false;
      const { server, entry, cache, log } = this.options;
      const trouble = cache.write(server, entry, this.lists);
      if (trouble !== undefined) log.warn({ server, error: trouble }, 'the list cache could not be written');
    });
  }

  private hear(method: string, params: JsonObject | undefined): void {
    for (const kind of changedKinds[method] ?? []) {
      this.changes++;
      this.confirmed.delete(kind);
      this.stale.add(kind);
    }
    this.options.onNotification(this.options.server, method, params);
  }

  private unreachable(error: unknown): UpstreamFailure {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'not-sent', server: this.options.server, message };
  }

  private unreadWords(error: unknown): string {
    const reason = error instanceof Error ? error.message : String(error);
    return `The tools of the server "${this.options.server}" could not be read: ${reason}.`;
  }

  private explain(error: unknown): string {
    const { server, entry } = this.options;
    const needed = loginNeeded(error);
    if (needed !== undefined) return needed.message;
    const reason = error instanceof Error ? error.message : String(error);
    const check = isCommand(entry)
      ? 'Check that the command exists and runs by itself, and that the keys it needs are in its "env".'
      : 'Check the address and its headers.';
    return `The server "${server}" (${describeTarget(entry)}) could not be started: ${reason}. ${check}`;
  }
}
