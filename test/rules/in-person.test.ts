import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { Acceptance } from '../../src/model/plan.js';
import { inPerson } from '../../src/rules/in-person.js';
import { contextOf, placedIn, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { itemOf } from '../fixtures/takes.js';

const policy = policyOf({ ask: { above: 0, every: 0, personAbove: 500_000_000 } });
const check = (changes: Partial<Context>) => inPerson.check(requestOf(), contextOf({ policy, ...changes }));

describe('the rule on what needs the person themselves', () => {
  it.each([0, 200, 500])('leaves a call of %d credits to any yes', (credits) => {
    expect(check({ quote: priceOf(credits) })).toBeUndefined();
  });

  it('wants the person for the smallest amount above the line', () => {
    expect(check({ quote: priceOf(500.000001) })).toEqual({
      rule: 'in-person',
      code: 'above',
      facts: { amount: 500_000_001, above: 500_000_000 },
    });
  });

  it.each([
    ['client', 'above'],
    ['policy', 'above'],
    ['person', undefined],
  ] as const)('on an item accepted by %s says: %s', (by, code) => {
    const acceptance: Acceptance = { state: 'accepted', by };
    expect(check({ placement: placedIn(itemOf({ acceptance })), quote: priceOf(600) })?.code).toBe(code);
  });

  it('sees a price that nobody knows, which is let be unless the person wants it', () => {
    expect(check({ quote: unknownPrice })?.code).toBe('unpriced');
    expect(inPerson.levels['unpriced']).toBe('off');
  });

  it('has no line of its own', () => {
    expect(check({ policy: policyOf(), quote: priceOf(100_000) })).toBeUndefined();
  });
});
