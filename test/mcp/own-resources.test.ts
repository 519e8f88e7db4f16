import { describe, expect, it } from 'vitest';
import { workflowText } from '../../src/feedback/workflow-text.js';
import { ownResources } from '../../src/mcp/own-resources.js';
import { workflowFrontSchema } from '../../src/model/workflow.js';
import { briefBody } from '../fixtures/brief.js';
import { openBench, startAt, type GateBench } from '../fixtures/gate-bench.js';

async function open(prepare: (bench: GateBench) => Promise<unknown> = async () => undefined) {
  const bench = await openBench();
  await prepare(bench);
  const resources = ownResources({
    project: 'poster',
    store: async () => bench.store,
    reportText: async () => '# Report',
    workflowText,
    content: async ({ path, bytes }) => (bytes > 10 ? { problem: `${path} is too large` } : { blob: 'AAAA' }),
  });
  const text = async (uri: string): Promise<string | undefined> => (await resources.read(uri))?.[0]?.['text'] as string;
  return { resources, text, json: async (uri: string): Promise<unknown> => JSON.parse((await text(uri)) ?? '') };
}

const saveWorkflow = ({ store }: GateBench) =>
  store.saveWorkflow('poster', {
    front: workflowFrontSchema.parse({ name: 'winter' }),
    body: 'notes',
    state: 'draft',
    at: startAt,
  });

describe('the gateway’s own resources', () => {
  it('can all be read that are listed, also in an empty project', async () => {
    const { resources } = await open(saveWorkflow);
    const listed = await resources.list();
    expect(listed.map(({ name }) => name)).toEqual(['brief', 'plan', 'budget', 'takes', 'report', 'workflow winter']);
    for (const { uri, mimeType } of listed) {
      expect(resources.owns(String(uri))).toBe(true);
      expect(await resources.read(String(uri))).toMatchObject([{ uri, mimeType }]);
    }
  });

  it('say null where there is nothing yet', async () => {
    const { json } = await open();
    expect(await json('greenlight://brief')).toBeNull();
    expect(await json('greenlight://plan')).toBeNull();
    expect(await json('greenlight://takes')).toEqual([]);
  });

  it('show the brief, the takes and the budgets in credits', async () => {
    const { json } = await open(async (bench) => {
      await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
      await bench.run('a red fox');
    });
    expect(await json('greenlight://brief')).toMatchObject({ goal: briefBody.goal });
    expect(await json('greenlight://takes')).toMatchObject([{ paid: 5, state: 'posted' }]);
    expect(await json('greenlight://budget')).toContainEqual(expect.objectContaining({ scope: 'project', spent: 5 }));
  });

  it('show report and workflow documents as Markdown', async () => {
    const { text } = await open(saveWorkflow);
    expect(await text('greenlight://report')).toBe('# Report');
    expect(await text('greenlight://workflows/winter')).toContain('name: winter');
  });

  it.each(['greenlight://none', 'greenlight://workflows/gone', 'greenlight://'])(
    'have nothing under %s',
    async (uri) => {
      const { resources } = await open();
      expect(resources.owns(uri)).toBe(true);
      expect(await resources.read(uri)).toBeUndefined();
    },
  );

  it('list the outputs with size and type; a small one is read, a large one is told by its path', async () => {
    const idOf = (digit: string): string => digit.repeat(64);
    const assets = [1, 2].map((at) => {
      return { id: idOf(String(at)), path: `/out/${String(at)}.png`, mimeType: 'image/png', bytes: at * 10 };
    });
    const { resources } = await open(async (bench) => {
      await bench.run('a red fox');
      const [take] = await bench.store.takes({ project: 'poster' });
      await bench.store.keep(take?.id ?? '', { assets });
    });
    const listed = (await resources.list()).filter(({ uri }) => String(uri).startsWith('greenlight://asset/'));
    expect(listed).toMatchObject([
      { uri: `greenlight://asset/${idOf('1').slice(0, 16)}`, mimeType: 'image/png', size: 10 },
      { uri: `greenlight://asset/${idOf('2').slice(0, 16)}`, mimeType: 'image/png', size: 20 },
    ]);
    const uri = `greenlight://asset/${idOf('1')}`;
    expect(await resources.read(uri)).toEqual([{ uri, mimeType: 'image/png', blob: 'AAAA' }]);
    await expect(resources.read(`greenlight://asset/${idOf('2')}`)).rejects.toThrow('/out/2.png is too large');
    expect(await resources.read(`greenlight://asset/${idOf('3')}`)).toBeUndefined();
    expect(await resources.read('greenlight://asset/fox')).toBeUndefined();
  });

  it('own no other address, and tell how documents are addressed', async () => {
    const { resources } = await open();
    expect(resources.owns('file:///greenlight://brief')).toBe(false);
    expect(await resources.templates()).toMatchObject([
      { uriTemplate: 'greenlight://workflows/{name}' },
      { uriTemplate: 'greenlight://asset/{id}' },
    ]);
  });
});
