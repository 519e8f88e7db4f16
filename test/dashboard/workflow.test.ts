import { describe, expect, it } from 'vitest';
import type { Trouble, WorkflowDocument, WorkflowPage } from '../../src/dashboard/api.js';
import { workflowRoutes } from '../../src/dashboard/workflow.js';
import { workflowFrontSchema } from '../../src/model/workflow.js';
import { briefBody } from '../fixtures/brief.js';
import { startAt } from '../fixtures/gate-bench.js';
import { ask, openDashboard } from './bench.js';

async function withDocument() {
  const bench = await openDashboard();
  const save = (body: string, state: 'draft' | 'accepted') =>
    bench.store.saveWorkflow('poster', {
      front: workflowFrontSchema.parse({ name: 'winter' }),
      body,
      state,
      at: startAt,
    });
  await save('one\n', 'accepted');
  await save('two\n', 'draft');
  return { ...bench, routes: workflowRoutes(bench.desk, bench.picture) };
}

describe('brief, plan and documents', () => {
  it('are shown with every version and who stands behind it', async () => {
    const { routes, store } = await withDocument();
    await store.saveBrief('poster', 'b_1', briefBody, startAt);
    const page: WorkflowPage = (await ask(routes, '/')).data;
    expect(page.brief?.title).toBe(briefBody.goal);
    expect(page.plan).toBeNull();
    expect(page.documents).toMatchObject([
      {
        name: 'winter',
        versions: [
          { version: 2, by: 'agent', draft: true },
          { version: 1, by: 'person', draft: false },
        ],
      },
    ]);
  });

  it('of a document show what changed from one version to another', async () => {
    const { routes } = await withDocument();
    const document: WorkflowDocument = (await ask(routes, '/winter?version=2&against=1')).data;
    expect(document).toMatchObject({ version: 2, draft: true, text: 'winter\ntwo\n\n' });
    expect(document.changes?.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'out', text: 'one\n' },
      { kind: 'in', text: 'two\n' },
    ]);
  });

  it('let a draft be accepted that was looked at, not one that came meanwhile', async () => {
    const { routes, store } = await withDocument();
    const old = await ask(routes, '/winter/accept', { version: 1 });
    expect([old.status, (old.data as Trouble).code]).toEqual([409, 'workflow-moved']);
    const page: WorkflowPage = (await ask(routes, '/winter/accept', { version: 2 })).data;
    expect(page.documents[0]?.versions[0]).toMatchObject({ version: 3, draft: false });
    expect((await store.workflow('winter'))?.body).toBe('two\n');
    expect((await ask(routes, '/winter/accept', { version: 3 })).status).toBe(409);
    expect((await ask(routes, '/nothing/accept', { version: 1 })).status).toBe(404);
    expect((await ask(routes, '/nothing')).status).toBe(404);
  });
});
