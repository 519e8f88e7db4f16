import { expect, it } from 'vitest';
import { parseConfig } from '../src/config.js';
import { reportTerms } from '../src/report-config.js';

it('money and plans are exact millionths; without them there are none', () => {
  expect(reportTerms(parseConfig({}))).toEqual({ zone: 'UTC', mode: 'enforce', money: undefined, offers: undefined });
  const terms = reportTerms(
    parseConfig({
      money: { currency: 'EUR', creditPrice: 0.0099, fee: 1500 },
      plans: {
        ...{ currency: 'EUR', source: 'price page', asOf: '2026-11-01' },
        monthly: [{ name: 'Pro', credits: 1000, price: 9.9, yearly: 99 }],
        packs: [{ credits: 200, price: 14.9, days: 30 }],
      },
    }),
  );
  expect(terms.money).toEqual({ currency: 'EUR', creditPrice: 9900, fee: 1_500_000_000 });
  expect(terms.offers).toMatchObject({
    monthly: [{ name: 'Pro', credits: 1_000_000_000, price: 9_900_000, yearly: 99_000_000 }],
    packs: [{ credits: 200_000_000, price: 14_900_000, days: 30 }],
  });
});

it.each([
  [{ money: { currency: 'euro', creditPrice: 1 } }, /money\.currency/],
  [{ money: { currency: 'EUR', creditPrice: 0 } }, /money\.creditPrice/],
  [{ plans: { currency: 'EUR', source: 'x', asOf: 'today' } }, /plans\.asOf/],
  [{ plans: { currency: 'EUR', source: 'x', asOf: '2026-11-01', packs: [{ credits: 0, price: 1 }] } }, /packs/],
])('refuses %j', (config, message) => {
  expect(() => parseConfig(config)).toThrow(message);
});
