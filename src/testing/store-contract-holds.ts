import type { Scenario } from './store-contract-kit.js';
import { lease, project, purse } from './store-contract-kit.js';

/** What one hold does, and when it refuses. */
export function holdContract(scenario: Scenario): void {
  reserving(scenario);
  repeating(scenario);
  attaching(scenario);
  goingStale(scenario);
  stayingBelow(scenario);
}

function reserving(scenario: Scenario): void {
  scenario('a hold reserves the amount, stores the take and writes one entry', async (bench) => {
    const { store, expect, clock } = bench;
    const take = await bench.held({
      amount: 25,
      take: { seed: 7, because: 'softer light', item: 'hero-image/explore' },
    });
    expect(take).toMatchObject({ state: 'held', outcome: 'running', held: 25, paid: 0, at: clock.now, seed: 7 });
    expect(await store.take(take.id)).toEqual(take);
    expect(await bench.balance()).toEqual({ held: 25, spent: 0 });
    const entries = await store.entries(project);
    expect(entries.map(({ seq: _seq, ...entry }) => entry)).toEqual([
      { at: clock.now, kind: 'hold', account: purse.id, take: take.id, heldDelta: 25, spentDelta: 0, note: {} },
    ]);
  });

  scenario('a hold of nothing is a hold', async (bench) => {
    const take = await bench.held({ amount: 0, accounts: [{ ...purse, limit: 0 }] });
    bench.expect(take.held).toBe(0);
  });

  scenario(
    'an unlimited hold passes every limit and is never stale, and the next limited one is refused',
    async (bench) => {
      const capped = { ...purse, limit: 15 };
      await bench.held({ amount: 20, accounts: [capped], unlimited: true });
      await bench.held({ amount: 20, accounts: [capped], unlimited: true });
      bench.expect(await bench.balance(capped)).toEqual({ held: 40, spent: 0 });
      const old = { shotVersion: 0, promptKeyCount: 0 };
      bench.expect((await bench.hold({ expect: old, unlimited: true })).kind).toBe('held');
      bench.expect((await bench.hold({ amount: 1, accounts: [capped] })).kind).toBe('over');
    },
  );

  scenario('an impossible amount is an error and leaves nothing behind', async (bench) => {
    for (const amount of [-1, 0.5, NaN, Number.MAX_SAFE_INTEGER + 1]) {
      await bench.expect(bench.hold({ amount })).rejects.toThrow(/micro-credits/);
    }
    await bench.expect(bench.hold({ accounts: [purse, purse] })).rejects.toThrow(/twice/);
    bench.expect(await bench.store.takes({ project })).toEqual([]);
  });

  scenario('a hold remembers the decision behind it together with the take', async (bench) => {
    const remark = {
      ...{ at: 5, project, session: 's_1', shot: 'hero-image', phase: 'explore', digest: 'd', promptKey: 'k' },
      ...{ prompt: 'A fox', tool: 'generate_image', outcome: 'allow', findings: [], passed: 10 },
      ...({ kind: 'image', tier: 'budget' } as const),
    };
    const take = await bench.held({ remark });
    bench.expect(await bench.store.remarks(project)).toEqual([{ ...remark, take: take.id }]);
    await bench.hold({ remark, accounts: [{ ...purse, id: 'project:poster:tight', limit: 1 }] });
    bench.expect((await bench.store.remarks(project)).length).toBe(1);
  });
}

function repeating(scenario: Scenario): void {
  scenario('the same call id with the same digest answers with the first take, also after its end', async (bench) => {
    const first = await bench.held({ take: { callId: 'call-1', digest: 'same' } });
    const again = () => bench.hold({ take: { callId: 'call-1', digest: 'same' } });
    bench.expect(await again()).toEqual({ kind: 'known', take: first });
    const ended = await bench.settle(first, { amount: 10 });
    bench.expect(await again()).toEqual({ kind: 'known', take: ended });
    bench.expect(await bench.balance()).toEqual({ held: 0, spent: 10 });
  });

  scenario('the same call id with another digest is a conflict', async (bench) => {
    const first = await bench.held({ take: { callId: 'call-1', digest: 'one' } });
    const outcome = await bench.hold({ take: { callId: 'call-1', digest: 'two' } });
    bench.expect(outcome).toEqual({ kind: 'conflict', take: first });
    bench.expect(await bench.balance()).toEqual({ held: 10, spent: 0 });
  });

  scenario('call ids of two sessions do not meet', async (bench) => {
    await bench.held({ take: { callId: 'call-1', session: 's_1' } });
    await bench.held({ take: { callId: 'call-1', session: 's_2' } });
    bench.expect((await bench.store.takes({ project })).length).toBe(2);
  });
}

function attaching(scenario: Scenario): void {
  scenario('a request that is held or dispatched already is running', async (bench) => {
    const first = await bench.held({ take: { digest: 'same' } });
    bench.expect(await bench.hold({ take: { digest: 'same' } })).toEqual({ kind: 'running', take: first });
    await bench.store.dispatch(first.id, lease);
    const outcome = await bench.hold({ take: { digest: 'same' } });
    bench.expect(outcome).toEqual({ kind: 'running', take: { ...first, state: 'dispatched' } });
    bench.expect(await bench.balance()).toEqual({ held: 10, spent: 0 });
  });

  scenario('a request in doubt or ended is not running, nor one of another project', async (bench) => {
    const first = await bench.dispatched({ take: { digest: 'same' } });
    await bench.held({ take: { digest: 'same', project: 'other' }, accounts: [] });
    await bench.store.doubt(first.id, 'no answer');
    const second = await bench.held({ take: { digest: 'same' } });
    await bench.settle(second, { amount: 10 });
    await bench.held({ take: { digest: 'same' } });
    bench.expect(await bench.balance()).toEqual({ held: 20, spent: 10 });
  });

  scenario('a held request that ran out is not running, because nobody can dispatch it', async (bench) => {
    await bench.held({ take: { digest: 'same' }, ttlMs: 1000 });
    bench.clock.now += 1000;
    await bench.held({ take: { digest: 'same' } });
  });

  scenario('of many identical holds at once one passes and the others attach', async (bench) => {
    const expected = { shotVersion: 0, promptKeyCount: 0 };
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => bench.hold({ take: { digest: 'same' }, expect: expected })),
    );
    const kinds = outcomes.map((outcome) => outcome.kind).sort();
    bench.expect(kinds).toEqual(['held', ...Array.from({ length: 5 }, () => 'running')]);
  });
}

function goingStale(scenario: Scenario): void {
  scenario('a hold is stale when the shot moved on: by a take, an end, or feedback', async (bench) => {
    const { store, expect } = bench;
    const seen = { shotVersion: 0, promptKeyCount: 0 };
    const take = await bench.dispatched({ take: { promptKey: 'one' } });
    expect(await bench.hold({ take: { promptKey: 'two' }, expect: seen })).toEqual({ kind: 'stale' });
    const afterTake = await store.shotVersion(project, 'hero-image');
    await bench.settle(take, { amount: 3 });
    const afterEnd = await store.shotVersion(project, 'hero-image');
    expect(afterEnd).toBeGreaterThan(afterTake);
    await store.saveFeedback(take.id, {
      ...{ verdict: 'refine', keep: [], change: ['light'], remove: [], note: '' },
      ...{ id: 'f_1', strength: 'relayed', at: 1 },
    });
    expect(await store.shotVersion(project, 'hero-image')).toBeGreaterThan(afterEnd);
    expect(await store.shotVersion(project, 'unseen')).toBe(0);
  });

  scenario('a hold is stale when takes with its prompt key came to another shot', async (bench) => {
    const { store, expect } = bench;
    const first = await bench.held({ take: { shot: 'elsewhere' } });
    const seen = { shotVersion: 0, promptKeyCount: 0 };
    expect(await bench.hold({ expect: seen })).toEqual({ kind: 'stale' });
    expect(await store.promptKeyCount(project, 'fox snow')).toBe(1);
    await bench.settle(first, { amount: 0, outcome: 'unbilled' });
    expect(await store.promptKeyCount(project, 'fox snow')).toBe(0);
    await bench.held({ expect: seen });
  });

  scenario('takes in doubt and posted takes count for their prompt key', async (bench) => {
    const doubted = await bench.dispatched();
    await bench.store.doubt(doubted.id, 'no answer');
    await bench.settle(await bench.held(), { amount: 5 });
    bench.expect(await bench.store.promptKeyCount(project, 'fox snow')).toBe(2);
  });
}

function stayingBelow(scenario: Scenario): void {
  scenario(
    'a hold is stale when the spending since the last yes passed the line it was decided below',
    async (bench) => {
      await bench.held({ amount: 30 });
      bench.expect(await bench.hold({ below: { sinceYes: { atMost: 29, except: [] } } })).toEqual({ kind: 'stale' });
      bench.expect((await bench.hold({ below: { sinceYes: { atMost: 30, except: [] } } })).kind).toBe('held');
      bench.expect(await bench.balance()).toEqual({ held: 40, spent: 0 });
    },
  );

  scenario('a hold is stale when the spending without a plan passed the line it was decided below', async (bench) => {
    const from = bench.clock.now;
    await bench.held({ amount: 30 });
    await bench.held({ amount: 500, take: { item: 'hero-image/explore' } });
    bench.expect(await bench.hold({ below: { quick: { fromMs: from, atMost: 29 } } })).toEqual({ kind: 'stale' });
    bench.expect((await bench.hold({ below: { quick: { fromMs: from, atMost: 30 } } })).kind).toBe('held');
    bench.clock.now += 1000;
    const later = { quick: { fromMs: bench.clock.now, atMost: 0 } };
    bench.expect((await bench.hold({ below: later })).kind).toBe('held');
  });

  scenario('a hold is stale when an account passed the line it was decided below', async (bench) => {
    const below = (atMost: number) => ({ accounts: [{ id: purse.id, atMost }] });
    bench.expect((await bench.hold({ amount: 20, below: below(0) })).kind).toBe('held');
    bench.expect(await bench.hold({ below: below(19) })).toEqual({ kind: 'stale' });
    bench.expect((await bench.hold({ below: below(20) })).kind).toBe('held');
  });

  scenario('of many holds at once as many pass as stay below a line', async (bench) => {
    const holds = Array.from({ length: 9 }, (_, index) => {
      const take = { shot: `shot-${String(index)}`, promptKey: `key-${String(index)}` };
      return bench.hold({ amount: 10, take, below: { sinceYes: { atMost: 30, except: [] } } });
    });
    const kinds = (await Promise.all(holds)).map((outcome) => outcome.kind);
    bench.expect(kinds.filter((kind) => kind === 'held').length).toBe(4);
    bench.expect(await bench.balance()).toEqual({ held: 40, spent: 0 });
  });
}
