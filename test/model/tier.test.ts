import { describe, expect, it } from 'vitest';
import { tierRank, tiers } from '../../src/model/tier.js';

describe('the tiers of models', () => {
  it('stand in order from the cheapest to the dearest', () => {
    expect(tiers.map(tierRank)).toEqual([0, 1, 2]);
    expect(tierRank('premium')).toBeGreaterThan(tierRank('budget'));
  });
});
