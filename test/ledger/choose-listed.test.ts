import { describe, expect, it } from 'vitest';
import { chooseListed } from '../../src/ledger/choose-listed.js';
import { listedPrices } from '../../src/ledger/listed-prices.js';
import { quoteOf } from '../../src/ledger/quote-of.js';
import { priceEntrySchema } from '../../src/model/price-file.js';
import { profileSchema } from '../../src/model/profile.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { requestOf } from '../fixtures/rule-input.js';

const profile = profileSchema.parse({ paid: true, arguments: { quality: 'quality' } });
const tool = { server: 'shop', preset: 'acme', tool: 'make' };

function listed(entries: readonly object[]) {
  const read = entries.map((entry) =>
    priceEntrySchema.parse({ unit: 'call', currency: 'credits', source: 'a page', ...entry }),
  );
  return listedPrices(read, {}, tool);
}

/** The amounts of the entries that can hold. */
function chosen(entries: readonly object[], request: Partial<GenerationRequest>): unknown[] {
  return chooseListed(listed(entries), profile, requestOf(request)).map(({ price }) =>
    'why' in price ? price.why : price.credits,
  );
}

describe('the entry that holds for a call', () => {
  const models = [
    { model: 'flux-pro', amount: 1 },
    { model: 'flux-*', amount: 2 },
    { model: '*', amount: 3 },
    { tool: 'make', amount: 4, model: 'other' },
  ];

  it('is that of the exact model, before the longest pattern', () => {
    expect(chosen(models, { model: 'flux-pro' })).toEqual([1]);
    expect(chosen(models, { model: 'flux-dev' })).toEqual([2]);
    expect(chosen(models, { model: 'sd' })).toEqual([3]);
    expect(chosen([{ model: 'a', amount: 1 }], { model: 'b' })).toEqual([]);
  });

  it('is the one that names server and tool, before lists of a provider, before any other', () => {
    const places = [
      { model: 'm', amount: 1 },
      { model: 'm', amount: 2, provider: 'acme' },
      { server: 'shop', amount: 3 },
      { server: 'shop', tool: 'make', amount: 4 },
    ];
    expect(chosen(places, { model: 'm' })).toEqual([4]);
    expect(chosen(places.slice(0, 3), { model: 'm' })).toEqual([3]);
    expect(chosen(places.slice(0, 2), { model: 'm' })).toEqual([2]);
  });

  it('is open where several lists say something else, and the dearest is held', () => {
    const several = [
      { model: 'm', provider: 'x', amount: 1 },
      { model: 'm', provider: 'y', amount: 600 },
    ];
    expect(chosen(several, { model: 'm' })).toEqual([1, 600]);
    const quote = quoteOf({ ...profile, listed: listed(several) }, requestOf({ model: 'm' }));
    expect(quote).toMatchObject({ status: 'range', upper: 600_000_000 });
  });

  it('is any where the call names no model, but the one for all models where there is one', () => {
    const two = [
      { model: 'a', tool: 'make', amount: 1 },
      { model: 'b', tool: 'make', amount: 2 },
    ];
    expect(chosen(two, {})).toEqual([1, 2]);
    expect(chosen([...two, { tool: 'make', amount: 3 }], {})).toEqual([3]);
    expect(chosen([...two, { tool: 'make', amount: 3 }], { model: 'c' })).toEqual([3]);
  });

  it('goes by quality and size, and stays open where the call does not say', () => {
    const sizes = [
      { model: 'm', amount: 1 },
      { model: 'm', amount: 2, when: { quality: 'low', size: '1024x1024' } },
      { model: 'm', amount: 3, when: { quality: 'high', size: '1024x1024' } },
      { model: 'm', amount: 4, when: { quality: 'high', size: '1024x1536' } },
    ];
    const square = { model: 'm', width: 1024, height: 1024 };
    expect(chosen(sizes, { ...square, arguments: { quality: 'high' } })).toEqual([3]);
    expect(chosen(sizes, square)).toEqual([1, 2, 3]);
    expect(chosen(sizes, { ...square, height: 512 })).toEqual([1]);
    expect(chosen(sizes, { model: 'm', arguments: { quality: 'high' } })).toEqual([1, 3, 4]);
  });

  it('makes the whole call unknown where one that can hold has no price in credits', () => {
    const entries = [
      { model: 'a', tool: 'make', amount: 1 },
      { model: 'b', tool: 'make', amount: 2, currency: 'EUR' },
    ];
    const quote = quoteOf({ ...profile, listed: listed(entries) }, requestOf({}));
    expect(quote).toMatchObject({ status: 'unknown', why: 'the config has no rate for EUR (prices.rates)' });
    const other = quoteOf({ ...profile, listed: listed(entries) }, requestOf({ model: 'c' }));
    expect(other).toMatchObject({ status: 'unknown', why: 'no price for model "c"' });
  });

  it('never goes before a price of the profile itself', () => {
    const own = profileSchema.parse({ paid: true, price: { credits: 9 } });
    expect(quoteOf({ ...own, listed: listed([{ tool: 'make', amount: 1 }]) }, requestOf())).toMatchObject({
      upper: 9_000_000,
    });
  });
});
