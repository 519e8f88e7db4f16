import { describe, expect, it } from 'vitest';
import { unknownPrice } from '../../src/rules/unknown-price.js';
import { contextOf, priceOf, requestOf, unknownPrice as nobodyKnows } from '../fixtures/rule-input.js';

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
    expect(unknownPrice.levels).toEqual({ unknown: 'ask' });
  });
});
