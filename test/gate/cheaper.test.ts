import { describe, expect, it } from 'vitest';
import { cheaperLegal, cheaperModels } from '../../src/gate/cheaper.js';
import type { GenerationRequest } from '../../src/model/request.js';
import type { Verdict, WeighedFinding } from '../../src/model/verdict.js';
import { pictureTool } from '../fixtures/gate-bench.js';

import { listedTool } from '../fixtures/listed-tool.js';
import { priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { read } from '../fixtures/tool-lens.js';

const tool = pictureTool();
const given = { prompt: 'a fox', model: 'best' };
const best = requestOf({ model: 'best', tier: 'premium', arguments: { ...given, count: 1 }, sent: given });

function verdictOf(...rules: readonly string[]): Verdict {
  const findings = rules.map((rule): WeighedFinding => ({ rule, code: 'c', facts: {}, level: 'block' }));
  return { outcome: 'block', findings, request: best, quote: priceOf(300), fixed: false };
}

describe('cheaper models', () => {
  it('are those of the tool that make the same call for less, cheapest first', () => {
    expect(cheaperModels(tool, best, priceOf(300))).toMatchObject([
      { model: 'draft', tier: 'budget', amount: 5_000_000, request: { model: 'draft', tier: 'budget' } },
      { model: 'fine', tier: 'standard', amount: 50_000_000 },
    ]);
  });

  it('are named in all the arguments that the id is split over, or not at all', () => {
    const models = { 'acme/best': { credits: 300 }, 'other/draft': { credits: 5 }, draft: { credits: 1 } };
    const { prompt } = tool.profile.arguments;
    const split = pictureTool({
      arguments: { prompt, model: ['model_owner', 'input.name'] },
      price: { unit: 'output', models },
    });
    const call = { prompt: 'a fox', model_owner: 'acme', input: { name: 'best', steps: 4 } };
    const request = read({ ...split, schema: {} }, call);
    expect(request.model).toBe('acme/best');
    expect(cheaperModels(split, request, priceOf(300)).map((found) => [found.model, found.call.arguments])).toEqual([
      ['other/draft', { prompt: 'a fox', model_owner: 'other', input: { name: 'draft', steps: 4 } }],
    ]);
  });

  it('are those of the price list, with their tiers, where the tool has no price of its own', () => {
    const listed = listedTool([
      { model: 'best', amount: 300, tier: 'premium' },
      { model: 'fine', amount: 50 },
      { model: 'draft', amount: 5, tier: 'budget' },
      { model: 'elsewhere', amount: 1, tool: undefined },
    ]);
    const request = read(listed, given);
    expect(request.tier).toBe('premium');
    expect(
      cheaperModels(listed, request, priceOf(300)).map(({ model, tier, amount }) => [model, tier, amount]),
    ).toEqual([
      ['draft', 'budget', 5_000_000],
      ['fine', 'standard', 50_000_000],
    ]);
  });

  it('make the same: a model for pictures is none for a film', () => {
    const kinds = { best: 'video', fine: 'video' } as const;
    const films = pictureTool({ kindBy: { argument: 'model', kinds } });
    const film = { ...best, kind: 'video' as const };
    expect(cheaperModels(films, film, priceOf(300)).map(({ model }) => model)).toEqual(['fine']);
  });

  it('come with the call as the agent would make it: what was given, and nothing filled in', () => {
    expect(cheaperModels(tool, best, priceOf(300))[0]?.call).toEqual({
      tool: 'studio_generate_image',
      arguments: { prompt: 'a fox', model: 'draft' },
      amount: 5_000_000,
    });
  });

  it('are none below the cheapest, at an unknown price, and where a tool has no model', () => {
    const draft = { ...best, model: 'draft' };
    expect(cheaperModels(tool, draft, priceOf(5))).toEqual([]);
    expect(cheaperModels(tool, best, unknownPrice)).toEqual([]);
    expect(cheaperModels(pictureTool({ arguments: { prompt: 'prompt' } }), best, priceOf(300))).toEqual([]);
  });
});

describe('a cheaper call that would pass', () => {
  const below =
    (credits: number) =>
    (request: GenerationRequest): boolean =>
      (tool.profile.price?.models[request.model ?? '']?.credits ?? 0) <= credits;

  it.each([
    [299, 'fine'],
    [49, 'draft'],
    [4, undefined],
  ])('with %d credits allowed is the best one: %s', (credits, model) => {
    expect(cheaperLegal(tool, verdictOf('budget'), below(credits))?.arguments['model']).toBe(model);
  });

  it.each([
    [['budget', 'ask-above', 'plan-first'], true],
    [['rerun'], false],
    [['budget', 'await-feedback'], false],
  ])('is offered when only the price is in the way: %j %s', (rules, offered) => {
    expect(cheaperLegal(tool, verdictOf(...rules), () => true) !== undefined).toBe(offered);
  });
});
