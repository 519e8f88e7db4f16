import { drawFrom, type Draw } from '../ledger/draw.js';
import { isAlive } from '../ledger/grants.js';
import { addMicro, type MicroCredits } from '../model/credits.js';
import type { Account } from '../model/budget.js';
import type { Take } from '../model/take.js';
import type { HoldInput, HoldOutcome } from '../gate/store-port.js';
import { bumpShot, fileUnder, keyOf, openedAccount, shown, type MemoryState } from './memory-state.js';
import { memoryQuick, memorySinceYes } from './memory-sums.js';
import { checkHold } from './movements.js';

/** What an account is to hold of an amount. */
interface Held {
  readonly account: Account;
  readonly amount: MicroCredits;
}

/** Reserves money for a take; everything is checked before anything is changed, so a refusal leaves nothing behind. */
export function holdInMemory(state: MemoryState, input: HoldInput, now: number): HoldOutcome {
  checkHold(input);
  const refusal =
    repeated(state, input, now) ?? movedOn(state, input) ?? crossed(state, input) ?? approvalGone(state, input, now);
  if (refusal) return refusal;
  const accounts: Held[] = [];
  for (const ref of input.accounts) {
    const account = openedAccount(state, ref);
    const total = addMicro(account.spent, account.held, input.amount);
    const hasRoom = input.unlimited === true || account.limit === undefined || total <= account.limit - (ref.keep ?? 0);
    if (!hasRoom) return { kind: 'over', account };
    accounts.push({ account, amount: input.amount });
  }
  const drawn = drawInMemory(state, input, now);
  if (drawn === undefined) return { kind: 'broke' };
  const draws = drawn.map(({ account, amount }) => ({ id: account.id, amount }));
  const all = [...accounts, ...drawn.filter(({ amount }) => amount > 0)];
  if (state.takes.has(input.take.id)) throw new Error(`a take has the id ${input.take.id} already`);
  return { kind: 'held', take: record(state, structuredClone(input), all, draws, now) };
}

function repeated(state: MemoryState, { take }: HoldInput, now: number): HoldOutcome | undefined {
  const all = [...state.takes.values()];
  const seen = all.find(
    (each) => take.callId !== undefined && each.take.session === take.session && each.take.callId === take.callId,
  );
  if (seen) return { kind: seen.take.digest === take.digest ? 'known' : 'conflict', take: shown(state, seen) };
  const running = all.find(
    (each) =>
      each.take.project === take.project &&
      each.take.digest === take.digest &&
      (each.take.state === 'dispatched' || (each.take.state === 'held' && each.expiresAt > now)),
  );
  return running && { kind: 'running', take: shown(state, running) };
}

function movedOn(state: MemoryState, { take, expect, unlimited }: HoldInput): HoldOutcome | undefined {
  if (unlimited === true) return undefined;
  const shotVersion = state.shots.get(keyOf(take.project, take.shot)) ?? 0;
  const isCurrent =
    shotVersion === expect.shotVersion && countKey(state, take.project, take.promptKey) === expect.promptKeyCount;
  return isCurrent ? undefined : { kind: 'stale' };
}

function crossed(state: MemoryState, { take, below = {} }: HoldInput): HoldOutcome | undefined {
  const { sinceYes, quick, accounts = [] } = below;
  const isAbove =
    (sinceYes !== undefined && memorySinceYes(state, take.project, sinceYes.except) > sinceYes.atMost) ||
    (quick !== undefined && memoryQuick(state, take.project, quick.fromMs) > quick.atMost) ||
    accounts.some(({ id, atMost }) => {
      const account = state.accounts.get(id);
      return account !== undefined && account.spent + account.held > atMost;
    });
  return isAbove ? { kind: 'stale' } : undefined;
}

/** How many takes of a project have a prompt key and are not released. */
export function countKey(state: MemoryState, project: string, promptKey: string): number {
  let count = 0;
  for (const { take } of state.takes.values()) {
    if (take.project === project && take.promptKey === promptKey && take.state !== 'released') count += 1;
  }
  return count;
}

function approvalGone(state: MemoryState, input: HoldInput, now: number): HoldOutcome | undefined {
  if (input.approval === undefined) return undefined;
  const approval = state.approvals.get(input.approval);
  const isGood = approval?.project === input.take.project && approval.state === 'approved' && approval.expiresAt > now;
  return isGood ? undefined : { kind: 'approval-gone' };
}

/** What grants pay; undefined when they have not so much left. */
function drawInMemory(state: MemoryState, input: HoldInput, now: number): readonly Held[] | undefined {
  const alive = (input.draw ?? []).filter((ref) => isAlive(ref, now)).map((ref) => openedAccount(state, ref));
  if (input.draw === undefined || (alive.length === 0 && input.unlimited === true)) return [];
  const draws = drawFrom(alive, input.amount, input.unlimited === true);
  return draws?.flatMap(({ id, amount }) => {
    const account = alive.find((grant) => grant.id === id);
    return account === undefined ? [] : [{ account, amount }];
  });
}

function record(
  state: MemoryState,
  input: HoldInput,
  held: readonly Held[],
  draws: readonly Draw[],
  now: number,
): Take {
  const { amount, lease, ttlMs, remark } = input;
  const approval = input.approval === undefined ? undefined : state.approvals.get(input.approval);
  if (approval) state.approvals.set(approval.id, { ...approval, state: 'consumed' });
  const take: Take = { ...input.take, state: 'held', outcome: 'running', held: amount, paid: 0, at: now, assets: [] };
  state.takes.set(take.id, {
    take,
    seq: state.takes.size + 1,
    lease,
    expiresAt: now + ttlMs,
    accounts: input.accounts.map((account) => account.id),
    draws,
  });
  fileUnder(state, take.id, input.marks ?? []);
  for (const { account, amount: part } of held) {
    state.accounts.set(account.id, { ...account, held: addMicro(account.held, part) });
    const seq = state.entries.length + 1;
    const line = { seq, at: now, account: account.id, take: take.id, note: {} };
    state.entries.push({ ...line, kind: 'hold', heldDelta: part, spentDelta: 0 });
  }
  bumpShot(state, take);
  if (remark) state.remarks.push({ ...remark, take: take.id });
  return take;
}
