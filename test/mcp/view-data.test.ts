import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import { viewData, viewOutputs } from '../../src/mcp/view-data.js';
import type { Asset } from '../../src/model/take.js';
import { budgetOf, openBench } from '../fixtures/gate-bench.js';

async function open() {
  const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] } });
  const answer = await bench.run('A red fox in fresh snow at dawn');
  if (answer.kind !== 'done') throw new Error(answer.kind);
  const assets = ['a', 'b'].map((id) => ({ id, path: `/${id}.png`, mimeType: 'image/png', bytes: 3 }));
  const take = await bench.store.keep(answer.take.id, { assets });
  const show = async ({ id }: Asset) => [{ type: 'image', data: id, mimeType: 'image/png' }];
  const source = { project: 'poster', store: bench.store, texts: openTexts(), show };
  return { take, source };
}

describe('what the page in the conversation reads', () => {
  it('is the budgets with a limit, the newest takes and what waits', async () => {
    const { source, take } = await open();
    expect((await viewData(source))['structuredContent']).toMatchObject({
      project: 'poster',
      budgets: [{ scope: 'session', limit: 100, spent: 5, held: 0, left: 95 }],
      takes: [{ take: take.id, paid: 5, state: 'posted' }],
      waiting: [],
    });
  });

  it('is a take’s outputs on demand, of this project only', async () => {
    const { source, take } = await open();
    const shown = ['a', 'b'].map((id) => ({ type: 'image', data: id, mimeType: 'image/png' }));
    expect(await viewOutputs(source, take.id)).toMatchObject({ content: shown });
    expect(await viewOutputs({ ...source, project: 'another' }, take.id)).toMatchObject({ isError: true });
    expect(await viewOutputs(source, 't_none')).toMatchObject({ isError: true });
  });
});
