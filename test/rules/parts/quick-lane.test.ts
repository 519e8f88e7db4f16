import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/model/context.js';
import type { GenerationRequest } from '../../../src/model/request.js';
import { quickLaneMiss } from '../../../src/rules/parts/quick-lane.js';
import { contextOf, policyOf, priceOf, requestOf, unknownPrice } from '../../fixtures/rule-input.js';

const policy = policyOf({ quickLane: { perCall: 60_000_000, perDay: 200_000_000 } });
const miss = (request: Partial<GenerationRequest>, changes: Partial<Context> = {}) =>
  quickLaneMiss(requestOf(request), contextOf({ policy, ...changes }));

describe('the quick lane', () => {
  it.each([
    [60, undefined],
    [60.000001, 'per-call'],
    [0, undefined],
  ])('for a call of %d credits misses: %s', (credits, because) => {
    expect(miss({}, { quote: priceOf(credits) })?.['because']).toBe(because);
  });

  it.each([
    [140, 60, undefined],
    [140.000001, 60, 'per-day'],
    [200, 0, undefined],
  ])('with %d credits spent today misses for %d more: %s', (spent, credits, because) => {
    expect(miss({}, { quickSpentToday: spent * 1_000_000, quote: priceOf(credits) })?.['because']).toBe(because);
  });

  it('has no room for several combinations, not even in a grid at the price of one', () => {
    const misses = miss({ count: 3, combinations: 3 }, { outputsPerUnit: 4 });
    expect(misses).toEqual({ because: 'count', count: 3 });
  });

  it('says how much is allowed and used', () => {
    expect(miss({}, { quote: priceOf(61) })).toEqual({ because: 'per-call', amount: 61_000_000, allowed: 60_000_000 });
    expect(miss({}, { quote: priceOf(10), quickSpentToday: 195_000_000 })).toEqual({
      because: 'per-day',
      amount: 10_000_000,
      spent: 195_000_000,
      allowed: 200_000_000,
    });
  });

  it.each([
    ['budget', undefined],
    ['standard', undefined],
    ['premium', { because: 'premium', premium: true, model: 'flux-2-pro' }],
  ] as const)('for a model of the %s tier misses: %j', (tier, expected) => {
    expect(miss({ tier, model: 'flux-2-pro' })).toEqual(expected);
  });

  it('is for one version, or one grid at the price of one', () => {
    expect(miss({ count: 2 })).toEqual({ because: 'count', count: 2 });
    expect(miss({ count: 4 }, { outputsPerUnit: 4 })).toBeUndefined();
    expect(miss({ count: 5 }, { outputsPerUnit: 4 })).toEqual({ because: 'count', count: 5 });
  });

  it.each(['estimate', 'range'] as const)('is not for a price that is only an %s', (status) => {
    const quote = { status, amount: 1, upper: 1, source: 'book' };
    expect(miss({}, { quote })).toEqual({ because: 'price-not-exact', status });
  });

  it('leaves an unknown price to the rule that asks for it', () => {
    expect(miss({}, { quote: unknownPrice })).toBeUndefined();
  });
});
