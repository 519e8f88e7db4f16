import type { Log } from '../gate/log-port.js';
import type {
  HostClient,
  ListKind,
  RawLane,
  UpstreamNotification,
  UpstreamOutcome,
  UpstreamPrompt,
  UpstreamRequestOptions,
  UpstreamResource,
  Upstreams,
  UpstreamStatus,
  UpstreamTool,
} from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';
import { usualLimits } from '../model/server-limits.js';
import { expose } from './exposure.js';
import type { Exposure } from './exposure.js';
import { answerBytes, describeTarget } from './server-entry.js';
import type { ServerEntry } from './server-entry.js';
import { ServerSlot } from './server-slot.js';
import type { SpawnedServer } from './spawned-server.js';
import { ToolCache } from './tool-cache.js';

const DEFAULT_MAX_MESSAGE_BYTES = usualLimits.answerMegabytes * 1024 * 1024;
const DEFAULT_LIST_PATIENCE_MS = 8000;
const DEFAULT_STOP_GRACE_MS = 1000;
const DEFAULT_STARTS_PER_MINUTE = 5;

/** How a {@link Pool} is set up. */
export interface PoolOptions {
  readonly servers: Readonly<Record<string, ServerEntry>>;
  /** Folder for the list cache; made when missing. */
  readonly cacheFolder: string;
  /** Folder of the logins at servers over HTTP; without it there are none. */
  readonly loginFolder?: string | undefined;
  readonly log: Log;
  /** The gateway itself, for connections opened before a host is known. */
  readonly self: { readonly name: string; readonly version: string };
  /** Largest message, default 128 MiB. */
  readonly maxMessageBytes?: number | undefined;
  /** Time between end of input, terminate and kill, default 1,000 ms each. */
  readonly stopGraceMs?: number | undefined;
  /**
   * How long an answer to a list waits for a server whose list is not known, default 8,000 ms: hosts give up early. What
   * comes later is announced.
   */
  readonly listPatienceMs?: number | undefined;
  /** How often a crashing server is started again, default 5. */
  readonly startsPerMinute?: number | undefined;
  /** Processes started ahead of time. */
  readonly started?: ReadonlyMap<string, SpawnedServer> | undefined;
}

/** All configured servers together. Nothing is started before something is asked of it. */
export class Pool implements Upstreams {
  readonly servers: readonly string[];
  private readonly slots = new Map<string, ServerSlot>();
  private readonly exposures = new Map<'tools' | 'prompts', Exposure>();
  private readonly changed = new Set<(kind: ListKind) => void>();
  /** Lists that were answered without a server's part, as "kind server". */
  private readonly late = new Set<string>();
  private readonly notified = new Set<(notification: UpstreamNotification) => void>();
  private host: HostClient;

  constructor(private readonly options: PoolOptions) {
    this.servers = Object.keys(options.servers);
    this.host = {
      info: options.self,
      capabilities: {},
      request: (_server, method) =>
        Promise.reject(Object.assign(new Error(`Method not found: ${method}`), { code: -32601 })),
    };
    const cache = new ToolCache(options.cacheFolder);
    for (const [server, entry] of Object.entries(options.servers)) {
      this.slots.set(server, this.makeSlot(server, entry, cache));
    }
  }

  async tools(): Promise<readonly UpstreamTool[]> {
    return (await this.exposed('tools')).tools;
  }

  knownTools(): readonly UpstreamTool[] {
    return this.exposureOf('tools').tools;
  }

  async prompts(): Promise<readonly UpstreamPrompt[]> {
    return (await this.exposed('prompts')).tools;
  }

  resources(): Promise<readonly UpstreamResource[]> {
    return this.addressed('resources');
  }

  resourceTemplates(): Promise<readonly UpstreamResource[]> {
    return this.addressed('resourceTemplates');
  }

  findTool(exposed: string): UpstreamTool | undefined {
    return this.exposureOf('tools').byName.get(exposed);
  }

  async confirm(server: string): Promise<boolean> {
    const slot = this.slots.get(server);
    if (slot === undefined) return false;
    if (slot.isConfirmed('tools')) return true;
    const patience = startTimer(this.options.listPatienceMs ?? DEFAULT_LIST_PATIENCE_MS);
    await Promise.race([slot.confirm('tools'), patience.over]);
    patience.stop();
    return slot.isConfirmed('tools');
  }

  onChanged(listener: (kind: ListKind) => void): () => void {
    this.changed.add(listener);
    return () => this.changed.delete(listener);
  }

  onNotification(listener: (notification: UpstreamNotification) => void): () => void {
    this.notified.add(listener);
    return () => this.notified.delete(listener);
  }

  setHost(host: HostClient): void {
    this.host = host;
    // The host's handshake is answered first. A failed start is told by whoever asks for something.
    setImmediate(() => {
      for (const slot of this.slots.values()) {
        if (slot.startedEarly) slot.connect().catch(() => undefined);
      }
    });
  }

  async request(
    server: string,
    method: string,
    params: JsonObject | undefined,
    options: UpstreamRequestOptions = {},
  ): Promise<UpstreamOutcome> {
    const slot = this.slots.get(server);
    if (slot === undefined) {
      return {
        kind: 'failure',
        failure: { kind: 'not-sent', server, message: `No server "${server}" is configured.` },
      };
    }
    return slot.request(method, params, options);
  }

  async speaks(server: string): Promise<'2025' | '2026' | undefined> {
    const connection = await this.slots
      .get(server)
      ?.connect()
      .catch(() => undefined);
    return connection?.era;
  }

  notify(method: string, params: JsonObject | undefined, server?: string): void {
    for (const [name, slot] of this.slots) {
      if (server === undefined || server === name) slot.notify(method, params);
    }
  }

  lane(server: string): RawLane | undefined {
    return this.slots.get(server)?.lane;
  }

  refresh(): void {
    for (const slot of this.slots.values()) void slot.refresh();
  }

  status(): readonly UpstreamStatus[] {
    return [...this.slots].map(([server, slot]) => {
      const exposures = [this.exposureOf('tools'), this.exposureOf('prompts')];
      const problems = exposures.flatMap((exposure) => exposure.problems.get(server) ?? []);
      return {
        server,
        state: slot.state,
        target: describeTarget(this.options.servers[server] ?? { url: '' }),
        tools: this.exposureOf('tools').tools.filter((tool) => tool.server === server).length,
        cached: slot.known('tools') !== undefined && !slot.isConfirmed('tools'),
        problems: [slot.trouble, slot.unread, ...problems].filter((problem) => problem !== undefined),
      };
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.slots.values()].map((slot) => slot.close()));
  }

  private makeSlot(server: string, entry: ServerEntry, cache: ToolCache): ServerSlot {
    const { options } = this;
    return new ServerSlot({
      server,
      entry,
      cache,
      log: options.log,
      maxMessageBytes: answerBytes(entry) ?? options.maxMessageBytes ?? DEFAULT_MAX_MESSAGE_BYTES,
      stopGraceMs: options.stopGraceMs ?? DEFAULT_STOP_GRACE_MS,
      startsPerMinute: options.startsPerMinute ?? DEFAULT_STARTS_PER_MINUTE,
      child: options.started?.get(server),
      loginFolder: options.loginFolder,
      host: () => this.host,
      onNotification: (name, method, params) => {
        for (const listener of this.notified) listener({ server: name, method, params });
      },
      onLists: (kind, differs) => {
        if (kind === 'tools' || kind === 'prompts') this.exposures.delete(kind);
        if (!this.late.delete(`${kind} ${server}`) && !differs) return;
        for (const listener of this.changed) listener(kind);
      },
    });
  }

  private async exposed(kind: 'tools' | 'prompts'): Promise<Exposure> {
    await this.listAll(kind);
    return this.exposureOf(kind);
  }

  /** From what is known right now, worked out once until a list changes. */
  private exposureOf(kind: 'tools' | 'prompts'): Exposure {
    const made = this.exposures.get(kind);
    if (made !== undefined) return made;
    const parts = [...this.slots].map(([server, slot]) => ({
      server,
      prefix: this.options.servers[server]?.prefix ?? `${server}_`,
      items: slot.known(kind) ?? [],
    }));
    const exposure = expose(parts, kind === 'tools' ? 'tool' : 'prompt');
    this.exposures.set(kind, exposure);
    for (const [server, problems] of exposure.problems) {
      for (const problem of problems) this.options.log.error({ server }, `The server "${server}": ${problem}`);
    }
    return exposure;
  }

  private async addressed(kind: 'resources' | 'resourceTemplates'): Promise<readonly UpstreamResource[]> {
    const lists = await this.listAll(kind);
    return lists.flat();
  }

  /** Every server's list, in configured order; what does not come in time, or cannot be had, is empty. */
  private async listAll(kind: ListKind): Promise<readonly (readonly UpstreamResource[])[]> {
    const patience = startTimer(this.options.listPatienceMs ?? DEFAULT_LIST_PATIENCE_MS);
    try {
      return await Promise.all(
        [...this.slots].map(async ([server, slot]) => {
          await Promise.race([slot.list(kind), patience.over]);
          const known = slot.known(kind);
          if (known === undefined) this.late.add(`${kind} ${server}`);
          return (known ?? []).map((definition) => ({ server, definition }));
        }),
      );
    } finally {
      patience.stop();
    }
  }
}

function startTimer(delayMs: number): { readonly over: Promise<void>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, delayMs);
  });
  return { over, stop: () => clearTimeout(timer) };
}
