import { join } from 'node:path';
import { expect } from 'vitest';
import type { Entry, Store } from '../../../src/gate/store-port.js';
import { foldBalances } from '../../../src/ledger/balance.js';
import type { Account } from '../../../src/model/budget.js';
import { recordedLink } from '../../../src/model/asset-name.js';
import type { Take } from '../../../src/model/take.js';
import { openSqliteStore } from '../../../src/stores/sqlite.js';
import { hashArguments, type Charge } from '../../../src/studio/journal.js';

/** Everything the store knows about a project's money. */
export interface LedgerView {
  readonly takes: readonly Take[];
  readonly entries: readonly Entry[];
  readonly accounts: readonly Account[];
}

/** The project that every scenario works on. */
export const project = 'scenario';

/** Opens the store beside the gateways, as one more process would, and closes it again. */
export async function withStore<T>(data: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ file: join(data, 'greenlight.db') });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Reads the project's takes, ledger lines and accounts. */
export function readLedger(data: string): Promise<LedgerView> {
  return withStore(data, async (store) => ({
    takes: await store.takes({ project, limit: 1_000_000 }),
    entries: await store.entries(project),
    accounts: await store.accountsOf(project),
  }));
}

/**
 * Proves that the money adds up: cached balances equal the fold of the ledger and the sum over the takes; nothing
 * negative is held; no request was charged twice; every charge belongs to a take that was paid for (or is in doubt), and
 * every payment to a charge of the same amount.
 */
export function expectSound({ takes, entries, accounts }: LedgerView, charges: readonly Charge[]): void {
  const folded = foldBalances(entries);
  const none = { held: 0, spent: 0 };
  for (const { id, held, spent } of accounts) {
    expect({ id, held, spent }).toEqual({ id, ...(folded.get(id) ?? none) });
    expect(held, `held in ${id}`).toBeGreaterThanOrEqual(0);
  }
  const total = folded.get(`project:${project}:none:all`) ?? none;
  expect(total.held).toBe(sum(takes.map((take) => take.held)));
  expect(total.spent).toBe(sum(takes.map((take) => take.paid)));
  const byCall = new Map<string, Charge[]>();
  for (const charge of charges) byCall.set(charge.argumentsHash, [...(byCall.get(charge.argumentsHash) ?? []), charge]);
  expect([...byCall.values()].filter((same) => same.length > 1)).toEqual([]);
  const paths = new Map(takes.flatMap(({ assets }) => assets).map(({ id, path }) => [recordedLink(id), path]));
  for (const take of takes) expectCharged(take, byCall.get(callHash(take, paths))?.[0]);
  const known = new Set(takes.map((take) => callHash(take, paths)));
  expect([...byCall.keys()].filter((hash) => !known.has(hash))).toEqual([]);
}

/** The most that was ever spent and held together in an account, by replaying its ledger. */
export function highest(view: LedgerView, account: string): number {
  let now = 0;
  let most = 0;
  for (const entry of view.entries) {
    if (entry.account !== account) continue;
    now += entry.heldDelta + entry.spentDelta;
    most = Math.max(most, now);
  }
  return most;
}

function expectCharged(take: Take, charge: Charge | undefined): void {
  const paid = { take: take.id, state: take.state, paid: take.paid };
  if (take.state === 'posted') expect(paid).toEqual({ ...paid, paid: (charge?.credits ?? 0) * 1_000_000 });
  else expect(paid).toEqual({ ...paid, paid: 0 });
}

/** Every argument that some paid tool of the studio reads; it passes over others. */
const read = new Set(
  'prompt negative_prompt model width height count seed image mask seconds audio mode text voice pace aspect factor'.split(
    ' ',
  ),
);

/**
 * The hash under which the studio writes a take's call into its journal: of what it reads, prompts without blank ends, and
 * paths for the assets that a call started from.
 */
function callHash(take: Take, paths: ReadonlyMap<string, string>): string {
  const sent = Object.entries(take.arguments)
    .filter(([name]) => read.has(name))
    .map(([name, value]) => [name, paths.get(String(value)) ?? value] as const);
  const trimmed = sent.map(([name, value]) =>
    typeof value === 'string' && (name === 'prompt' || name === 'text') ? [name, value.trim()] : [name, value],
  );
  return hashArguments(Object.fromEntries(trimmed) as Record<string, unknown>);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
