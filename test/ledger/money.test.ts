import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { formatMoney, inMoney, moneySpent } from '../../src/ledger/money.js';

describe('money', () => {
  it('is exact for amounts whose product a double cannot hold', () => {
    expect(inMoney(600_000_000, 9900)).toBe(5_940_000);
    expect(inMoney(9_007_199_254_740_991, 1_000_001)).toBe(9_007_208_261_940_246);
    expect(inMoney(1, 500_000)).toBe(1);
    expect(inMoney(1, 499_999)).toBe(0);
  });

  it('of parts adds up to that of the whole within their roundings', () => {
    const amount = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), fc.integer({ min: 1, max: 1e9 }), (parts, price) => {
        const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
        const apart = sum(parts.map((part) => inMoney(part, price)));
        expect(Math.abs(apart - inMoney(sum(parts), price))).toBeLessThanOrEqual(parts.length);
      }),
    );
  });

  it('spent is set against the fee, over which it may go', () => {
    const terms = { currency: 'EUR', creditPrice: 100_000, fee: 50_000_000 };
    expect(moneySpent(terms, { paid: 600_000_000, perKept: 200_000_000 })).toEqual({
      ...{ currency: 'EUR', spent: 60_000_000, perKept: 20_000_000 },
      fee: { amount: 50_000_000, share: 1.2, left: -10_000_000 },
    });
    expect(moneySpent({ ...terms, fee: undefined }, { paid: 0 })).toEqual({ currency: 'EUR', spent: 0 });
  });

  it.each([
    [9_900_000, '9.90 EUR'],
    [1_234_567_890_000, '1,234,567.89 EUR'],
    [9_900, '0.0099 EUR'],
    [-765_500_000, '-765.50 EUR'],
    [0, '0.00 EUR'],
  ])('%i millionths read as %s', (amount, text) => {
    expect(formatMoney(amount, 'EUR')).toBe(text);
  });
});
