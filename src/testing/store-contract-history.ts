import type { Plan } from '../model/plan.js';
import { project, purse, type Scenario } from './store-contract-kit.js';

/** What was kept of a project from its beginning, page by page. */
export function historyContract(scenario: Scenario): void {
  stampContract(scenario);
  scenario('every version of brief and plan is kept, the oldest first', async ({ store, expect }) => {
    expect(await store.briefs(project)).toEqual([]);
    expect(await store.plans(project)).toEqual([]);
    const brief = {
      ...{ goal: 'sell', audience: 'all', tone: 'calm', constraints: ['A3'], chosen: 'one', why: 'clear' },
      directions: [{ name: 'one', idea: 'fox' }],
    };
    await store.saveBrief(project, 'b_1', brief, 5);
    await store.saveBrief('other', 'b_2', brief, 6);
    await store.saveBrief(project, 'b_3', { ...brief, tone: 'loud' }, 7);
    expect((await store.briefs(project)).map(({ id, version, tone, at }) => [id, version, tone, at])).toEqual([
      ['b_1', 1, 'calm', 5],
      ['b_3', 2, 'loud', 7],
    ]);
    const plan: Omit<Plan, 'id' | 'project' | 'version'> = { items: [], total: 10, at: 5 };
    const first = await store.savePlan(project, 'p_1', plan);
    await store.savePlan('other', 'p_2', plan);
    const second = await store.savePlan(project, 'p_3', { ...plan, total: 20 });
    expect(await store.plans(project)).toEqual([first, second]);
  });

  scenario('takes and entries come in the order in which they came, page by page', async (bench) => {
    const { store, expect } = bench;
    for (const id of ['one', 'two', 'three']) {
      await bench.held({ take: { id, shot: id } });
      await bench.held({ take: { id: `other-${id}`, project: 'other' }, accounts: [] });
    }
    const ids = async (after: string | undefined, limit: number) =>
      (await store.takesInOrder(project, { after, limit })).map(({ id }) => id);
    expect(await ids(undefined, 2)).toEqual(['one', 'two']);
    expect(await ids('two', 2)).toEqual(['three']);
    expect(await ids('three', 2)).toEqual([]);
    expect(await ids('never', 2)).toEqual([]);
    expect(await store.takeCount(project)).toBe(3);
    expect(await store.takeCount('nowhere')).toBe(0);
    const [take] = await store.takesInOrder(project, { limit: 1 });
    expect(take).toEqual(await store.take('one'));
    const all = await store.entries(project);
    expect(all.length).toBe(3);
    const begin = await store.entriesInOrder(project, { limit: 2 });
    expect(begin).toEqual(all.slice(0, 2));
    expect(await store.entriesInOrder(project, { after: begin[1]?.seq, limit: 2 })).toEqual(all.slice(2));
    expect(await store.entriesInOrder('other', { limit: 2 })).toEqual([]);
    expect((await store.entriesInOrder('other', { limit: 2 }, [purse])).length).toBe(2);
  });

  scenario('every word on a take is kept, also what a newer one replaced', async (bench) => {
    const { store, expect } = bench;
    const points = { keep: ['pier'], change: [], remove: [], note: 'so', strength: 'client' as const };
    for (const id of ['one', 'two']) await bench.held({ take: { id } });
    const first = await store.saveFeedback('one', { ...points, id: 'f_1', verdict: 'refine', at: 5 });
    const other = await store.saveFeedback('two', { ...points, id: 'f_2', verdict: 'reject', at: 6 });
    const second = await store.saveFeedback('one', { ...points, id: 'f_3', verdict: 'approve', at: 7 });
    expect(await store.wordsOn(['one'])).toEqual([first, second]);
    expect(await store.wordsOn(['two', 'one'])).toEqual([first, other, second]);
    expect(await store.wordsOn([])).toEqual([]);
  });
}

function stampContract(scenario: Scenario): void {
  scenario('the stamp moves with everything that is stored, and only then', async (bench) => {
    const { store, expect } = bench;
    const stamps = [await store.stamp(project)];
    const moves = async (what: () => Promise<unknown>): Promise<void> => {
      await what();
      const stamp = await store.stamp(project);
      expect(stamps.includes(stamp)).toBe(false);
      expect(await store.stamp(project)).toBe(stamp);
      stamps.push(stamp);
    };
    await moves(() => bench.held({ take: { id: 'one' } }));
    const end = { outcome: 'succeeded', amount: 1, costSource: 'book', assets: [], who: 'gate' } as const;
    await moves(() => store.settle({ take: 'one', ...end }));
    const lists = { keep: [], change: [], remove: [] };
    const word = { ...lists, verdict: 'refine', note: '', id: 'f_1', strength: 'person', at: 1 } as const;
    await moves(() => store.saveFeedback('one', word));
    const asset = { id: 'a', path: '/a.png', mimeType: 'image/png', bytes: 1 };
    await moves(() => store.keep('one', { assets: [asset] }));
    await moves(() => store.savePlan(project, 'p_1', { items: [], total: 10, at: 5 }));
  });
}
