import { describe, expect, it } from 'vitest';
import { isProblem } from '../../../src/gate/flow/desk.js';
import { runWorkflow } from '../../../src/gate/flow/run-workflow.js';
import { workflowFrontSchema } from '../../../src/model/workflow.js';
import { briefBody } from '../../fixtures/brief.js';
import { openBench, startAt, type GateBench } from '../../fixtures/gate-bench.js';

const document = {
  name: 'foxes',
  inputs: [{ name: 'animal' }],
  brief: { ...briefBody, goal: 'a poster of a {{animal}}' },
  style: 'gouache of a {{animal}}',
  plan: [
    { shot: '{{animal}}', phase: 'explore', tool: 'studio_generate_image', prompt: 'a red {{animal}}' },
    { shot: '{{animal}}', phase: 'hero', tool: 'studio_generate_image', model: 'best', prompt: 'a red {{animal}}' },
  ],
};

async function saved(changes: object = {}): Promise<GateBench> {
  const bench = await openBench({ policy: { mode: 'shadow' } });
  const front = workflowFrontSchema.parse({ ...document, ...changes });
  await bench.store.saveWorkflow('poster', { front, body: '', state: 'draft', at: startAt });
  return bench;
}

const run = async ({ desk }: GateBench, inputs: Record<string, string>) => runWorkflow(desk, { name: 'foxes', inputs });

describe('a new run of a document', () => {
  it('is a plan, priced and accepted like any other', async () => {
    const bench = await saved();
    const ran = await run(bench, { animal: 'Arctic fox' });
    expect(ran).toMatchObject({
      brief: { version: 1, goal: 'a poster of a Arctic fox' },
      made: {
        plan: {
          style: 'gouache of a Arctic fox',
          items: [
            { id: 'Arctic-fox/explore', prompt: 'a red Arctic fox', unit: 5_000_000, acceptance: { by: 'policy' } },
            { id: 'Arctic-fox/hero', unit: 300_000_000, acceptance: { state: 'needs-yes', reasons: ['premium'] } },
          ],
        },
      },
    });
    expect((await bench.store.latestPlan('poster'))?.items).toHaveLength(2);
  });

  it('has shots of its own, when an earlier run worked on theirs', async () => {
    const bench = await saved();
    await run(bench, { animal: 'fox' });
    await bench.run('a red fox', {}, { shot: 'fox', phase: 'explore' });
    const ran = await run(bench, { animal: 'fox' });
    if (isProblem(ran)) throw new Error(ran.problem);
    expect(ran.made.plan.items.map(({ id }) => id)).toEqual(['fox-2/explore', 'fox-2/hero']);
  });

  it('leaves the project its own brief, where the inputs change nothing in the document’s', async () => {
    const bench = await saved({ brief: briefBody });
    await bench.store.saveBrief('poster', 'b_1', { ...briefBody, tone: 'calm' }, startAt);
    expect(await run(bench, { animal: 'fox' })).toMatchObject({ brief: undefined });
    expect(await bench.store.latestBrief('poster')).toMatchObject({ version: 1, tone: 'calm' });
  });

  it.each<[string, object, Record<string, string>, string]>([
    ['its inputs do not fit', {}, { colour: 'red' }, 'bad-inputs'],
    ['a step cannot be planned', { plan: [{ ...document.plan[0], tool: 'gone' }] }, { animal: 'fox' }, 'bad-plan'],
    ['a step is none', { plan: [{ shot: '{{animal}}', phase: 'later' }] }, { animal: 'fox' }, 'bad-workflow-plan'],
    ['there are no steps', { plan: [] }, { animal: 'fox' }, 'no-steps'],
    ['nobody wrote a brief', { brief: undefined }, { animal: 'fox' }, 'no-brief'],
  ])('stores nothing when %s', async (_, changes, inputs, problem) => {
    const bench = await saved(changes);
    expect(await run(bench, inputs)).toMatchObject({ problem });
    expect(await bench.store.latestPlan('poster')).toBeUndefined();
    expect(await bench.store.latestBrief('poster')).toBeUndefined();
  });

  it('belongs to a session that is known', async () => {
    const bench = await saved();
    const ran = await runWorkflow(bench.desk, { name: 'foxes', inputs: { animal: 'fox' }, session: 's_9' });
    expect(ran).toMatchObject({ problem: 'session-unknown' });
    expect(await bench.store.latestBrief('poster')).toBeUndefined();
  });

  it('of a document that is not there names those that are', async () => {
    const { desk } = await saved();
    const ran = await runWorkflow(desk, { name: 'hares', inputs: {} });
    expect(ran).toMatchObject({ problem: 'no-such-workflow', facts: { known: ['foxes'] } });
  });
});
