import { describe, expect, it } from 'vitest';
import { isLike, listedPrices } from '../../src/ledger/listed-prices.js';
import { quoteOf } from '../../src/ledger/quote-of.js';
import { priceEntrySchema, type Rates } from '../../src/model/price-file.js';
import { profileSchema } from '../../src/model/profile.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { requestOf } from '../fixtures/rule-input.js';

const tool = { server: 'shop', preset: 'acme', tool: 'make_image' };
const profile = profileSchema.parse({ paid: true, arguments: { quality: 'quality' } });

/** What a call comes to in credits by a list, or why it comes to nothing. */
function said(
  entries: readonly object[],
  request: Partial<GenerationRequest> = {},
  rates: Rates = { USD: 100 },
): number | string {
  const read = entries.map((entry) =>
    priceEntrySchema.parse({ unit: 'image', currency: 'USD', source: 'a page', ...entry }),
  );
  const quote = quoteOf({ ...profile, listed: listedPrices(read, rates, tool) }, requestOf(request));
  return quote.status === 'unknown' ? quote.why : quote.upper / 1_000_000;
}

const one = { model: 'm', amount: 0.04 };
const ofM = { model: 'm' };

describe('a price out of the price list', () => {
  it.each<[string, object, Partial<GenerationRequest>, number | string]>([
    ['image', one, ofM, 4],
    ['call', { ...one, unit: 'call' }, { ...ofM, count: 3 }, 4],
    ['second', { ...one, unit: 'second' }, { ...ofM, seconds: 5 }, 20],
    ['pixel', { ...one, unit: 'pixel', amount: 4e-8 }, { ...ofM, width: 1000, height: 1000 }, 4],
    ['character', { ...one, unit: 'character', amount: 0.00018 }, { ...ofM, prompt: 'x'.repeat(500) }, 9],
    ['token', { ...one, unit: 'token' }, ofM, 'it is counted by tokens, which are known after the call only'],
  ])('is counted by %s in credits', (_, entry, request, expected) => {
    expect(said([entry], request)).toBe(expected);
  });

  it('is unknown, never zero, where the currency has no rate', () => {
    expect(said([{ ...one, currency: 'EUR' }], ofM)).toBe('the config has no rate for EUR (prices.rates)');
    expect(said([{ ...one, currency: 'EUR' }], ofM, {})).toContain('no rate for EUR');
  });

  it('is turned into credits by the rate of its server, else of its provider, else of all', () => {
    const entry = { ...one, provider: 'acme' };
    expect(said([entry], ofM, { USD: 100, acme: { USD: 50 } })).toBe(2);
    expect(said([entry], ofM, { USD: 100, acme: { USD: 50 }, shop: { USD: 25 } })).toBe(1);
    expect(said([{ ...one, currency: 'credits' }], ofM, {})).toBe(0.04);
  });

  it('takes an expression, a minimum and factors in the same currency', () => {
    const expression = { model: 'm', expression: 'steps > 20 ? 0.08 : 0.04' };
    expect(said([expression], { ...ofM, arguments: { steps: 30 } })).toBe(8);
    expect(said([expression], ofM)).toBe('argument steps is missing');
    expect(said([{ ...one, minimum: 0.1 }], ofM)).toBe(10);
    const factors = [{ argument: 'hd', equals: true, times: 2 }];
    expect(said([{ ...one, factors }], { ...ofM, arguments: { hd: true } })).toBe(8);
  });

  it('is out of range rather than wrong', () => {
    expect(said([{ ...one, unit: 'pixel', amount: 1e9 }], ofM)).toBe('its amount in credits is out of range');
  });

  it('is of another server or tool', () => {
    expect(said([{ ...one, server: 'other' }], ofM)).toBe('no price is known for this tool');
    expect(said([{ ...one, tool: 'make_video*' }], ofM)).toBe('no price is known for this tool');
  });
});

it.each([
  ['flux-pro', 'flux-pro', true],
  ['flux-pro', 'flux-*', true],
  ['flux-pro', '*-pro', true],
  ['a/flux-pro/x', '*flux*', true],
  ['flux-pro', 'flux', false],
  ['fluxxpro', 'flux.pro', false],
  ['flux-pro', '*', true],
])('%s is meant by %s: %s', (name, pattern, is) => {
  expect(isLike(name, pattern)).toBe(is);
});
