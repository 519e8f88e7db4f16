import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../src/ledger/quote-of.js';
import { priceSchema, priceUnits } from '../../src/model/price.js';
import { profileSchema } from '../../src/model/profile.js';
import { requestOf } from '../fixtures/rule-input.js';

const credits = fc.double({ min: 0, max: 1e6, noNaN: true });
const profile = fc
  .record(
    {
      unit: fc.constantFrom(...priceUnits),
      credits,
      perStarted: fc.constantFrom(0.5, 1, 5),
      outputsPerCall: fc.integer({ min: 1, max: 4 }),
      factors: fc.array(
        fc.record({
          argument: fc.constant('seconds'),
          atLeast: fc.nat({ max: 20 }),
          times: fc.constantFrom(0.5, 1.5, 2),
        }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['unit', 'credits', 'outputsPerCall', 'factors'] },
  )
  .map((price) => profileSchema.parse({ paid: true, price: priceSchema.parse(price) }));
const size = fc.integer({ min: 1, max: 8192 });
const request = fc
  .record({
    count: fc.integer({ min: 1, max: 64 }),
    width: size,
    height: size,
    seconds: fc.double({ min: 0.1, max: 600 }),
  })
  .map((changes) => requestOf({ ...changes, arguments: { seconds: changes.seconds } }));

describe('the price of any request by any price list', () => {
  it('is a whole number of micro-credits, or unknown', () => {
    fc.assert(
      fc.property(profile, request, (listed, asked) => {
        const quote = quoteOf(listed, asked);
        if (quote.status === 'unknown') return;
        expect(Number.isSafeInteger(quote.upper) && quote.upper >= 0).toBe(true);
        expect(quote.upper).toBeGreaterThanOrEqual(quote.amount);
      }),
    );
  });

  it('never falls when more outputs are asked for', () => {
    fc.assert(
      fc.property(profile, request, fc.nat({ max: 8 }), (listed, asked, more) => {
        const [less, greater] = [quoteOf(listed, asked), quoteOf(listed, { ...asked, count: asked.count + more })];
        if (less.status === 'unknown' || greater.status === 'unknown') return;
        expect(greater.upper).toBeGreaterThanOrEqual(less.upper);
      }),
    );
  });

  it('covers the exact product: nothing is lost by rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 64 }), (micro, count) => {
        const listed = profileSchema.parse({ paid: true, price: { unit: 'output', credits: micro / 1_000_000 } });
        expect(quoteOf(listed, requestOf({ count }))).toMatchObject({ upper: micro * count });
      }),
    );
  });
});
