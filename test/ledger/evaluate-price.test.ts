import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { evaluatePrice } from '../../src/ledger/evaluate-price.js';
import { quoteOf } from '../../src/ledger/quote-of.js';
import { profileSchema } from '../../src/model/profile.js';
import type { PriceInput } from '../../src/model/price.js';
import { requestOf } from '../fixtures/rule-input.js';

const args = {
  duration: '5s',
  n: 2,
  audio: true,
  size: { w: 1024, name: 'large' },
  'image-size': 3,
  list: [1],
  no: null,
};

describe('the amount of a price expression', () => {
  it.each<[string, number]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['-2 + 5', 3],
    ['8 / 2 / 2', 2],
    ['duration * 2', 10],
    ['duration == 5 ? 1 : 2', 1],
    ['size.w > 1000 && audio ? 4 : 2', 4],
    ['!audio || n >= 3 ? 4 : 2', 2],
    ['size.name == "large" ? 3 : 1', 3],
    ["size.name != 'large' ? 3 : 1", 1],
    ['n < 2 ? 1 : n <= 2 ? 5 : 9', 5],
    ['[image-size] * 2', 6],
    ['min(4, n, 3) + max(1, n)', 4],
    ['ceil(1.1 * 10)', 11],
    ['ceil(2.1) + floor(2.9) + round(2.5)', 8],
    ['10 + steps ?? 5', 15],
    ['no ?? other ?? 7', 7],
    ['n ?? 7', 2],
    ['true ? 1e-3 : 2', 0.001],
    ['0', 0],
    ['-0', 0],
  ])('%s', (expression, credits) => {
    expect(evaluatePrice(expression, args)).toEqual({ micro: credits * 1_000_000 });
  });

  it.each([
    ['steps * 2', 'argument steps is missing'],
    ['no * 0', 'argument no is missing'],
    ['size.h == 3 ? 1 : 2', 'argument size.h is missing'],
    ['steps && true ? 1 : 2', 'argument steps is missing'],
    ['list ?? 3', 'argument list is neither'],
    ['size.name * 2', 'argument size.name is no number'],
    ['n ? 1 : 2', 'argument n is neither true nor false'],
    ['1 / 0', 'comes to no amount'],
    ['0 / 0', 'no number'],
    ['2 - 3', 'comes to no amount'],
    ['"many"', 'the price expression is no number'],
    ['constructor', 'argument constructor is missing'],
    ['1 +', 'cannot be read at 4'],
  ])('is unknown, never zero: %s', (expression, why) => {
    const found = evaluatePrice(expression, args);
    expect('why' in found && found.why).toContain(why);
  });

  it('is rounded up to whole micro-credits, and never below what the formula says', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), fc.nat(1000), (rate, n) => {
        const found = evaluatePrice('rate * n + 0', { rate, n });
        if (!('micro' in found)) throw new Error(found.why);
        expect(Number.isSafeInteger(found.micro)).toBe(true);
        expect(found.micro).toBeGreaterThanOrEqual(rate * n * 1e6 * (1 - 1e-12));
        expect(found.micro - rate * n * 1e6).toBeLessThanOrEqual(1 + rate * n * 1e-6);
      }),
    );
  });

  it('is unknown for every formula over an argument that is not there and that nothing stands in for', () => {
    const around = fc.constantFrom(
      '(x) * 0',
      'min(0, x)',
      'x == x ? 0 : 0',
      '0 - x',
      '(n ?? x) + x',
      'x ?? x',
      '!x ? 0 : 0',
    );
    fc.assert(
      fc.property(around, fc.nat(), (text, n) => {
        expect(evaluatePrice(text, { n })).toHaveProperty('why');
      }),
    );
  });
});

describe('a quote from an expression', () => {
  const quote = (price: PriceInput, request: Parameters<typeof requestOf>[0] = {}) =>
    quoteOf(profileSchema.parse({ paid: true, price }), requestOf(request));

  it('counts units, factors and a minimum as any other price does', () => {
    const request = { arguments: { quality: 'high' }, count: 3 };
    const expression = 'quality == "high" ? 2 : 1';
    expect(quote({ expression, unit: 'output' }, request)).toMatchObject({ status: 'exact', amount: 6_000_000 });
    expect(quote({ expression, minimum: 5 }, request)).toMatchObject({ amount: 5_000_000 });
    expect(quote({ credits: 1, minimum: 5 }, { ...request, combinations: 3 })).toMatchObject({ amount: 15_000_000 });
    const relaxed = { argument: 'quality', equals: 'high', times: 0, lane: 'relaxed' } as const;
    expect(quote({ credits: 1, minimum: 5, factors: [relaxed] }, request)).toMatchObject({ amount: 0 });
  });

  it('is unknown where an argument is missing', () => {
    expect(quote({ expression: 'steps * 2', source: 'a page' })).toEqual({
      status: 'unknown',
      source: 'a page',
      why: 'argument steps is missing',
    });
  });
});
