import type { AccountRef } from '../model/budget.js';
import { project, purse, type Scenario } from './store-contract-kit.js';

const capped: AccountRef = { ...purse, limit: 100, soft: 80, resetsAt: 9_000 };
const ofSession: AccountRef = { id: 'session:s_1', scope: 'session', subject: 's_1', limit: 30 };
const session = { id: 's_1', project, principal: 'ada', client: 'test', openedAt: 1, seenAt: 1 };

/** Hard limits, several scopes at once, and changes of limits. */
export function budgetContract(scenario: Scenario): void {
  limiting(scenario);
  owning(scenario);
  changing(scenario);
}

function limiting(scenario: Scenario): void {
  scenario('an account opens with the limits of its reference, and keeps them', async (bench) => {
    const { store, expect } = bench;
    const [opened] = await store.accounts([capped]);
    expect(opened).toEqual({ ...capped, spent: 0, held: 0 });
    const [kept] = await store.accounts([{ ...capped, limit: 5 }]);
    expect(kept).toEqual({ ...capped, spent: 0, held: 0 });
    await bench.held({ amount: 50, accounts: [{ ...capped, limit: 5 }] });
  });

  scenario('holds and spending together never pass the hard limit', async (bench) => {
    const { expect } = bench;
    await bench.settle(await bench.held({ amount: 60, accounts: [capped] }), { amount: 60 });
    await bench.held({ amount: 30, accounts: [capped] });
    const outcome = await bench.hold({ amount: 11, accounts: [capped] });
    expect(outcome).toEqual({ kind: 'over', account: { ...capped, spent: 60, held: 30 } });
    await bench.held({ amount: 10, accounts: [capped] });
    expect(await bench.balance()).toEqual({ held: 40, spent: 60 });
  });

  scenario('a hold over a limit that opens with it leaves no take and no money held', async (bench) => {
    const outcome = await bench.hold({ amount: 101, accounts: [capped] });
    bench.expect(outcome).toEqual({ kind: 'over', account: { ...capped, spent: 0, held: 0 } });
    bench.expect(await bench.store.takes({ project })).toEqual([]);
    bench.expect(await bench.store.entries(project)).toEqual([]);
  });

  scenario('a hold leaves what is kept for others, who may use it', async (bench) => {
    const { expect } = bench;
    await bench.held({ amount: 70, accounts: [{ ...capped, keep: 30 }] });
    expect((await bench.hold({ amount: 1, accounts: [{ ...capped, keep: 30 }] })).kind).toBe('over');
    await bench.held({ amount: 30, accounts: [capped] });
    await bench.held({ amount: 5, accounts: [{ ...capped, keep: 30 }], unlimited: true });
    expect(await bench.balance(capped)).toEqual({ held: 105, spent: 0 });
  });

  scenario('one scope without room keeps the hold out of every scope', async (bench) => {
    const { store, expect } = bench;
    await store.saveSession(session);
    await bench.held({ amount: 20, accounts: [capped, ofSession] });
    const outcome = await bench.hold({ amount: 20, accounts: [capped, ofSession] });
    expect(outcome).toEqual({ kind: 'over', account: { ...ofSession, spent: 0, held: 20 } });
    const accounts = await store.accounts([ofSession, capped]);
    expect(accounts.map(({ id, held }) => [id, held])).toEqual([
      [ofSession.id, 20],
      [capped.id, 20],
    ]);
    expect((await store.entries(project)).map((entry) => entry.account).sort()).toEqual([capped.id, ofSession.id]);
  });

  scenario('many holds at once reach the limit exactly', async (bench) => {
    const tries = Array.from({ length: 15 }, (_, index) =>
      bench.hold({ amount: 10, accounts: [capped], take: { shot: `shot-${String(index)}`, promptKey: String(index) } }),
    );
    const kinds = (await Promise.all(tries)).map((outcome) => outcome.kind);
    bench.expect(kinds.filter((kind) => kind === 'held').length).toBe(10);
    bench.expect(kinds.filter((kind) => kind === 'over').length).toBe(5);
    bench.expect(await bench.balance()).toEqual({ held: 100, spent: 0 });
  });
}

function owning(scenario: Scenario): void {
  scenario('the accounts of a project are its own and those of its sessions', async (bench) => {
    const { store, expect } = bench;
    await store.saveSession(session);
    const stranger: AccountRef = { id: 'project:other', scope: 'project', subject: 'other' };
    await store.accounts([ofSession, stranger, capped]);
    expect((await store.accountsOf(project)).map((account) => account.id)).toEqual([capped.id, ofSession.id]);
    expect(await store.accounts([])).toEqual([]);
  });

  scenario('the accounts of a project are shown with those that it shares, where they are named', async (bench) => {
    const { store, expect } = bench;
    const ofClient: AccountRef = { id: 'client:acme', scope: 'client', subject: 'acme', limit: 50 };
    const others: AccountRef = { id: 'client:other', scope: 'client', subject: 'other' };
    await store.accounts([others]);
    const take = await bench.held({ accounts: [purse, ofClient] });
    const shared = [{ scope: 'client', subject: 'acme' }] as const;
    expect((await store.accountsOf(project, shared)).map(({ id, held }) => [id, held])).toEqual([
      [ofClient.id, take.held],
      [purse.id, take.held],
    ]);
    expect((await store.entries(project, shared)).map(({ account }) => account).sort()).toEqual([
      ofClient.id,
      purse.id,
    ]);
    expect((await store.entries(project)).map(({ account }) => account)).toEqual([purse.id]);
  });
}

function changing(scenario: Scenario): void {
  scenario('a changed limit holds at once and is written down with who changed it', async (bench) => {
    const { store, expect, clock } = bench;
    await bench.held({ amount: 90, accounts: [capped] });
    const lowered = await store.limit(capped, { limit: 50 }, 'person');
    expect(lowered).toEqual({ ...capped, limit: 50, held: 90, spent: 0 });
    expect((await bench.hold({ amount: 1, accounts: [capped] })).kind).toBe('over');
    await store.limit(capped, { limit: 200, soft: null }, 'person');
    await bench.held({ amount: 100, accounts: [capped] });
    const notes = (await store.entries(project)).filter((entry) => entry.kind === 'limit');
    const common = { at: clock.now, kind: 'limit', account: capped.id, heldDelta: 0, spentDelta: 0 };
    expect(notes.map(({ seq: _seq, ...entry }) => entry)).toEqual([
      { ...common, note: { limit: 50, soft: 80, who: 'person' } },
      { ...common, note: { limit: 200, soft: null, who: 'person' } },
    ]);
  });

  scenario('a limit that is taken away lets everything in', async (bench) => {
    const account = await bench.store.limit(capped, { limit: null }, 'person');
    bench.expect(account).toEqual({ ...capped, limit: undefined, held: 0, spent: 0 });
    await bench.held({ amount: 1_000_000, accounts: [capped] });
  });
}
