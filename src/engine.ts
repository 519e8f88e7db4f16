import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { waitingAtStart, type ConfigBasis, type Waiting } from './accepted-policy.js';
import { dataFolder } from './data-folder.js';
import type { Config } from './config.js';
import { policyOf } from './config.js';
import { fileOldTakes } from './file-old-takes.js';
import { engineTimes, type EngineTimes } from './engine-times.js';
import { createGate, type Gate } from './gate/gate.js';
import type { JobPort } from './gate/job-port.js';
import type { ToolView } from './gate/lens.js';
import type { Log } from './gate/log-port.js';
import type { Asker, Confirmer, FetchOutputs, GatePorts, InputPort, KeepOutputs, Step } from './gate/ports.js';
import type { Store } from './gate/store-port.js';
import { untilAccepted } from './gate/until-accepted.js';
import type { JsonObject } from './model/json.js';
import { newId } from './new-id.js';
import { rules } from './rules/index.js';
import { openMemoryStore } from './stores/memory.js';
import { openSqliteStore } from './stores/sqlite.js';
import { watchJobs, type JobWatch } from './watch-jobs.js';
import { writeSidecars } from './stores/sidecar.js';
import { withSidecars } from './stores/with-sidecars.js';

/** The engine of one process: the store, the gate over it, and its lease. */
export interface Engine {
  readonly config: Config;
  readonly store: Store;
  readonly ports: GatePorts;
  readonly gate: Gate;
  /** Waits for calls under way (at most `graceMs`, or until `hurry`), gives up the lease and closes the store. */
  close(graceMs?: number, hurry?: AbortSignal): Promise<void>;
}

/** What an engine needs beside its config. */
export interface EngineParts {
  readonly log: Log;
  readonly ask: Asker;
  readonly confirm?: Confirmer | undefined;
  /** The config as its file says it; changes that loosen it wait for the person. Left out: nothing is compared. */
  readonly basis?: ConfigBasis | undefined;
  readonly keep?: KeepOutputs | undefined;
  readonly fetch?: FetchOutputs | undefined;
  /** Where jobs at providers can be asked for. Left out: every answer is taken for a result. */
  readonly jobs?: JobPort | undefined;
  /** `false`: nobody looks after jobs in the background. */
  readonly watchesJobs?: boolean | undefined;
  readonly inputs?: InputPort | undefined;
  /** Every tool that is known right now and says what it makes. Left out: nothing is offered instead of a call. */
  readonly tools?: (() => readonly ToolView[]) | undefined;
  /** A request begins to wait for a person. */
  readonly asked?: (() => void) | undefined;
  readonly reached?: ((step: Step, take: string) => void | Promise<void>) | undefined;
  /** Times that differ from {@link engineTimes}. */
  readonly times?: Partial<EngineTimes> | undefined;
}

/**
 * Opens the store that a config names.
 * @throws StoreError that says what to do.
 */
export async function openStore(config: Config, log?: Log): Promise<Store> {
  const file = join(dataFolder(config), 'greenlight.db');
  const store = config.store === 'memory' ? openMemoryStore() : await openSqliteStore({ file });
  return withSidecars(store, writeSidecars, (why) => log?.warn({ why }, 'a sidecar could not be written'));
}

/** Opens the engine: store, lease, recovery of what dead processes left, and the gate. */
export async function openEngine(config: Config, parts: EngineParts): Promise<Engine> {
  const times = { ...engineTimes, ...parts.times };
  const watch: { jobs?: JobWatch } = {};
  const opened = telling(await openStore(config, parts.log), parts.asked);
  const store = leased(opened, times, () => watch.jobs?.wake());
  const { lease } = store;
  const { settings, moved } = await waitingOf(store, parts);
  const ports: GatePorts = {
    store,
    rules,
    tools: parts.tools ?? (() => []),
    policy: untilAccepted(policyOf(config), settings, moved),
    clock: Date.now,
    newId,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    wait: sleep,
    ask: parts.ask,
    confirm: parts.confirm,
    keep: parts.keep ?? keepNothing,
    fetch: parts.fetch ?? (() => Promise.resolve(undefined)),
    jobs: parts.jobs,
    inputs: parts.inputs,
    lease,
    holdTtlMs: times.holdTtlMs,
    approvalTtlMs: config.ask.minutes * 60_000,
    sessionIdleMs: config.sessionIdleMinutes * 60_000,
    answerWithinMs: times.answerWithinMs,
    reached: parts.reached ?? (() => undefined),
    warn: (message, detail) => parts.log.warn(detail, message),
  };
  const gate = createGate(ports);
  const filing = fileOldTakes(store, config.project, parts.log, times.fileAfterMs, config.reading);
  const recovering = startRecovery(store, parts.log, times);
  if (gate.jobs !== undefined && parts.watchesJobs !== false) {
    watch.jobs = watchJobs(gate.jobs, config.project, times.recoverEveryMs, parts.log);
  }
  return {
    config,
    store,
    ports,
    gate,
    async close(graceMs = 0, hurry) {
      watch.jobs?.stop();
      await idleWithin(gate, graceMs, hurry);
      recovering.stop();
      await filing.stop();
      await store.giveUp();
      await store.close();
    },
  };
}

/** What of the config waits for the person; nothing where there is no file to compare. */
async function waitingOf(store: Store, { basis, log }: EngineParts): Promise<Waiting> {
  if (basis === undefined) return { settings: [] };
  return waitingAtStart(store, basis, Date.now(), (why) => {
    log.warn(
      { why },
      'where the ledger is could not be put on record: a config that names another will not be noticed',
    );
  });
}

/** Resolves after a time in milliseconds or when nobody waits any more; never keeps the process alive. */
function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Waits for calls under way; a timer left behind would keep the process alive. */
async function idleWithin(gate: Gate, graceMs: number, hurry: AbortSignal | undefined): Promise<void> {
  const done = new AbortController();
  const signal = hurry === undefined ? done.signal : AbortSignal.any([done.signal, hurry]);
  await Promise.race([gate.idle(), delay(graceMs, undefined, { signal }).catch(() => undefined)]);
  done.abort();
}

const keepNothing: KeepOutputs = (_take, result: JsonObject) => Promise.resolve({ assets: [], result });

/**
 * A store whose holds keep this process's lease alive: it is shown before a hold and while anything is held, so that an
 * idle process writes nothing.
 */
function leased(
  store: Store,
  { beatEveryMs }: EngineTimes,
  noted: () => void,
): Store & { readonly lease: string; giveUp(): Promise<void> } {
  const lease = newId('l');
  const open = new Set<string>();
  let beatenAt = 0;
  const beat = async (): Promise<void> => {
    beatenAt = Date.now();
    await store.beat(lease);
  };
  const timer = setInterval(() => {
    if (open.size > 0) beat().catch(() => undefined);
  }, beatEveryMs);
  timer.unref();
  return {
    ...store,
    lease,
    async hold(input) {
      if (Date.now() - beatenAt > beatEveryMs) await beat();
      const outcome = await store.hold(input);
      if (outcome.kind === 'held') open.add(outcome.take.id);
      return outcome;
    },
    async settle(settlement) {
      open.delete(settlement.take);
      return store.settle(settlement);
    },
    async doubt(take, why, kept) {
      open.delete(take);
      return store.doubt(take, why, kept);
    },
    async noteJob(take, job, kept) {
      const waiting = await store.noteJob(take, job, kept);
      // The provider works on, whether or not this process lives.
      open.delete(take);
      noted();
      return waiting;
    },
    async giveUp() {
      clearInterval(timer);
      if (beatenAt > 0) await store.endLease(lease);
    },
  };
}

/** A store that tells of requests that begin to wait. */
function telling(store: Store, asked: EngineParts['asked']): Store {
  if (asked === undefined) return store;
  return {
    ...store,
    async openApproval(approval) {
      const opened = await store.openApproval(approval);
      if (opened.state === 'pending') asked();
      return opened;
    },
  };
}

/** Ends what dead processes left, at the start and now and then. */
function startRecovery(store: Store, log: Log, times: EngineTimes): { stop(): void } {
  const recover = (): void => {
    store
      .recover(times.leaseLapsedMs)
      .then(({ released, inDoubt }) => {
        if (released.length + inDoubt.length === 0) return;
        const ids = { released: released.map(({ id }) => id), inDoubt: inDoubt.map(({ id }) => id) };
        log.warn(ids, 'calls of a process that is gone were ended; those in doubt need a look');
      })
      .catch((error: unknown) => log.error({ error: String(error) }, 'recovery failed; it is tried again'));
  };
  recover();
  const timer = setInterval(recover, times.recoverEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
