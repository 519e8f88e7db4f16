import { describe, expect, it } from 'vitest';
import { plannedPrice } from '../../../src/rules/parts/planned-price.js';
import { policyOf, requestOf } from '../../fixtures/rule-input.js';
import { itemOf } from '../../fixtures/takes.js';

describe('the price that a plan item allows', () => {
  it('is that of every version, with the tolerance', () => {
    expect(plannedPrice(itemOf(), requestOf({ count: 4 }), policyOf())).toBe(22_000_000);
    expect(plannedPrice(itemOf(), requestOf(), policyOf({ plan: { tolerance: 0 } }))).toBe(5_000_000);
  });

  it('is unknown while that of one version is', () => {
    expect(plannedPrice(itemOf({ unit: undefined }), requestOf(), policyOf())).toBeUndefined();
  });
});
