import { describe, expect, it } from 'vitest';
import { isBatch, staleDays } from '../../../src/rules/parts/stale-price.js';
import { policyOf } from '../../fixtures/rule-input.js';

const policy = policyOf({ prices: { staleDays: 30, batchAbove: 100 } });
const now = Date.parse('2026-11-22T12:00:00Z');

describe('a price', () => {
  it.each([
    ['2026-10-23', undefined],
    ['2026-10-22', 31],
    [undefined, undefined],
  ])('that was read on %s is stale by %s days', (asOf, days) => {
    expect(staleDays(asOf, policy, now)).toBe(days);
  });

  it('never grows stale where nothing says after how long', () => {
    expect(staleDays('2000-01-01', policyOf(), now)).toBeUndefined();
    expect(isBatch({ count: 9, amount: 1e9 }, policyOf())).toBe(false);
  });

  it.each([
    [1, 100, false],
    [1, 101, true],
    [2, 1, true],
  ])('of %d versions for %d in all is one of a batch: %s', (count, amount, batch) => {
    expect(isBatch({ count, amount }, policy)).toBe(batch);
  });
});
