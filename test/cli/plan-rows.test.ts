import { describe, expect, it } from 'vitest';
import { planRows } from '../../src/cli/plan-rows.js';
import { CREDIT, dispatchTake, fakeDesk, noon, planItem, planOf, settleTake } from './fake-desk.js';

describe('planRows', () => {
  it('says of each step what was made, paid and held, and what is left', async () => {
    const { store } = fakeDesk();
    const plan = await planOf(store, 'p_1', [
      planItem('fox/explore', { count: 2, estimate: 20 * CREDIT }),
      planItem('fox/hero'),
      planItem('hare/explore', { unit: undefined, estimate: undefined }),
      planItem('owl/explore', { acceptance: { state: 'denied', reason: 'no owls' } }),
    ]);
    await dispatchTake(store, 't_1', 10 * CREDIT, { item: 'fox/explore' });
    await settleTake(store, 't_1');
    await dispatchTake(store, 't_2', 10 * CREDIT, { item: 'hare/explore', shot: 'hare' });
    const rows = planRows(plan, await store.takes({ project: 'poster' }));
    const told = rows.map(({ item, state, made, paid, held, open, need }) => [
      item.id,
      state,
      made,
      paid,
      held,
      open,
      need,
    ]);
    expect(told).toEqual([
      ['fox/explore', 'waiting', 1, 10 * CREDIT, 0, 1, 10 * CREDIT],
      ['fox/hero', 'later', 0, 0, 0, 1, 10 * CREDIT],
      ['hare/explore', 'running', 1, 0, 10 * CREDIT, 0, 0],
      ['owl/explore', 'denied', 0, 0, 0, 0, 0],
    ]);
  });

  it('calls a step done once a take of it was approved', async () => {
    const { store } = fakeDesk();
    const plan = await planOf(store, 'p_1', [planItem('fox/explore'), planItem('fox/hero')]);
    await dispatchTake(store, 't_1', 10 * CREDIT, { item: 'fox/explore' });
    await settleTake(store, 't_1');
    const points = { keep: [], change: [], remove: [], note: '', strength: 'client' as const, at: noon };
    await store.saveFeedback('t_1', { ...points, id: 'f_1', verdict: 'approve' });
    const rows = planRows(plan, await store.takes({ project: 'poster' }));
    expect(rows.map(({ state, open }) => [state, open])).toEqual([
      ['done', 0],
      ['open', 1],
    ]);
  });
});
