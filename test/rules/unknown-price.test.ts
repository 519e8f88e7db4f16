import { describe, expect, it } from 'vitest';
import { unknownPrice } from '../../src/rules/unknown-price.js';
import type { Context } from '../../src/model/context.js';
import type { PlanItem } from '../../src/model/plan.js';
import { itemOf } from '../fixtures/takes.js';
import {
  contextOf,
  placedIn,
  policyOf,
  priceOf,
  requestOf,
  unknownPrice as nobodyKnows,
} from '../fixtures/rule-input.js';

describe('the rule on unknown prices', () => {
  it('says whose price is not known, and why', () => {
    expect(unknownPrice.check(requestOf(), contextOf({ quote: nobodyKnows }))).toEqual({
      rule: 'unknown-price',
      code: 'unknown',
      facts: { server: 'studio', tool: 'studio_generate_image', why: 'no price is known for this tool' },
    });
  });

  it.each([0, 5])('has nothing to say of a known price of %d credits', (credits) => {
    expect(unknownPrice.check(requestOf(), contextOf({ quote: priceOf(credits) }))).toBeUndefined();
  });

  it('has nothing to say of an estimate or a range, for they have an upper bound', () => {
    for (const status of ['estimate', 'range'] as const) {
      const quote = { status, amount: 1, upper: 2, source: 'book' };
      expect(unknownPrice.check(requestOf(), contextOf({ quote }))).toBeUndefined();
    }
  });

  it('asks by default: an unknown price is never zero', () => {
    expect(unknownPrice.levels).toEqual({ unknown: 'ask', stale: 'ask', changed: 'ask' });
  });
});

describe('a price before a batch', () => {
  const policy = policyOf({ prices: { staleDays: 30, batchAbove: 100_000_000 } });
  const old = priceOf(20, '2026-10-01');
  const check = (count: number, changes: Partial<Context>) =>
    unknownPrice.check(requestOf({ count }), contextOf({ policy, ...changes }));
  const inPlan = (changes: Partial<PlanItem>) => ({ placement: placedIn(itemOf({ priceKey: 'k1', ...changes })) });

  it('that was read long ago is seen by a person first', () => {
    expect(check(4, { quote: old })).toMatchObject({ code: 'stale', facts: { days: 52, asOf: '2026-10-01' } });
    expect(check(1, { quote: priceOf(101, '2026-10-01') })?.code).toBe('stale');
  });

  it('stops nothing small, nothing fresh, and nothing that costs nothing', () => {
    expect(check(1, { quote: old })).toBeUndefined();
    expect(check(4, { quote: priceOf(20, '2026-11-20') })).toBeUndefined();
    expect(check(4, { quote: priceOf(20) })).toBeUndefined();
    expect(check(4, { quote: priceOf(0, '2020-01-01') })).toBeUndefined();
    expect(check(4, { quote: old, policy: policyOf() })).toBeUndefined();
  });

  it('was seen where the person accepted the step', () => {
    expect(check(4, { quote: old, ...inPlan({ acceptance: { state: 'accepted', by: 'client' } }) })).toBeUndefined();
    expect(check(4, { quote: old, ...inPlan({}) })?.code).toBe('stale');
  });

  it('that was raised since the plan asks with the old and the new one', () => {
    const changed = {
      quote: priceOf(24),
      priceKey: 'k2',
      ...inPlan({ acceptance: { state: 'accepted', by: 'client' } }),
    };
    expect(check(4, changed)).toMatchObject({ code: 'changed', facts: { amount: 24_000_000, before: 20_000_000 } });
    expect(check(4, { ...changed, quote: priceOf(20) })).toBeUndefined();
    expect(check(4, { ...changed, priceKey: 'k1' })).toBeUndefined();
    expect(check(1, { ...changed, quote: priceOf(6) })).toBeUndefined();
  });
});
