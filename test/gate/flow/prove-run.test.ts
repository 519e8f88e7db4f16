import { describe, expect, it } from 'vitest';
import { proveRun } from '../../../src/gate/flow/prove-run.js';
import type { Take } from '../../../src/model/take.js';
import { workflowFrontSchema } from '../../../src/model/workflow.js';
import { openBench } from '../../fixtures/gate-bench.js';
import { feedbackOf, takeOf } from '../../fixtures/takes.js';

const step = (shot: string, phase: string, model?: string) => ({
  ...{ shot, phase, purpose: 'portfolio', tool: 'studio_generate_image', prompt: 'a fox' },
  ...(model === undefined ? {} : { model }),
});
const approved = (changes: Partial<Take>): Take => takeOf({ feedback: feedbackOf('approve'), ...changes });

async function proved(plan: object[], takes: readonly Take[], more: object = {}) {
  const { desk } = await openBench();
  return proveRun(desk, workflowFrontSchema.parse({ name: 'foxes', plan, ...more }), takes);
}

const fox = [step('fox', 'explore', 'draft'), step('fox', 'hero', 'best')];
const heroOfFox = approved({ shot: 'fox', phase: 'hero', model: 'best' });

describe('a run is proven', () => {
  it('when the last step of every shot was approved on its model', async () => {
    expect(await proved(fox, [heroOfFox, takeOf()])).toEqual({
      proven: { project: 'poster', takes: 1, at: '2026-11-22T12:00:00.000Z' },
    });
  });

  it('with its placeholders filled in as they were', async () => {
    const inputs = [{ name: 'animal', example: 'fox' }];
    expect(await proved([step('{{animal}}', 'hero', 'best')], [heroOfFox], { inputs })).toHaveProperty('proven');
  });
});

describe('a run is not proven', () => {
  it.each<[string, readonly Take[]]>([
    ['a shot was not approved', []],
    ['only an earlier phase was', [approved({ shot: 'fox', phase: 'explore', model: 'draft' })]],
    ['another model made what was', [approved({ shot: 'fox', phase: 'hero', model: 'fine' })]],
    ['it was rejected', [takeOf({ shot: 'fox', phase: 'hero', model: 'best', feedback: feedbackOf('reject') })]],
  ])('when %s', async (_, takes) => {
    expect(await proved(fox, takes)).toMatchObject({ unproven: { shots: ['fox'] } });
  });

  it('when a model is dearer than its step is worth', async () => {
    const plan = [step('fox', 'explore', 'fine')];
    const takes = [approved({ phase: 'explore', model: 'fine' })];
    expect(await proved(plan, takes)).toMatchObject({
      unproven: { shots: [], dearer: [{ item: 'fox/explore', model: 'draft' }] },
    });
  });

  it('when its tool is gone, or it has no steps', async () => {
    expect(await proved([{ ...step('fox', 'hero'), tool: 'gone' }], [heroOfFox])).toMatchObject({
      unproven: { problems: [{ step: 1 }] },
    });
    expect(await proved([], [heroOfFox])).toHaveProperty('unproven');
    expect(await proved([{ shot: 'fox' }], [heroOfFox])).toHaveProperty('unproven');
  });

  it('when its inputs do not fit', async () => {
    const inputs = [{ name: 'animal' }];
    expect(await proved(fox, [heroOfFox], { inputs })).toMatchObject({
      unproven: {
        inputs: [
          { input: 'animal', why: 'unused' },
          { input: 'animal', why: 'missing' },
        ],
      },
    });
  });
});
