import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { Acceptance } from '../../src/model/plan.js';
import { askAbove } from '../../src/rules/ask-above.js';
import { contextOf, placedIn, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { itemOf } from '../fixtures/takes.js';

const policy = policyOf({ ask: { above: 200_000_000, every: 600_000_000 } });
const check = (changes: Partial<Context>) => askAbove.check(requestOf(), contextOf({ policy, ...changes }));
const accepted = (by: 'policy' | 'relayed' | 'client' | 'person'): Acceptance => ({ state: 'accepted', by });

describe('the rule on large calls', () => {
  it.each([0, 5, 200])('lets a call of %d credits pass', (credits) => {
    expect(check({ quote: priceOf(credits) })).toBeUndefined();
  });

  it('asks for the smallest amount above the line', () => {
    expect(check({ quote: priceOf(200.000001) })).toEqual({
      rule: 'ask-above',
      code: 'above',
      facts: { amount: 200_000_001, above: 200_000_000 },
    });
  });

  it('goes by the most that the call can cost', () => {
    const quote = { status: 'range', amount: 100_000_000, upper: 300_000_000, source: 'book' } as const;
    expect(check({ quote })).toMatchObject({ code: 'above', facts: { amount: 300_000_000 } });
  });

  it.each([
    [400, 200, undefined],
    [400.000001, 200, 'since-yes'],
    [600, 0, undefined],
    [600, 1, 'since-yes'],
  ])('with %d credits since the last yes says of %d more: %s', (since, credits, code) => {
    expect(check({ sinceYes: since * 1_000_000, quote: priceOf(credits) })?.code).toBe(code);
  });

  it('says what was spent since the last yes', () => {
    expect(check({ sinceYes: 599_000_000, quote: priceOf(2) })?.facts).toEqual({
      amount: 2_000_000,
      since: 599_000_000,
      every: 600_000_000,
    });
  });

  it.each([
    ['client', undefined],
    ['person', undefined],
    ['policy', 'above'],
    ['relayed', 'above'],
  ] as const)('on an item accepted by %s says: %s', (by, code) => {
    const placement = placedIn(itemOf({ acceptance: accepted(by) }));
    expect(check({ placement, quote: priceOf(500) })?.code).toBe(code);
  });

  it('leaves an unknown price to the rule on unknown prices', () => {
    expect(check({ quote: unknownPrice, sinceYes: 700_000_000 })).toBeUndefined();
  });
});
