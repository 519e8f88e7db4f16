import { describe, expect, it } from 'vitest';
import { showTake } from '../../src/cli/show-take.js';
import { CREDIT, dispatchTake, fakeDesk, noon, settleTake } from './fake-desk.js';

async function deskWithTwo() {
  const desk = fakeDesk();
  const { store } = desk;
  const first = { prompt: 'A red fox in snow', arguments: { prompt: 'A red fox in snow', seed: 1, size: 'small' } };
  await dispatchTake(store, 't_1', 10 * CREDIT, first);
  await settleTake(store, 't_1', [{ id: 'ab', path: '/out/ab.png', mimeType: 'image/png', bytes: 30 }]);
  const second = { prompt: 'A blue fox in snow', arguments: { prompt: 'A blue fox in snow', seed: 2, api_key: 'k' } };
  await dispatchTake(store, 't_2', 10 * CREDIT, { ...second, madeFrom: ['t_1'] });
  const points = { keep: ['the pier'], change: [], remove: [], strength: 'client' as const, at: noon };
  await store.saveFeedback('t_1', { ...points, id: 'f_1', verdict: 'refine', note: 'bluer' });
  await store.saveFeedback('t_1', { ...points, id: 'f_2', verdict: 'approve', note: '' });
  return desk;
}

describe('showTake', () => {
  it('tells prompt, arguments, cost, files, words and what was made from it', async () => {
    const { text, data } = await showTake(await deskWithTwo(), 't_1');
    for (const part of [
      '10 credits paid',
      'known from: book',
      'A red fox in snow',
      'seed = 1',
      '/out/ab.png',
      'used by  t_2',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('refine (client, 2026-11-22 12:00 UTC) · keep the pier · “bluer”');
    expect(data).toMatchObject({
      take: 't_1',
      cost: { paid: 10, source: 'book' },
      lineage: { usedBy: ['t_2'], madeFrom: [] },
      words: [{ verdict: 'refine' }, { verdict: 'approve' }],
      previous: null,
    });
  });

  it('tells what differs from the take before on the shot, and keeps secrets to itself', async () => {
    const { text, data } = await showTake(await deskWithTwo(), 't_2');
    expect(text).toMatch(/against {2}t_1: .*red → blue/);
    expect(text).toContain('seed: 1 → 2');
    expect(text).toContain('size: small (gone)');
    expect(text).toContain('10 credits held');
    expect(JSON.stringify(data) + text).not.toContain('"k"');
    expect(data).toMatchObject({ lineage: { madeFrom: ['t_1'] }, previous: { take: 't_1', rerun: 'no' } });
  });

  it('names takes that say the same', async () => {
    const desk = await deskWithTwo();
    await dispatchTake(desk.store, 't_3', CREDIT, { cluster: 't_1', parent: 't_2' });
    const { data } = await showTake(desk, 't_3');
    expect(data).toMatchObject({ lineage: { firstTry: 't_1', tries: ['t_1'], refines: 't_2' } });
  });

  it('knows no take of another project', async () => {
    const desk = await deskWithTwo();
    await expect(showTake({ ...desk, project: 'other' }, 't_1')).rejects.toMatchObject({ end: 'missing' });
    await expect(showTake(desk, 't_9')).rejects.toMatchObject({ code: 'no-such-take' });
  });
});
