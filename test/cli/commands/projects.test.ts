import { expect, it } from 'vitest';
import { listProjects } from '../../../src/cli/commands/projects.js';
import { CREDIT, dispatchTake, fakeDesk } from '../fake-desk.js';

it('lists every project with what it has cost', async () => {
  const desk = fakeDesk();
  expect((await listProjects(desk)).text).toBe('Nothing was made in any project yet.');
  await dispatchTake(desk.store, 't_1', 30 * CREDIT);
  const ending = { outcome: 'succeeded', costSource: 'book', assets: [], who: 'gate' } as const;
  await desk.store.settle({ take: 't_1', amount: 20 * CREDIT, ...ending });
  const words = { keep: [], change: [], remove: [], note: '', strength: 'client' as const, at: 1 };
  await desk.store.saveFeedback('t_1', { ...words, id: 'f_1', verdict: 'approve' });
  await dispatchTake(desk.store, 't_2', 10 * CREDIT);
  const { text, data } = await listProjects(desk);
  expect(text).toMatch(/poster +1 +1 +20 +10 +20/);
  expect(data).toEqual({ projects: [{ project: 'poster', takes: 1, kept: 1, paid: 20, held: 10 }] });
});
