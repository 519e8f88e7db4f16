import type { AccountRef } from '../model/budget.js';
import { lease, project, purse, type Scenario } from './store-contract-kit.js';

/** Dispatch, expiry, settlement and doubt. */
export function settlingContract(scenario: Scenario): void {
  dispatching(scenario);
  posting(scenario);
  settlingOnce(scenario);
  doubting(scenario);
}

function dispatching(scenario: Scenario): void {
  scenario('a take is dispatched once, by the lease that holds it', async (bench) => {
    const { store, expect } = bench;
    const take = await bench.held();
    expect(await store.dispatch(take.id, 'lease-2')).toBe(false);
    expect(await store.dispatch(take.id, lease)).toBe(true);
    expect(await store.dispatch(take.id, lease)).toBe(false);
    expect((await store.take(take.id))?.state).toBe('dispatched');
    expect(await store.dispatch('t_unknown', lease)).toBe(false);
  });

  scenario('of two dispatches at once one passes', async (bench) => {
    const take = await bench.held();
    const both = await Promise.all([bench.store.dispatch(take.id, lease), bench.store.dispatch(take.id, lease)]);
    bench.expect(both.sort()).toEqual([false, true]);
  });

  scenario('a hold cannot be dispatched once its time has passed, though nobody recovered it', async (bench) => {
    const take = await bench.held({ ttlMs: 1000 });
    bench.clock.now += 1000;
    bench.expect(await bench.store.dispatch(take.id, lease)).toBe(false);
    bench.expect((await bench.store.take(take.id))?.state).toBe('held');
  });

  scenario('a take that has ended cannot be dispatched', async (bench) => {
    const take = await bench.held();
    await bench.settle(take, { amount: 0, outcome: 'unbilled' });
    bench.expect(await bench.store.dispatch(take.id, lease)).toBe(false);
  });
}

function posting(scenario: Scenario): void {
  scenario('a settlement below the hold posts what was paid and frees the rest', async (bench) => {
    const { store, expect, clock } = bench;
    const take = await bench.dispatched({ amount: 50 });
    clock.now += 5000;
    const asset = { id: 'a'.repeat(64), path: 'takes/a.png', mimeType: 'image/png', bytes: 12 };
    const ended = await bench.settle(take, { amount: 20, assets: [asset], result: { text: 'made' } });
    expect(ended).toMatchObject({ state: 'posted', outcome: 'succeeded', held: 0, paid: 20, endedAt: clock.now });
    expect(ended).toMatchObject({ costSource: 'book', assets: [asset] });
    expect(await store.take(take.id)).toEqual(ended);
    expect(await store.result(take.id)).toEqual({ text: 'made' });
    expect(await bench.balance()).toEqual({ held: 0, spent: 20 });
    expect((await store.entries(project)).at(-1)).toMatchObject({
      ...{ kind: 'post', heldDelta: -50, spentDelta: 20, take: take.id },
      note: { who: 'gate', outcome: 'succeeded', costSource: 'book' },
    });
  });

  scenario('a settlement of nothing releases the hold', async (bench) => {
    const take = await bench.dispatched({ amount: 50 });
    const ended = await bench.settle(take, { amount: 0, outcome: 'unbilled' });
    bench.expect(ended).toMatchObject({ state: 'released', outcome: 'unbilled', held: 0, paid: 0 });
    bench.expect(await bench.store.result(take.id)).toBeUndefined();
    const last = (await bench.store.entries(project)).at(-1);
    bench.expect(last).toMatchObject({ kind: 'release', heldDelta: -50, spentDelta: 0 });
  });

  scenario('a success at no cost is posted: it can be shown, judged and chosen like any other', async (bench) => {
    const take = await bench.dispatched({ amount: 50 });
    const ended = await bench.settle(take, { amount: 0, outcome: 'succeeded', result: { text: 'made' } });
    bench.expect(ended).toMatchObject({ state: 'posted', outcome: 'succeeded', held: 0, paid: 0 });
    bench.expect(await bench.store.result(take.id)).toEqual({ text: 'made' });
    bench.expect(await bench.balance()).toEqual({ held: 0, spent: 0 });
    const last = (await bench.store.entries(project)).at(-1);
    bench.expect(last).toMatchObject({ kind: 'post', heldDelta: -50, spentDelta: 0 });
  });

  scenario('an overrun is an entry of its own, may pass the limit, and blocks the next call', async (bench) => {
    const { store, expect } = bench;
    const capped: AccountRef = { ...purse, limit: 50 };
    const take = await bench.dispatched({ amount: 50, accounts: [capped] });
    const ended = await bench.settle(take, { amount: 65, costSource: 'provider' });
    expect(ended).toMatchObject({ state: 'posted', held: 0, paid: 65 });
    const moved = (await store.entries(project)).map(({ kind, heldDelta, spentDelta }) => [
      kind,
      heldDelta,
      spentDelta,
    ]);
    expect(moved).toEqual([
      ['hold', 50, 0],
      ['post', -50, 50],
      ['overrun', 0, 15],
    ]);
    expect((await bench.hold({ amount: 0, accounts: [capped] })).kind).toBe('over');
  });
}

function settlingOnce(scenario: Scenario): void {
  scenario('a take that has ended stays as it is when it is settled again', async (bench) => {
    const { store, expect } = bench;
    const take = await bench.dispatched();
    const first = await bench.settle(take, { amount: 4, result: { first: true } });
    const lines = (await store.entries(project)).length;
    const version = await store.shotVersion(project, take.shot);
    expect(await bench.settle(take, { amount: 9, outcome: 'failed-billed', result: {} })).toEqual(first);
    expect((await store.entries(project)).length).toBe(lines);
    expect(await store.shotVersion(project, take.shot)).toBe(version);
    expect(await store.result(take.id)).toEqual({ first: true });
  });

  scenario('of two settlements at once one counts', async (bench) => {
    const take = await bench.dispatched({ amount: 10 });
    const [one, two] = await Promise.all([bench.settle(take, { amount: 10 }), bench.settle(take, { amount: 7 })]);
    bench.expect(one).toEqual(two);
    bench.expect((await bench.balance()).spent).toBe(one.paid);
  });

  scenario('money is settled in the accounts that held it, in every scope', async (bench) => {
    const { store, expect } = bench;
    const monday: AccountRef = { ...purse, id: 'project:poster:day:2026-11-23' };
    const tuesday: AccountRef = { ...purse, id: 'project:poster:day:2026-11-24' };
    const take = await bench.dispatched({ amount: 10, accounts: [purse, monday] });
    await store.accounts([tuesday]);
    await bench.settle(take, { amount: 12 });
    expect(await bench.balance(monday)).toEqual({ held: 0, spent: 12 });
    expect(await bench.balance(tuesday)).toEqual({ held: 0, spent: 0 });
    expect(await bench.balance()).toEqual({ held: 0, spent: 12 });
  });

  scenario('an unknown take or an impossible amount is an error', async (bench) => {
    const take = await bench.held();
    await bench.expect(bench.settle({ ...take, id: 't_unknown' }, {})).rejects.toThrow(/t_unknown/);
    await bench.expect(bench.settle(take, { amount: -1 })).rejects.toThrow(/micro-credits/);
    bench.expect(await bench.store.take('t_unknown')).toBeUndefined();
  });
}

function doubting(scenario: Scenario): void {
  scenario('a take in doubt keeps its money held until it is settled', async (bench) => {
    const { store, expect } = bench;
    const take = await bench.dispatched({ amount: 30 });
    const doubted = await store.doubt(take.id, 'the connection broke');
    expect(doubted).toMatchObject({ state: 'in_doubt', outcome: 'unknown', held: 30 });
    expect(await store.take(take.id)).toEqual(doubted);
    expect(await bench.balance()).toEqual({ held: 30, spent: 0 });
    const ended = await bench.settle(doubted, { amount: 30, who: 'person', costSource: 'person' });
    expect(ended).toMatchObject({ state: 'posted', paid: 30 });
    expect(await bench.balance()).toEqual({ held: 0, spent: 30 });
  });

  scenario(
    'what was kept of an answer stays with a take in doubt, and with the end that a person gives it',
    async (bench) => {
      const { store, expect } = bench;
      const take = await bench.dispatched({ amount: 30 });
      const kept = {
        assets: [{ id: 'a1', path: '/out/a1.png', mimeType: 'image/png', bytes: 5 }],
        result: { content: [{ type: 'text', text: 'made' }] },
      };
      const doubted = await store.doubt(take.id, 'nobody said whether it was billed', kept);
      expect(doubted.assets).toEqual(kept.assets);
      expect(await store.take(take.id)).toEqual(doubted);
      expect(await store.result(take.id)).toEqual(kept.result);
      await bench.settle(doubted, { amount: 30, who: 'person', assets: doubted.assets });
      expect((await store.take(take.id))?.assets).toEqual(kept.assets);
      expect(await store.result(take.id)).toEqual(kept.result);
    },
  );

  scenario('only a dispatched take comes into doubt', async (bench) => {
    const held = await bench.held();
    bench.expect(await bench.store.doubt(held.id, 'x')).toEqual(held);
    const ended = await bench.settle(held, { amount: 1 });
    bench.expect(await bench.store.doubt(held.id, 'x')).toEqual(ended);
    await bench.expect(bench.store.doubt('t_unknown', 'x')).rejects.toThrow(/t_unknown/);
  });

  scenario(
    'what is fetched of an answer later takes the place of what was kept, whatever became of the money',
    async (bench) => {
      const { store, expect } = bench;
      const take = await bench.dispatched({ amount: 30 });
      await bench.settle(take, { amount: 20, result: { text: 'made' } });
      const [before] = await store.takes({ project });
      const assets = [
        { id: 'a1', path: '/out/a1.png', mimeType: 'image/png', bytes: 5, source: 'https://example.com/a' },
      ];
      const kept = await store.keep(take.id, { assets });
      expect(kept).toEqual({ ...before, assets });
      expect(await store.takes({ project })).toEqual([kept]);
      expect(await store.result(take.id)).toEqual({ text: 'made' });
      await store.keep(take.id, { assets, result: { text: 'fetched' } });
      expect(await store.result(take.id)).toEqual({ text: 'fetched' });
      expect(await bench.balance()).toEqual({ held: 0, spent: 20 });
      await expect(store.keep('t_unknown', { assets })).rejects.toThrow(/t_unknown/);
    },
  );
}
