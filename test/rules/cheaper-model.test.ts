import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import { cheaperModel } from '../../src/rules/cheaper-model.js';
import { contextOf, placedIn, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { itemOf } from '../fixtures/takes.js';

const CREDIT = 1_000_000;
const call = { tool: 'studio_generate_image', arguments: { model: 'lite' }, amount: 12 * CREDIT };
const lite = { model: 'lite', tier: 'budget', amount: 12 * CREDIT, call } as const;
const check = (context: Partial<Context> = {}) =>
  cheaperModel.check(requestOf({ model: 'draft' }), contextOf({ cheaper: [lite], quote: priceOf(20), ...context }));

describe('the rule on cheaper models', () => {
  it('names a model of the same tier that costs much less', () => {
    expect(check()).toEqual({
      rule: 'cheaper-model',
      code: 'simpler',
      facts: { model: 'lite', amount: 12 * CREDIT, asked: 20 * CREDIT, saving: 8 * CREDIT },
      instead: [call],
    });
  });

  it.each<[string, Partial<Context>]>([
    ['a small saving', { quote: priceOf(15) }],
    ['a model of another tier', { cheaper: [{ ...lite, tier: 'standard' }] }],
    ['no other model', { cheaper: [] }],
    ['an unknown price', { quote: unknownPrice }],
    ['the model that the plan names', { placement: placedIn(itemOf({ model: 'draft' })) }],
    ['the hero, where the choice is made', { placement: placedIn(itemOf({ phase: 'hero' })) }],
  ])('has nothing to say with %s', (_, context) => {
    expect(check(context)).toBeUndefined();
  });
});
