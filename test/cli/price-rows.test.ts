import { expect, it } from 'vitest';
import { entriesApart, priceFaults, priceRows } from '../../src/cli/price-rows.js';
import { parseConfig } from '../../src/config.js';
import { priceEntrySchema } from '../../src/model/price-file.js';
import { pricesOf } from '../../src/prices-of.js';
import { presets } from '../../src/upstreams/presets/index.js';
import { profileBook } from '../../src/upstreams/profile-book.js';

const entry = (changes: object) =>
  priceEntrySchema.parse({ unit: 'image', amount: 0.04, currency: 'USD', source: 'a page', ...changes });
const priceEntries = [
  entry({ tool: 'make_image', model: 'm', when: { quality: 'high', size: '512x512' }, asOf: '2026-01-01' }),
  entry({ tool: 'make_video', currency: 'EUR' }),
  entry({ server: 'gone', model: 'm' }),
];
const config = {
  ...parseConfig({
    prices: { rates: { USD: 100 } },
    servers: {
      shop: {
        command: 'x',
        tools: { own: { paid: true, price: { models: { a: { credits: 1 }, b: { credits: 2 } } } } },
      },
    },
  }),
  priceEntries,
};
const tools = ['make_image', 'make_video', 'make_music', 'own', 'list_images'].map((name) => {
  return { server: 'shop', name, exposed: `shop_${name}`, definition: { name } };
});
const book = profileBook(config.servers, presets, undefined, pricesOf(config));
const rows = priceRows(tools, book, { staleDays: 90, now: Date.parse('2026-11-22') });

it('has a row for each price of each paid tool, and one for a tool that has none', () => {
  const shown = rows.map(({ tool, model, credits, stale, why }) => [tool, model, credits, stale, why]);
  expect(shown).toEqual([
    ['make_image', 'm high 512x512', 4, true, undefined],
    ['make_video', '', undefined, false, 'the config has no rate for EUR (prices.rates)'],
    ['make_music', undefined, undefined, false, undefined],
    ['own', 'a', 1, false, undefined],
    ['own', 'b', 2, false, undefined],
  ]);
});

it('finds tools without a price, stale prices and entries that price nothing', () => {
  const faults = priceFaults(rows, priceEntries, tools).map(({ code, facts }) => [
    code,
    facts['tool'] ?? facts['server'],
  ]);
  expect(faults).toEqual([
    ['unpriced', 'make_video'],
    ['unpriced', 'make_music'],
    ['stale', 'make_image'],
    ['unmatched', 'gone'],
  ]);
});

it('finds sources that contradict each other, for the same model, unit, size and quality', () => {
  const low = entry({ model: 'm', provider: 'x', amount: 0.001 });
  const high = entry({ model: 'm', provider: 'y', amount: 0.05 });
  expect(entriesApart([high, low])).toMatchObject([
    { code: 'apart', facts: { model: 'm', times: 50, lowSource: 'x', highSource: 'y' } },
  ]);
  expect(entriesApart([low, { ...high, amount: 0.049 }])).toEqual([]);
  expect(entriesApart([low, { ...high, unit: 'second' }, { ...high, when: { quality: 'high' } }])).toEqual([]);
});
