import { addMicro } from '../model/credits.js';
import { byLapse, isAlive } from '../ledger/grants.js';
import type { Account, AccountOwner, AccountRef } from '../model/budget.js';
import type { TakeJob } from '../model/job-map.js';
import type { JsonObject } from '../model/json.js';
import type { Take } from '../model/take.js';
import { isRunning } from '../model/takes.js';
import type { Entry, LedgerStore, KeptAnswer } from '../gate/store-port.js';
import { holdInMemory } from './memory-hold.js';
import { bumpShot, openedAccount, shown, storedTake, type MemoryState, type StoredTake } from './memory-state.js';
import {
  checkAmount,
  endStateOf,
  endingOf,
  endingOfDraws,
  hasEnded,
  neverSent,
  type Ending,
  type Posting,
} from './movements.js';

/** The money side of the memory store; each method runs in one turn, which makes it one transaction. */
export function memoryLedger(state: MemoryState, clock: () => number): LedgerStore {
  return {
    hold: async (input) => holdInMemory(state, input, clock()),
    dispatch: async (take, lease) => dispatch(state, take, lease, clock()),
    settle: async (settlement) => {
      checkAmount(settlement.amount);
      return endTake(state, storedTake(state, settlement.take), settlement, clock());
    },
    keep: async (take, kept) => keepAnswer(state, storedTake(state, take), kept),
    doubt: async (take, _why, kept) => doubtTake(state, storedTake(state, take), kept),
    noteJob: async (take, job, kept) => noteJob(state, storedTake(state, take), job, kept),
    accounts: async (refs) =>
      refs.map((ref) => {
        const account = openedAccount(state, ref);
        state.accounts.set(account.id, account);
        return account;
      }),
    accountsOf: async (project, shared) => accountsOf(state, project, shared),
    grants: async (purse, refs) => grants(state, purse, refs, clock()),
    limit: async (...change) => limit(state, clock(), ...change),
    entries: async (project, shared) => {
      const ids = new Set(accountsOf(state, project, shared).map((account) => account.id));
      return state.entries.filter((entry) => ids.has(entry.account));
    },
    entriesInOrder: async (project, { after = 0, limit }, shared) => {
      const ids = new Set(accountsOf(state, project, shared).map((account) => account.id));
      return state.entries.filter(({ seq, account }) => seq > after && ids.has(account)).slice(0, limit);
    },
    beat: async (lease) => {
      state.leases.set(lease, Math.max(state.leases.get(lease) ?? 0, clock()));
    },
    endLease: async (lease) => {
      putAway(state, (stored) => stored.lease === lease, clock());
      state.leases.delete(lease);
    },
    recover: async (lapsedMs) => recover(state, lapsedMs, clock()),
  };
}

function accountsOf(state: MemoryState, project: string, shared: readonly AccountOwner[] = []): Account[] {
  const isOurs = ({ scope, subject }: Account) =>
    (scope === 'project' && subject === project) ||
    (scope === 'session' && state.sessions.get(subject)?.project === project) ||
    shared.some((owner) => owner.scope === scope && owner.subject === subject);
  return [...state.accounts.values()].filter(isOurs).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function grants(state: MemoryState, purse: string, refs: readonly AccountRef[], now: number): Account[] {
  for (const ref of refs.filter((each) => isAlive(each, now))) state.accounts.set(ref.id, openedAccount(state, ref));
  const isOurs = (account: Account) => account.scope === 'grant' && account.subject === purse && isAlive(account, now);
  return [...state.accounts.values()].filter(isOurs).sort(byLapse);
}

function dispatch(state: MemoryState, id: string, lease: string, now: number): boolean {
  const stored = state.takes.get(id);
  if (stored?.lease !== lease || stored.take.state !== 'held' || stored.expiresAt <= now) return false;
  state.takes.set(id, { ...stored, take: { ...stored.take, state: 'dispatched' } });
  return true;
}

function endTake(state: MemoryState, stored: StoredTake, ending: Ending, now: number): Take {
  const { take } = stored;
  if (hasEnded(take.state)) return shown(state, stored);
  const { outcome, amount, costSource, assets, result, who } = ending;
  const note = { who, outcome, ...(costSource === undefined ? {} : { costSource }) };
  move(state, stored, ending, note, now);
  const after: StoredTake = {
    ...stored,
    take: {
      ...take,
      state: endStateOf(ending),
      outcome,
      held: 0,
      paid: amount,
      costSource,
      endedAt: now,
      assets: structuredClone(assets),
    },
    result: structuredClone(result ?? stored.result),
  };
  state.takes.set(take.id, after);
  bumpShot(state, take);
  return shown(state, after);
}

function move(state: MemoryState, stored: StoredTake, ending: Ending, note: JsonObject, now: number): void {
  const line = { at: now, take: stored.take.id, note };
  for (const posting of endingOf(stored.take.held, ending)) {
    for (const id of stored.accounts) post(state, id, posting, line);
  }
  for (const { id, postings } of endingOfDraws(stored.draws, ending)) {
    for (const posting of postings) post(state, id, posting, line);
  }
}

function post(state: MemoryState, id: string, posting: Posting, line: Pick<Entry, 'at' | 'take' | 'note'>): void {
  const account = state.accounts.get(id);
  if (account === undefined) return;
  const held = addMicro(account.held, posting.heldDelta);
  const spent = addMicro(account.spent, posting.spentDelta);
  state.accounts.set(id, { ...account, held, spent });
  state.entries.push({ ...posting, ...line, seq: state.entries.length + 1, account: id });
}

function keepAnswer(state: MemoryState, stored: StoredTake, { assets, result }: KeptAnswer): Take {
  const take = { ...stored.take, assets: structuredClone(assets) };
  const after: StoredTake = { ...stored, take, result: structuredClone(result ?? stored.result) };
  state.takes.set(take.id, after);
  return shown(state, after);
}

function doubtTake(state: MemoryState, stored: StoredTake, kept?: KeptAnswer): Take {
  if (stored.take.state !== 'dispatched') return shown(state, stored);
  const assets = structuredClone(kept?.assets ?? stored.take.assets);
  const after: StoredTake = {
    ...stored,
    take: { ...stored.take, state: 'in_doubt', outcome: 'unknown', assets },
    result: structuredClone(kept?.result ?? stored.result),
  };
  state.takes.set(stored.take.id, after);
  bumpShot(state, stored.take);
  return shown(state, after);
}

function noteJob(state: MemoryState, stored: StoredTake, job: TakeJob, kept?: KeptAnswer): Take {
  const { take } = stored;
  if (take.state !== 'dispatched' && take.state !== 'in_doubt') return shown(state, stored);
  const assets = structuredClone(kept?.assets ?? take.assets);
  const after: StoredTake = {
    ...stored,
    take: { ...take, state: 'dispatched', outcome: 'running', job: structuredClone(job), assets },
    result: structuredClone(kept?.result ?? stored.result),
  };
  state.takes.set(take.id, after);
  if (take.state === 'in_doubt') bumpShot(state, take);
  return shown(state, after);
}

function limit(state: MemoryState, now: number, ...[ref, change, who]: Parameters<LedgerStore['limit']>): Account {
  checkAmount(change.limit ?? 0);
  checkAmount(change.soft ?? 0);
  const before = openedAccount(state, ref);
  const hard = change.limit === undefined ? before.limit : (change.limit ?? undefined);
  const soft = change.soft === undefined ? before.soft : (change.soft ?? undefined);
  const account = { ...before, limit: hard, soft };
  state.accounts.set(ref.id, account);
  state.entries.push({
    ...{ seq: state.entries.length + 1, at: now, kind: 'limit', account: ref.id, heldDelta: 0, spentDelta: 0 },
    note: { limit: hard ?? null, soft: soft ?? null, who },
  });
  return account;
}

function recover(state: MemoryState, lapsedMs: number, now: number): { released: Take[]; inDoubt: Take[] } {
  const lapsedAt = now - lapsedMs;
  // A lease that never beat is as old as its take, so a process is not robbed before its first heartbeat.
  const isLeft = ({ take, lease, expiresAt }: StoredTake) =>
    (state.leases.get(lease) ?? take.at) <= lapsedAt || (take.state === 'held' && expiresAt <= now);
  const takes = putAway(state, isLeft, now);
  for (const [lease, beatAt] of state.leases) if (beatAt <= lapsedAt) state.leases.delete(lease);
  return {
    released: takes.filter((take) => take.state === 'released'),
    inDoubt: takes.filter((take) => take.state === 'in_doubt'),
  };
}

/** Releases what was held and doubts what was dispatched, among the takes that match. */
function putAway(state: MemoryState, matches: (stored: StoredTake) => boolean, now: number): Take[] {
  const left = [...state.takes.values()].filter(
    (stored) => isRunning(stored.take) && stored.take.job === undefined && matches(stored),
  );
  return left.map((stored) =>
    stored.take.state === 'dispatched' ? doubtTake(state, stored) : endTake(state, stored, neverSent, now),
  );
}
