import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { packsFor, type Pack } from '../../src/ledger/packs-for.js';

const pack = (credits: number, price: number): Pack => ({ credits: credits * 1e6, price: Math.round(price * 1e6) });
/** The sources' packs. */
const packs = [pack(100, 9.9), pack(200, 14.9), pack(500, 39.9), pack(1000, 69.9)];
const sizes = (credits: number, of = packs) =>
  packsFor(credits * 1e6, of)
    ?.map((one) => one.credits / 1e6)
    .sort((a, b) => b - a);

describe('packs', () => {
  it.each([
    [0, []],
    [1, [100]],
    [150, [200]],
    [300, [200, 100]],
    [400, [200, 200]],
    [1200, [1000, 200]],
    [900, [200, 200, 200, 200, 100]],
    [950, [1000]],
  ])('for %i credits are %j', (credits, expected) => {
    expect(sizes(credits)).toEqual(expected);
  });

  it('are weighed against each other, not bought at the best rate alone', () => {
    expect(sizes(10, [pack(6, 6), pack(5, 5.5)])).toEqual([5, 5]);
  });

  it('for a fortune are bought in bulk', () => {
    const bought = packsFor(50_000_100 * 1e6, packs) ?? [];
    expect(bought.reduce((sum, { credits }) => sum + credits, 0)).toBeGreaterThanOrEqual(50_000_100 * 1e6);
    expect(bought.length).toBe(50_001);
  });

  it('are not there where none are sold', () => {
    expect(packsFor(1, [])).toBeUndefined();
    expect(packsFor(0, [])).toEqual([]);
  });

  it('cover what is needed, for no more than one kind of pack alone would', () => {
    const anyPack = fc.record({ credits: fc.integer({ min: 1, max: 50 }), price: fc.integer({ min: 0, max: 500 }) });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.array(anyPack, { minLength: 1, maxLength: 5 }),
        (need, offered) => {
          const bought = packsFor(need, offered) ?? [];
          const sum = (part: 'credits' | 'price'): number => bought.reduce((total, one) => total + one[part], 0);
          expect(sum('credits')).toBeGreaterThanOrEqual(need);
          for (const { credits, price } of offered) {
            expect(sum('price')).toBeLessThanOrEqual(Math.ceil(need / credits) * price);
          }
        },
      ),
    );
  });
});
