import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { addMicro, formatCredits, isMicro, toCredits, toMicro } from '../../src/model/credits.js';

describe('credits as micro-credits', () => {
  it.each([
    [0, 0],
    [0.1, 100_000],
    [0.07, 70_000],
    [0.29, 290_000],
    [1.1, 1_100_000],
    [4000, 4_000_000_000],
    [0.000001, 1],
  ])('are exact: %d is %d', (credits, micro) => {
    expect(toMicro(credits)).toBe(micro);
  });

  it.each([
    [0.0000001, 1],
    [1.0000004, 1_000_001],
    [1000.0000001, 1_000_000_001],
    [250_000.0000001, 250_000_000_001],
  ])('are rounded up, never down: %d is %d', (credits, micro) => {
    expect(toMicro(credits)).toBe(micro);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.01, -1, 1e10, Number.MAX_SAFE_INTEGER])(
    'are no amount for %d',
    (credits) => {
      expect(toMicro(credits)).toBeUndefined();
    },
  );

  it('come back as they were, for every whole number of micro-credits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_000_000_000_000 }), (micro) => {
        expect(toMicro(toCredits(micro))).toBe(micro);
      }),
    );
  });

  it('never understate a price by more than the last bits of its float', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (credits) => {
        const micro = toMicro(credits) ?? -1;
        expect(micro).toBeGreaterThanOrEqual(credits * 1e6 * (1 - 1e-14));
        expect(micro).toBeLessThanOrEqual(credits * 1e6 + 1);
      }),
    );
  });
});

describe('an amount of money', () => {
  it.each([
    [0, true],
    [-5, true],
    [1.5, false],
    [Number.NaN, false],
    [Number.MAX_SAFE_INTEGER + 1, false],
    ['5', false],
    [undefined, false],
  ])('%s: %s', (value, expected) => {
    expect(isMicro(value)).toBe(expected);
  });
});

describe('a sum of amounts', () => {
  it('adds up', () => {
    expect(addMicro()).toBe(0);
    expect(addMicro(1, 2, -4)).toBe(-1);
  });

  it('is refused when it would no longer be exact', () => {
    expect(() => addMicro(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(() => addMicro(0.5)).toThrow(RangeError);
  });
});

describe('an amount for people', () => {
  it.each([
    [0, '0'],
    [1_000_000, '1'],
    [1_020_000_000, '1,020'],
    [50_000, '0.05'],
    [500_000, '0.5'],
    [12_340_000, '12.34'],
    [1_234_567_500_000, '1,234,567.5'],
    [1000, '0.001'],
    [1, '0.000001'],
    [-20_000_000, '-20'],
    [-123_456_000_000, '-123,456'],
    [10_000_000, '10'],
    [999_999_999, '1,000'],
  ])('%d micro-credits reads as %s', (micro, text) => {
    expect(formatCredits(micro)).toBe(text);
  });
});
