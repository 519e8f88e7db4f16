import { describe, expect, it } from 'vitest';
import { giveFeedback } from '../../../src/gate/flow/give-feedback.js';
import { makePlan } from '../../../src/gate/flow/make-plan.js';
import { loadWorkflow, saveWorkflow } from '../../../src/gate/flow/workflow.js';
import { feedbackSchema } from '../../../src/model/feedback.js';
import { planStepSchema } from '../../../src/model/plan.js';
import { workflowFrontSchema } from '../../../src/model/workflow.js';
import { briefBody } from '../../fixtures/brief.js';
import { openBench, pictureTool, startAt, type GateBench } from '../../fixtures/gate-bench.js';

/** A project with a brief, a plan, one approved and one rejected take. */
async function worked(): Promise<GateBench> {
  const bench = await openBench({ policy: { mode: 'shadow' } });
  await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
  const step = { shot: 'fox', phase: 'explore', tool: 'studio_generate_image', model: 'fine', prompt: 'a red fox' };
  await makePlan(bench.desk, { steps: [planStepSchema.parse(step)] });
  await bench.run('a red fox in snow', {}, { shot: 'fox', phase: 'explore' });
  await bench.run('a grey hare', {}, { shot: 'hare', phase: 'explore' });
  const [hare, fox] = await bench.store.takes({ project: 'poster' });
  const word = (take: string | undefined, verdict: string) =>
    giveFeedback(bench.desk, { take: take ?? '', body: feedbackSchema.parse({ verdict }), strength: 'client' });
  await word(fox?.id, 'approve');
  await word(hare?.id, 'reject');
  return bench;
}

describe('a saved way of working', () => {
  it('is filled in from what was really approved', async () => {
    const { desk } = await worked();
    const { document } = await saveWorkflow(desk, { name: 'poster', preferences: ['one at a time'] }, 'notes');
    expect(document).toMatchObject({
      version: 1,
      state: 'draft',
      body: 'notes',
      front: {
        name: 'poster',
        preferences: ['one at a time'],
        structure: ['fox: explore with fine'],
        constraints: briefBody.constraints,
        // The approved take says more than the plan, which named another model.
        models: { explore: 'draft' },
        prompts: [{ shot: 'fox', phase: 'explore', model: 'draft', prompt: 'a red fox in snow' }],
        brief: { goal: briefBody.goal, audience: 'families', tone: 'warm', chosen: 'fox' },
        plan: [{ shot: 'fox', phase: 'explore', tool: 'studio_generate_image', model: 'fine', prompt: 'a red fox' }],
      },
    });
  });

  it('can be planned with again', async () => {
    const { desk } = await worked();
    const { front } = (await saveWorkflow(desk, { name: 'poster' }, '')).document;
    expect(front.plan.map((step) => planStepSchema.parse(step).shot)).toEqual(['fox']);
    expect(workflowFrontSchema.parse(front)).toEqual(front);
  });

  it('keeps a step of several combinations as it was planned', async () => {
    const bench = await openBench({ tools: [pictureTool({ permutations: true })] });
    await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
    const step = { shot: 'fox', phase: 'select', tool: 'studio_generate_image', prompt: '{red, arctic} fox', count: 2 };
    await makePlan(bench.desk, { steps: [planStepSchema.parse(step)] });
    expect((await bench.store.latestPlan('poster'))?.items).toMatchObject([{ count: 4 }]);
    expect((await saveWorkflow(bench.desk, { name: 'poster' }, '')).document.front.plan).toMatchObject([step]);
  });

  it('keeps what the agent says where it says something, empty lists counting for nothing', async () => {
    const { desk } = await worked();
    const words = { name: 'poster', models: { hero: 'best' }, prompts: [] };
    const { front } = (await saveWorkflow(desk, words, '')).document;
    expect(front.models).toEqual({ hero: 'best' });
    expect(front.prompts).toHaveLength(1);
  });

  it('of an empty project is what was said', async () => {
    const { desk } = await openBench();
    const { front } = (await saveWorkflow(desk, { name: 'new', title: 'New' }, '')).document;
    expect(front).toMatchObject({ name: 'new', title: 'New', plan: [], prompts: [], models: {}, brief: undefined });
  });

  it('gets a new version each time, and each can be loaded', async () => {
    const { desk } = await openBench();
    await saveWorkflow(desk, { name: 'a', title: 'First' }, '');
    await saveWorkflow(desk, { name: 'a', title: 'Second' }, '');
    expect(await loadWorkflow(desk, 'a')).toMatchObject({ version: 2, front: { title: 'Second' } });
    expect(await loadWorkflow(desk, 'a', 1)).toMatchObject({ version: 1, front: { title: 'First' } });
  });

  it('that does not exist is a problem that names those that do', async () => {
    const { desk } = await openBench();
    await saveWorkflow(desk, { name: 'a' }, '');
    expect(await loadWorkflow(desk, 'b')).toEqual({
      problem: 'no-such-workflow',
      facts: { name: 'b', version: undefined, known: ['a'] },
    });
  });
});
