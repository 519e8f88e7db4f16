import { describe, expect, it } from 'vitest';
import { pricePlan, stepArguments } from '../../../src/gate/flow/price-plan.js';
import { readRequest, type ToolView } from '../../../src/gate/lens.js';
import { planStepSchema, type PlanStep } from '../../../src/model/plan.js';
import { openBench, pictureTool, pricelessTool } from '../../fixtures/gate-bench.js';
import { listedTool } from '../../fixtures/listed-tool.js';

type Step = Partial<PlanStep>;

const step = (changes: Step = {}): PlanStep =>
  planStepSchema.parse({ shot: 'fox', phase: 'explore', tool: 'studio_generate_image', prompt: 'a fox', ...changes });

async function priced(...steps: readonly Step[]) {
  const { desk } = await openBench({ tools: [pictureTool(), pricelessTool] });
  return pricePlan(desk, steps.map(step));
}

describe('a plan for a tool that takes its model in two arguments', () => {
  const models = { 'acme/fine': { credits: 50 } };
  const tool = pictureTool({ arguments: { prompt: 'prompt', model: ['owner', 'name'] }, price: { models } });

  it('has the model in both of them', async () => {
    const { desk } = await openBench({ tools: [tool] });
    expect(stepArguments(step({ model: 'acme/fine' }), tool)).toEqual({ prompt: 'a fox', owner: 'acme', name: 'fine' });
    expect(pricePlan(desk, [step({ model: 'acme/fine' })]).items).toMatchObject([
      { model: 'acme/fine', unit: 50_000_000 },
    ]);
  });

  it('names a model that has no place in them as a problem', async () => {
    const { desk } = await openBench({ tools: [tool] });
    expect(pricePlan(desk, [step({ model: 'fine' })]).problems).toMatchObject([
      { why: 'model is "fine", not owner/name' },
    ]);
  });
});

describe('a plan for a tool that the price list prices', () => {
  it('is advised of a model of the list that would do', async () => {
    const tool = listedTool([
      { model: 'best', amount: 300, tier: 'premium' },
      { model: 'draft', amount: 5, tier: 'budget' },
    ]);
    const { desk } = await openBench({ tools: [tool] });
    const { items, advice } = pricePlan(desk, [step({ model: 'best', phase: 'explore' })]);
    expect(items).toMatchObject([{ tier: 'premium', unit: 300_000_000 }]);
    expect(advice).toMatchObject([{ tier: 'premium', model: 'draft', amount: 5_000_000 }]);
  });
});

describe('a priced plan', () => {
  it('has for each step the price of one version, and of all versions and rounds', async () => {
    const { items, problems } = await priced({ model: 'fine', count: 4, rounds: 2 });
    expect(problems).toEqual([]);
    expect(items).toEqual([
      {
        id: 'fox/explore',
        shot: 'fox',
        phase: 'explore',
        purpose: 'concept',
        kind: 'image',
        server: 'studio',
        tool: 'studio_generate_image',
        model: 'fine',
        tier: 'standard',
        prompt: 'a fox',
        count: 4,
        rounds: 2,
        urgent: false,
        audio: false,
        unit: 50_000_000,
        priceKey: expect.stringMatching(/^[0-9a-f]{16}$/),
        estimate: 400_000_000,
      },
    ]);
  });

  it('says which steps are planned on a better tier than they are worth, and what would do', async () => {
    const { advice } = await priced(
      { model: 'fine', purpose: 'print' },
      { shot: 'hare', phase: 'hero', purpose: 'social', model: 'best' },
      { shot: 'bear', phase: 'select', purpose: 'social', model: 'fine' },
      { shot: 'owl' },
    );
    expect(advice).toEqual([
      {
        ...{ item: 'fox/explore', phase: 'explore', purpose: 'print', tier: 'standard', highest: 'budget' },
        ...{ model: 'draft', amount: 5_000_000 },
      },
      {
        ...{ item: 'hare/hero', phase: 'hero', purpose: 'social', tier: 'premium', highest: 'standard' },
        ...{ model: 'fine', amount: 50_000_000 },
      },
    ]);
  });

  it('says which steps are planned on a draft model though they ship', async () => {
    const { advice } = await priced({ phase: 'hero', purpose: 'portfolio', model: 'draft' });
    expect(advice).toEqual([
      { item: 'fox/hero', phase: 'hero', purpose: 'portfolio', tier: 'budget', lowest: 'standard' },
    ]);
  });

  it('says which pictures are planned larger than anyone looks at them, where smaller ones cost less', async () => {
    const sides = { width: 'width', height: 'height', prompt: 'prompt' };
    const factors = [{ pixelsAbove: 1024 * 1024, times: 2 }];
    const sized = pictureTool({ arguments: sides, price: { unit: 'output', credits: 10, factors } });
    const { desk } = await openBench({ tools: [sized] });
    const large = { arguments: { width: 2048, height: 1024 } };
    const advised = (changes: Step): unknown => pricePlan(desk, [step({ ...large, ...changes })]).advice;
    expect(advised({ purpose: 'web', phase: 'hero' })).toEqual([
      {
        ...{ item: 'fox/hero', phase: 'hero', purpose: 'web', tier: 'standard' },
        ...{ size: { width: 1448, height: 720 }, amount: 10_000_000 },
      },
    ]);
    expect(advised({ purpose: 'print', phase: 'select' })).toMatchObject([{ size: { width: 1448 } }]);
    expect(advised({ purpose: 'print', phase: 'hero' })).toEqual([]);
    expect(advised({ purpose: 'social', phase: 'hero', arguments: { width: 1024, height: 1024 } })).toEqual([]);
  });

  it('may plan a step before what it starts from is there', async () => {
    const validate: ToolView['validate'] = (args, open = []) =>
      Object.hasOwn(args, 'image') || open.includes('image') ? undefined : { path: '', expected: 'an image' };
    const upscaler = pictureTool({ kind: 'upscale', arguments: { inputs: ['image'] }, price: { credits: 100 } });
    const { desk } = await openBench({ tools: [{ ...upscaler, validate }] });
    expect(pricePlan(desk, [step({ phase: 'finish', prompt: '' })])).toMatchObject({
      ...{ problems: [], items: [{ unit: 100_000_000 }] },
    });
    expect(readRequest({ ...upscaler, validate }, {})).toMatchObject([{ expected: 'an image' }]);
  });

  it('takes the tool’s own default where no model is named', async () => {
    const { items } = await priced({});
    expect(items).toMatchObject([{ model: 'draft', tier: 'budget', unit: 5_000_000 }]);
  });

  it('counts each combination of a prompt that the tool expands, and prices it', async () => {
    const prompt = '{red, blue, green} fox';
    const permuting = pictureTool({ permutations: true });
    const { desk } = await openBench({ tools: [permuting] });
    const { items } = pricePlan(desk, [step({ prompt, count: 2, rounds: 2 })]);
    expect(items).toMatchObject([{ count: 6, combinations: 3, unit: 5_000_000, estimate: 60_000_000 }]);
    const plain = await priced({ prompt, count: 2 });
    expect(plain.items).toMatchObject([{ count: 2, estimate: 10_000_000 }]);
    expect(plain.items[0]?.combinations).toBeUndefined();
  });

  it('keeps the day by which a step is needed, and whether it can wait', async () => {
    const { items } = await priced({ due: '2026-12-01', urgent: true }, { shot: 'hare' });
    expect(items).toMatchObject([{ due: '2026-12-01', urgent: true }, { urgent: false }]);
    expect(items[1]?.due).toBeUndefined();
  });

  it('leaves an unknown price open, never zero', async () => {
    const { items } = await priced({ tool: 'other_make' });
    expect(items[0]?.unit).toBeUndefined();
    expect(items[0]?.estimate).toBeUndefined();
  });

  it('sees the arguments that change the price', async () => {
    const { items } = await priced({ arguments: { audio: true, count: 8 } });
    expect(items).toMatchObject([{ audio: true, count: 1, unit: 5_000_000 }]);
  });

  it('tells all problems together, each with its step and what was expected', async () => {
    const { problems } = await priced(
      {},
      {},
      { shot: 'hare', tool: 'gone' },
      { shot: 'bear', arguments: { count: 0 } },
    );
    expect(problems).toEqual([
      {
        step: 2,
        shot: 'fox',
        why: 'fox/explore is planned twice',
        expected: 'one step per shot and phase; use count and rounds',
      },
      {
        step: 3,
        shot: 'hare',
        why: 'no paid tool is called "gone"',
        expected: 'one of: studio_generate_image, other_make',
      },
      {
        step: 4,
        shot: 'bear',
        why: 'count is 0, not a whole number from 1 to 1000',
        expected: 'arguments that the tool can be called with',
      },
    ]);
  });
});

describe('the arguments of a step', () => {
  it('are those given, with prompt and model in their places', () => {
    expect(stepArguments(step({ model: 'fine', arguments: { seed: 1 } }), pictureTool())).toEqual({
      seed: 1,
      prompt: 'a fox',
      model: 'fine',
    });
  });

  it('are left alone where the tool has no such place', () => {
    expect(stepArguments(step({ model: 'fine', prompt: '', arguments: { seed: 1 } }), pricelessTool)).toEqual({
      seed: 1,
    });
  });
});
