import { describe, expect, it } from 'vitest';
import { readPriceMeta } from '../../../src/upstreams/stated/read-price-meta.js';

const read = (meta: unknown): string[] =>
  readPriceMeta(meta).map(({ least, most, currency, unit, model }) =>
    [
      least === undefined ? '' : `${String(least)}-`,
      most,
      ` ${currency}/${unit}`,
      model === undefined ? '' : ` ${model}`,
    ].join(''),
  );

describe('a price in _meta', () => {
  it.each([
    [{ price: { amount: 0.04, currency: 'USD', unit: 'image' } }, ['0.04 USD/output']],
    [{ 'com.acme/cost': { value: '5', currency: 'credits', per: 'second' } }, ['5 credits/second']],
    [{ 'acme.dev/pricing': { usd: 0.3, unit: 'per 1k characters' } }, ['0.3 USD/1k-characters']],
    [{ credits: 5 }, ['5 credits/output']],
    [{ creditsPerSecond: 2 }, ['2 credits/second']],
    [{ cost_usd_per_image: 0.04 }, ['0.04 USD/output']],
    [{ pricePerImage: '$0.04' }, ['0.04 USD/output']],
    [{ acme: { billing: { price: '5 credits per call' } } }, ['5 credits/call']],
    [{ price: { credits: 5, unit: 'call' } }, ['5 credits/call']],
    [{ cost: { min: 2, max: 4, currency: 'credits' } }, ['2-4 credits/output']],
    [
      {
        pricing: [
          { model: 'fast', amount: 2, currency: 'credits' },
          { model: 'fine', amount: 8, currency: 'credits' },
        ],
      },
      ['2 credits/output fast', '8 credits/output fine'],
    ],
  ])('is read: %j', (meta, expected) => {
    expect(read(meta)).toEqual(expected);
  });

  it.each([
    ['a number in no currency', { price: 5 }],
    ['a currency that nobody writes so', { price: { amount: 5, currency: 'COINS' } }],
    ['what may make it dearer', { price: { amount: 5, currency: 'credits', multiplier: 3 } }],
    ['an amount and a range', { price: { amount: 5, min: 1, max: 9, currency: 'credits' } }],
    ['an amount below zero', { price: { amount: -5, currency: 'credits' } }],
    ['zero', { price: { amount: 0, currency: 'credits', unit: 'image' }, credits: 0 }],
    ['a word', { price: 'free' }],
    ['tokens', { price: { amount: 5, currency: 'USD', unit: '1M tokens' } }],
    ['a balance', { creditsRemaining: 5, credits_balance: 7, maxCredits: 3 }],
    ['something else', { version: 5, title: '5 credits per image' }],
    ['one beside another that cannot be read', { price: { amount: 5, currency: 'credits' }, cost: { base: 9 } }],
    ['no object', 'price: 5 credits'],
  ])('is none where there is %s', (_, meta) => {
    expect(read(meta)).toEqual([]);
  });

  it('says under which key it stands', () => {
    expect(readPriceMeta({ 'acme/price': '5 credits per image' })[0]?.words).toBe(
      '_meta acme/price: 5 credits per image',
    );
  });
});
