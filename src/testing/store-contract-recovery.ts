import { lease, project, type Scenario } from './store-contract-kit.js';

const lapsedMs = 30_000;

/** Leases, and what becomes of the takes of processes that are gone. */
export function recoveryContract(scenario: Scenario): void {
  lapsing(scenario);
  ending(scenario);
}

function lapsing(scenario: Scenario): void {
  scenario('recovery releases what a dead process held and doubts what it had sent', async (bench) => {
    const { store, expect, clock } = bench;
    await store.beat(lease);
    const held = await bench.held({ amount: 1, ttlMs: 600_000 });
    const sent = await bench.dispatched({ amount: 2 });
    clock.now += lapsedMs;
    const { released, inDoubt } = await store.recover(lapsedMs);
    expect(released).toEqual([await store.take(held.id)]);
    expect(inDoubt).toEqual([await store.take(sent.id)]);
    expect(released[0]).toMatchObject({ state: 'released', outcome: 'unbilled', held: 0, endedAt: clock.now });
    expect(inDoubt[0]).toMatchObject({ state: 'in_doubt', outcome: 'unknown', held: 2 });
    expect(await bench.balance()).toEqual({ held: 2, spent: 0 });
    expect(await store.dispatch(held.id, lease)).toBe(false);
  });

  scenario('a process that beats keeps its takes', async (bench) => {
    const { store, expect, clock } = bench;
    const take = await bench.held({ ttlMs: 600_000 });
    const sent = await bench.dispatched();
    for (let beats = 0; beats < 4; beats += 1) {
      clock.now += lapsedMs - 1;
      await store.beat(lease);
      expect(await store.recover(lapsedMs)).toEqual({ released: [], inDoubt: [] });
    }
    expect((await store.take(sent.id))?.state).toBe('dispatched');
    expect(await store.dispatch(take.id, lease)).toBe(true);
  });

  scenario('a process is not robbed before its first beat', async (bench) => {
    bench.clock.now += 10 * lapsedMs;
    await bench.held();
    bench.expect(await bench.store.recover(lapsedMs)).toEqual({ released: [], inDoubt: [] });
    bench.clock.now += lapsedMs;
    bench.expect((await bench.store.recover(lapsedMs)).released.length).toBe(1);
  });

  scenario('a hold past its time is released even while its process lives', async (bench) => {
    const { store, expect, clock } = bench;
    const take = await bench.held({ ttlMs: 1000 });
    clock.now += 1000;
    await store.beat(lease);
    expect((await store.recover(lapsedMs)).released.map((each) => each.id)).toEqual([take.id]);
    expect(await bench.balance()).toEqual({ held: 0, spent: 0 });
  });

  scenario('two recoveries at once double nothing', async (bench) => {
    const { store, expect, clock } = bench;
    for (let count = 0; count < 5; count += 1) await bench.held({ ttlMs: 600_000 });
    clock.now += lapsedMs;
    const both = await Promise.all([store.recover(lapsedMs), store.recover(lapsedMs)]);
    expect(both.flatMap((each) => each.released).length).toBe(5);
    expect((await store.entries(project)).filter((entry) => entry.kind === 'release').length).toBe(5);
  });

  scenario('a late answer settles a take that recovery doubted', async (bench) => {
    const take = await bench.dispatched({ amount: 8 });
    bench.clock.now += lapsedMs;
    await bench.store.recover(lapsedMs);
    bench.expect(await bench.settle(take, { amount: 8 })).toMatchObject({ state: 'posted', paid: 8 });
  });

  scenario('a take that recovery released is returned as released when its process settles it', async (bench) => {
    const take = await bench.held();
    bench.clock.now += lapsedMs;
    await bench.store.recover(lapsedMs);
    bench.expect(await bench.settle(take, { amount: 8 })).toMatchObject({ state: 'released', paid: 0 });
  });
}

function ending(scenario: Scenario): void {
  scenario('a clean end releases the held takes of its lease, doubts the sent ones, and no others', async (bench) => {
    const { store, expect } = bench;
    await store.beat(lease);
    const held = await bench.held();
    const sent = await bench.dispatched();
    const other = await bench.held({ lease: 'lease-2' });
    const paid = await bench.settle(await bench.dispatched(), { amount: 3 });
    await store.endLease(lease);
    const states = await Promise.all([held, sent, other, paid].map(async ({ id }) => (await store.take(id))?.state));
    expect(states).toEqual(['released', 'in_doubt', 'held', 'posted']);
    await store.endLease(lease);
    expect(await bench.balance()).toEqual({ held: 20, spent: 3 });
  });

  scenario('takes are found by state', async (bench) => {
    const { store, expect } = bench;
    const sent = await bench.dispatched();
    await bench.held();
    await store.doubt(sent.id, 'no answer');
    const doubted = await store.takes({ project, state: 'in_doubt' });
    expect(doubted.map((take) => take.id)).toEqual([sent.id]);
    expect((await store.takes({ project, state: 'posted' })).length).toBe(0);
  });
}
