import { describe, expect, it } from 'vitest';
import { commonPurse, purseFor, purseOf, type BalanceRule } from '../../src/model/balance.js';

const plan: BalanceRule = { name: 'plan', credits: 1000, renews: 'none', day: 1, zone: 'UTC', rollOver: false };

describe('the purse of a call', () => {
  it('is that of its server, else the common one, else none', () => {
    const ofImages = { ...plan, server: 'images' };
    expect(purseFor([plan, ofImages], 'images')).toBe('images');
    expect(purseFor([plan, ofImages], 'video')).toBe(commonPurse);
    expect(purseFor([ofImages], 'video')).toBeUndefined();
    expect(purseFor([], 'video')).toBeUndefined();
  });

  it('is filled by the balances that name its server', () => {
    expect(purseOf({ server: 'images' })).toBe('images');
    expect(purseOf({})).toBe(commonPurse);
  });
});
