import { describe, expect, it } from 'vitest';
import { filteredTakes, type TakeFilter } from '../../src/cli/take-filter.js';
import { dispatchTake, fakeDesk, noon, settleTake } from './fake-desk.js';

async function storeOf() {
  const { store } = fakeDesk();
  await dispatchTake(store, 'one', 1, { prompt: 'A red fox', model: 'qwen-image' });
  await dispatchTake(store, 'two', 1, { prompt: 'A blue hare', shot: 'hare', phase: 'hero', session: 's_2' });
  await dispatchTake(store, 'three', 1, { prompt: 'A red hare', shot: 'hare', server: 'other' });
  await settleTake(store, 'one');
  await settleTake(store, 'two');
  const points = { keep: [], change: [], remove: [], note: '', strength: 'client' as const, at: noon };
  await store.saveFeedback('one', { ...points, id: 'f_1', verdict: 'approve' });
  return store;
}

describe('filteredTakes', () => {
  it.each<[TakeFilter, string[]]>([
    [{}, ['three', 'two', 'one']],
    [{ shot: 'hare' }, ['three', 'two']],
    [{ shot: 'hare', phase: 'hero' }, ['two']],
    [{ session: 's_2' }, ['two']],
    [{ state: 'posted' }, ['two', 'one']],
    [{ with: 'QWEN' }, ['one']],
    [{ with: 'other' }, ['three']],
    [{ prompt: 'RED' }, ['three', 'one']],
    [{ word: 'approve' }, ['one']],
    [{ word: 'none' }, ['three', 'two']],
    [{ since: noon }, ['three', 'two', 'one']],
    [{ since: noon + 1 }, []],
  ])('lets %j pass as %j', async (filter, ids) => {
    const found = await filteredTakes(await storeOf(), 'poster', filter, 50);
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('looks further back until there are enough, and gives no more than asked for', async () => {
    const store = await storeOf();
    for (let count = 0; count < 2100; count += 1) await dispatchTake(store, `t_${String(count)}`, 1, { shot: 'crowd' });
    expect((await filteredTakes(store, 'poster', { prompt: 'blue' }, 5)).map(({ id }) => id)).toEqual(['two']);
    expect((await filteredTakes(store, 'poster', {}, 2)).map(({ id }) => id)).toEqual(['t_2099', 't_2098']);
  });
});
