import type { SimilarQuery } from '../gate/store-port.js';
import type { PromptFeatures, PromptReading } from '../model/prompt-features.js';
import { project, type Bench, type Scenario } from './store-contract-kit.js';

const features: PromptFeatures = {
  ...{ key: 'fox snow', clauses: [['fox', 'snow']], words: ['fox', 'snow'], quotes: [], negatives: [], weights: [] },
  ...{ params: [], decoration: ['8k'], ordered: false },
};
const reading = (reader: number): PromptReading => ({ reader, features });

async function idsOf(bench: Bench, query: Partial<SimilarQuery>): Promise<string[]> {
  const takes = await bench.store.similar({ project, marks: [], limit: 10, ...query });
  return takes.map(({ id }) => id);
}

/** How takes are found by their prompts, and which of them are attempts at one. */
export function promptsContract(scenario: Scenario): void {
  scenario('takes that share most marks come first, then the newest', async (bench) => {
    const { expect } = bench;
    await bench.held({ take: { id: 'one' }, marks: [1, 2, 3] });
    await bench.held({ take: { id: 'two' }, marks: [3, 4] });
    await bench.held({ take: { id: 'three' }, marks: [3, 9_007_199_254_740_991] });
    await bench.held({ take: { id: 'four' } });
    expect(await idsOf(bench, { marks: [1, 3] })).toEqual(['one', 'three', 'two']);
    expect(await idsOf(bench, { marks: [3, 4, 5], limit: 2 })).toEqual(['two', 'three']);
    expect(await idsOf(bench, { marks: [9_007_199_254_740_991] })).toEqual(['three']);
    expect(await idsOf(bench, { marks: [5] })).toEqual([]);
    expect(await idsOf(bench, { marks: [] })).toEqual([]);
  });

  scenario('likeness is looked for in one project, one session of it, or everywhere', async (bench) => {
    const { expect } = bench;
    await bench.held({ take: { id: 'one', session: 's_1' }, marks: [1] });
    await bench.held({ take: { id: 'two', session: 's_2' }, marks: [1] });
    await bench.held({ take: { id: 'three', project: 'other' }, accounts: [], marks: [1] });
    expect(await idsOf(bench, { marks: [1] })).toEqual(['two', 'one']);
    expect(await idsOf(bench, { marks: [1], session: 's_1' })).toEqual(['one']);
    expect(await idsOf(bench, { marks: [1], project: 'nobody' })).toEqual([]);
    expect((await idsOf(bench, { marks: [1], project: undefined })).sort()).toEqual(['one', 'three', 'two']);
  });

  scenario('released takes are not alike, and of many under one mark the newest are', async (bench) => {
    const { expect } = bench;
    for (let count = 0; count < 30; count += 1) await bench.held({ amount: 0, marks: [1] });
    const last = await bench.dispatched({ take: { id: 'last' }, marks: [1] });
    expect((await idsOf(bench, { marks: [1] }))[0]).toBe('last');
    await bench.settle(last, { outcome: 'unbilled', amount: 0 });
    const left = await idsOf(bench, { marks: [1], limit: 100 });
    expect(left).toEqual(Array.from({ length: 24 }, (_, index) => `t_${String(30 - index)}`));
  });

  scenario('a hold that is refused files nothing', async (bench) => {
    await bench.hold({ take: { id: 'one' }, marks: [1], expect: { shotVersion: 7, promptKeyCount: 0 } });
    bench.expect(await idsOf(bench, { marks: [1] })).toEqual([]);
  });

  scenario('a take is filed anew by another reader, and found under the new marks', async (bench) => {
    const { store, expect } = bench;
    await bench.held({ take: { id: 'one' } });
    await bench.held({ take: { id: 'two', reading: reading(1) }, marks: [1] });
    await bench.held({ take: { id: 'three', reading: reading(2) }, marks: [2] });
    await bench.held({ take: { id: 'four', project: 'other' }, accounts: [] });
    const unfiled = async (limit = 10) => (await store.unfiled(project, 2, limit)).map(({ id }) => id);
    expect(await unfiled()).toEqual(['two', 'one']);
    expect(await unfiled(1)).toEqual(['two']);
    await store.file([
      { take: 'two', reading: reading(2), marks: [2, 3] },
      { take: 't_unknown', reading: reading(2), marks: [2] },
      { take: 'one', reading: reading(2), marks: [] },
    ]);
    expect(await unfiled()).toEqual([]);
    expect((await store.take('two'))?.reading).toEqual(reading(2));
    expect(await idsOf(bench, { marks: [2, 3] })).toEqual(['two', 'three']);
    await store.file([{ take: 'two', reading: reading(2), marks: [3] }]);
    expect(await idsOf(bench, { marks: [3] })).toEqual(['two']);
  });

  scenario('attempts at one prompt are a cluster, which may have a parent', async (bench) => {
    const { store, expect } = bench;
    await bench.held({ take: { id: 'one', cluster: 'one' } });
    await bench.held({ take: { id: 'two', cluster: 'one' } });
    await bench.held({ take: { id: 'three', cluster: 'three', parent: 'one' } });
    const found = await store.takes({ project, cluster: 'one' });
    expect(found.map(({ id }) => id)).toEqual(['two', 'one']);
    expect(await store.take('three')).toMatchObject({ cluster: 'three', parent: 'one' });
  });
}
