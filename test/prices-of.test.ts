import { expect, it } from 'vitest';
import { parseConfig } from '../src/config.js';
import { priceEntrySchema } from '../src/model/price-file.js';
import { pricesOf, statedRatesOf } from '../src/prices-of.js';

it('prices a tool by the list and the rates of a config, and none without a list', () => {
  const config = parseConfig({ prices: { rates: { USD: 100 } } });
  expect(pricesOf(config)({ server: 'a', tool: 'make' })).toEqual([]);
  const entry = { tool: 'make', unit: 'image', amount: 0.05, currency: 'USD', source: 'a page', asOf: '2026-11-01' };
  const listed = pricesOf({ ...config, priceEntries: [priceEntrySchema.parse(entry)] });
  expect(listed({ server: 'a', tool: 'make' })).toMatchObject([{ price: { credits: 5, asOf: '2026-11-01' } }]);
  expect(listed({ server: 'a', tool: 'other' })).toEqual([]);
});

it('lets servers state prices in the rates of a config, unless it says otherwise', () => {
  expect(statedRatesOf(parseConfig({ prices: { rates: { USD: 100 } } }))).toEqual({ USD: 100 });
  expect(statedRatesOf(parseConfig({ prices: { rates: { USD: 100 }, stated: false } }))).toBeUndefined();
});
