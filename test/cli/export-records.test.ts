import { expect, it } from 'vitest';
import { exportRecords, type RecordPage } from '../../src/cli/export-records.js';
import { askApproval, CREDIT, dispatchTake, fakeDesk, noon, planItem, planOf, settleTake } from './fake-desk.js';

async function pagesOf(store: Parameters<typeof exportRecords>[0], heard: (takes: number) => void = () => undefined) {
  const pages: RecordPage[] = [];
  for await (const page of exportRecords(store, 'poster', [], heard)) pages.push(page);
  return pages;
}

const recordsOf = (pages: readonly RecordPage[], kind: RecordPage['kind']) =>
  pages.filter((page) => page.kind === kind).flatMap(({ records }) => records);

it('everything of a project comes out, and nothing of another one', async () => {
  const { store } = fakeDesk();
  await planOf(store, 'p_1', [planItem('fox/explore')]);
  await planOf(store, 'p_2', []);
  await askApproval(store);
  await dispatchTake(store, 't_1', CREDIT, { arguments: { prompt: 'A fox', api_key: 'k-123' } });
  await settleTake(store, 't_1');
  await dispatchTake(store, 't_2', CREDIT, { project: 'other' });
  const points = { keep: [], change: [], remove: [], note: 'so', strength: 'client' as const, at: noon };
  await store.saveFeedback('t_1', { ...points, id: 'f_1', verdict: 'refine' });
  await store.saveFeedback('t_1', { ...points, id: 'f_2', verdict: 'approve' });
  const front = {
    name: 'run',
    preferences: [],
    structure: [],
    constraints: [],
    models: {},
    prompts: [],
    inputs: [],
    plan: [],
  };
  for (const project of ['poster', 'other']) {
    await store.saveWorkflow(project, { front, body: '# Run', state: 'draft', at: noon });
  }
  const pages = await pagesOf(store);
  expect(recordsOf(pages, 'plan')).toMatchObject([{ id: 'p_1' }, { id: 'p_2', version: 2 }]);
  expect(recordsOf(pages, 'take')).toMatchObject([{ id: 't_1', paid: CREDIT, arguments: { prompt: 'A fox' } }]);
  expect(recordsOf(pages, 'feedback')).toMatchObject([{ id: 'f_1' }, { id: 'f_2', take: 't_1' }]);
  expect(recordsOf(pages, 'approval')).toMatchObject([{ id: 'a_1' }]);
  expect(recordsOf(pages, 'workflow')).toMatchObject([
    { name: 'run', version: 1, document: expect.stringContaining('# Run') },
  ]);
  expect(recordsOf(pages, 'account')).toMatchObject([{ id: 'project:poster:none:all', spent: CREDIT }]);
  expect(JSON.stringify(pages)).not.toContain('k-123');
});

it('a large project comes in pages, in order, with its ledger adding up', async () => {
  const { store } = fakeDesk();
  const ids = Array.from({ length: 1201 }, (_, index) => `t_${String(index)}`);
  for (const id of ids) await dispatchTake(store, id, 3);
  const heard: number[] = [];
  const pages = await pagesOf(store, (takes) => heard.push(takes));
  expect(heard).toEqual([500, 500, 201]);
  expect(Math.max(...pages.map(({ records }) => records.length))).toBe(500);
  expect(recordsOf(pages, 'take').map((take) => 'id' in take && take.id)).toEqual(ids);
  const held = recordsOf(pages, 'entry').reduce<number>(
    (sum, entry) => sum + Number(Reflect.get(entry, 'heldDelta')),
    0,
  );
  expect(held).toBe(3603);
});
