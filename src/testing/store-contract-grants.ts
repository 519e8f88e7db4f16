import type { AccountRef } from '../model/budget.js';
import { project, purse, type Bench, type Scenario } from './store-contract-kit.js';

const name = '*';
const grant = (id: string, limit: number, resetsAt?: number): AccountRef => {
  return { id: `grant:*:${id}`, scope: 'grant', subject: name, limit, resetsAt };
};

/** Grants that pay for calls: in which order, how much, and what becomes of it. */
export function grantContract(scenario: Scenario): void {
  drawing(scenario);
  ending(scenario);
}

/** Held and spent of every grant that is alive, in the order in which they lapse. */
async function standing({ store }: Bench): Promise<(string | number)[][]> {
  return (await store.grants(name, [])).map(({ id, held, spent }) => [id.split(':')[2] ?? '', held, spent]);
}

function drawing(scenario: Scenario): void {
  scenario('a hold draws from the grant that lapses first, and from the next what that one lacks', async (bench) => {
    const draw = [grant('for-ever', 100), grant('soon', 30, bench.clock.now + 1000)];
    await bench.held({ amount: 40, draw });
    bench.expect(await standing(bench)).toEqual([
      ['soon', 30, 0],
      ['for-ever', 10, 0],
    ]);
    bench.expect(await bench.balance()).toEqual({ held: 40, spent: 0 });
    const lines = await bench.store.entries(project, [{ scope: 'grant', subject: name }]);
    const ofGrants = lines.filter((line) => line.account !== purse.id);
    bench.expect(ofGrants.map(({ kind, heldDelta }) => [kind, heldDelta])).toEqual([
      ['hold', 30],
      ['hold', 10],
    ]);
  });

  scenario('a hold beyond what the grants have left is refused and leaves nothing behind', async (bench) => {
    const draw = [grant('a', 30), grant('b', 30)];
    bench.expect(await bench.hold({ amount: 61, draw })).toEqual({ kind: 'broke' });
    bench.expect(await bench.store.takes({ project })).toEqual([]);
    bench.expect(await bench.balance()).toEqual({ held: 0, spent: 0 });
    await bench.held({ amount: 60, draw });
    bench.expect((await bench.hold({ amount: 1, draw })).kind).toBe('broke');
    bench.expect((await bench.hold({ amount: 1, draw: [] })).kind).toBe('broke');
    await bench.held({ amount: 1 });
  });

  scenario('an unlimited hold takes from the last grant what is missing', async (bench) => {
    await bench.held({ amount: 50, draw: [grant('a', 30)], unlimited: true });
    bench.expect(await standing(bench)).toEqual([['a', 50, 0]]);
    await bench.held({ amount: 5, draw: [], unlimited: true });
    bench.expect((await bench.hold({ amount: 1, draw: [grant('a', 30)] })).kind).toBe('broke');
  });

  scenario('a grant that has lapsed pays for nothing and is not shown', async (bench) => {
    const draw = [grant('soon', 30, bench.clock.now + 1000)];
    await bench.held({ amount: 10, draw });
    bench.clock.now += 1000;
    bench.expect((await bench.hold({ amount: 1, draw })).kind).toBe('broke');
    bench.expect(await bench.store.grants(name, draw)).toEqual([]);
  });

  scenario('many holds at once draw exactly what there is', async (bench) => {
    const draw = [grant('a', 45, bench.clock.now + 1000), grant('b', 50)];
    const tries = Array.from({ length: 15 }, (_, index) =>
      bench.hold({ amount: 10, draw, take: { shot: `shot-${String(index)}`, promptKey: String(index) } }),
    );
    const kinds = (await Promise.all(tries)).map((outcome) => outcome.kind);
    bench.expect(kinds.filter((kind) => kind === 'held').length).toBe(9);
    bench.expect(await standing(bench)).toEqual([
      ['a', 45, 0],
      ['b', 45, 0],
    ]);
  });

  scenario('grants are opened with what they give, keep it, and can be set anew', async (bench) => {
    const { store, expect } = bench;
    const [a, b] = [grant('a', 30), grant('b', 20, bench.clock.now + 5)];
    expect(await store.grants(name, [a, b])).toEqual([
      { ...b, soft: undefined, held: 0, spent: 0 },
      { ...a, soft: undefined, resetsAt: undefined, held: 0, spent: 0 },
    ]);
    expect(await store.grants('images', [])).toEqual([]);
    await store.limit(a, { limit: 7 }, 'person');
    expect((await store.grants(name, [a])).map(({ limit }) => limit)).toEqual([20, 7]);
  });
}

function ending(scenario: Scenario): void {
  const held = async (bench: Bench) => {
    const draw = [grant('soon', 30, bench.clock.now + 1000), grant('later', 100)];
    return bench.held({ amount: 50, draw });
  };

  scenario('what was paid stays with the grant that lapses first, the rest is given back', async (bench) => {
    await bench.settle(await held(bench), { amount: 35 });
    bench.expect(await standing(bench)).toEqual([
      ['soon', 0, 30],
      ['later', 0, 5],
    ]);
  });

  scenario('what is given back after a grant lapsed does not come to another', async (bench) => {
    const take = await held(bench);
    bench.clock.now += 1000;
    await bench.settle(take, { amount: 10 });
    bench.expect(await standing(bench)).toEqual([['later', 0, 0]]);
  });

  scenario('a call that was not billed gives everything back', async (bench) => {
    await bench.settle(await held(bench), { amount: 0, outcome: 'unbilled' });
    bench.expect(await standing(bench)).toEqual([
      ['soon', 0, 0],
      ['later', 0, 0],
    ]);
  });

  scenario('an overrun is the last grant’s, which may go below zero', async (bench) => {
    const draw = [grant('a', 30)];
    await bench.settle(await bench.held({ amount: 30, draw }), { amount: 50 });
    bench.expect(await standing(bench)).toEqual([['a', 0, 50]]);
    const lines = await bench.store.entries(project, [{ scope: 'grant', subject: name }]);
    bench
      .expect(lines.filter(({ account }) => account !== purse.id).map(({ kind, spentDelta }) => [kind, spentDelta]))
      .toEqual([
        ['hold', 0],
        ['post', 30],
        ['overrun', 20],
      ]);
    const both = [...draw, grant('b', 40)];
    bench.expect((await bench.hold({ amount: 21, draw: both })).kind).toBe('broke');
    await bench.held({ amount: 20, draw: both });
  });

  scenario('what recovery finds is given back to the grants, or stays held in doubt', async (bench) => {
    const draw = [grant('a', 30)];
    await bench.held({ amount: 10, draw, ttlMs: 1000 });
    await bench.dispatched({ amount: 20, draw, take: { shot: 'other', promptKey: 'other' } });
    bench.clock.now += 5000;
    await bench.store.recover(3000);
    bench.expect(await standing(bench)).toEqual([['a', 20, 0]]);
  });
}
