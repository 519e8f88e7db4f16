import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../src/ledger/quote-of.js';
import type { Rates } from '../../../src/model/price-file.js';
import { profileSchema } from '../../../src/model/profile.js';
import type { GenerationRequest } from '../../../src/model/request.js';
import { statedPrices } from '../../../src/upstreams/stated/stated-prices.js';
import { openBench, pictureTool } from '../../fixtures/gate-bench.js';
import { requestOf } from '../../fixtures/rule-input.js';

const at = { server: 'shop', tool: 'make_image' };

/** What a call comes to by what a definition states: status and credits, or why it comes to nothing. */
function said(definition: object, request: Partial<GenerationRequest> = {}, rates: Rates = { USD: 100 }): unknown[] {
  const stated = statedPrices(at, { name: 'make_image', ...definition }, rates);
  const quote = quoteOf({ ...profileSchema.parse({ paid: true }), stated }, requestOf(request));
  return quote.status === 'unknown' ? [quote.status, quote.why] : [quote.status, quote.upper / 1_000_000, quote.source];
}

describe('a price that a server states', () => {
  it.each<[string, object, Partial<GenerationRequest>, number]>([
    ['description', { description: 'Draws. Costs 5 credits per image.' }, { count: 3 }, 15],
    ['title', { title: 'Draw (5 credits)' }, {}, 5],
    ['argument', { inputSchema: { properties: { n: { description: 'How many; each costs 5 credits' } } } }, {}, 5],
    ['_meta', { _meta: { 'acme/price': { amount: 0.05, currency: 'USD', unit: 'image' } } }, { count: 2 }, 10],
    ['rate for each started block', { description: 'Costs 10 credits per 5 seconds' }, { seconds: 6 }, 20],
    ['rate for outputs together', { description: 'Costs 10 credits per 4 images' }, { count: 5 }, 20],
  ])('is an estimate out of its %s', (_, definition, request, credits) => {
    expect(said(definition, request)).toEqual(['estimate', credits, 'stated by the server']);
  });

  it('is a range where it says so, or where it says more than one thing', () => {
    expect(said({ description: 'Costs 2-4 credits.' })).toEqual(['range', 4, 'stated by the server']);
    expect(said({ description: 'Costs up to 10 credits.' })).toEqual(['range', 10, 'stated by the server']);
    const both = { description: 'Costs 9 credits per image.', _meta: { credits: 5 } };
    expect(said(both)).toEqual(['range', 9, 'stated by the server']);
  });

  it('is that of the model, where it tells models apart', () => {
    const price = [
      { model: 'fast', amount: 2, currency: 'credits' },
      { model: 'fine', amount: 8, currency: 'credits' },
    ];
    expect(said({ _meta: { price } }, { model: 'fast' })).toEqual(['estimate', 2, 'stated by the server']);
    expect(said({ _meta: { price } }, { model: undefined })).toEqual(['range', 8, 'stated by the server']);
    expect(said({ _meta: { price } }, { model: 'new' })[0]).toBe('unknown');
  });

  it('is in credits by the rates, those of the server first', () => {
    const dollars = { description: 'Costs $0.05 per image' };
    expect(said(dollars, {}, {})).toEqual(['unknown', 'the config has no rate for USD (prices.rates)']);
    expect(said(dollars, {}, { USD: 100, shop: { USD: 200 } })[1]).toBe(10);
    expect(said({ description: 'Costs 5 credits' }, {}, { shop: { credits: 3 } })[1]).toBe(15);
  });

  it.each([
    ['nothing is said', {}],
    ['zero is said', { description: 'Costs 0 credits.', _meta: { price: { amount: 0, currency: 'USD' } } }],
    ['it is called free', { description: 'Free of charge.', _meta: { price: 'free' } }],
    ['an amount is out of range', { description: 'Costs $999999999 per image, or 5 credits' }],
  ])('is unknown where %s', (_, definition) => {
    expect(said(definition)[0]).toBe('unknown');
  });

  it('is unknown where it comes to nothing for the call, or to what the call does not tell', () => {
    const speech = { description: 'Costs 1 credit per 1000 characters' };
    expect(said(speech, { prompt: '' })).toEqual(['unknown', 'the stated price comes to nothing for this call']);
    expect(said({ description: '2 credits per second' })).toEqual(['unknown', 'the length in seconds is not given']);
  });
});

describe('a call at a price that the server states', () => {
  const tool = pictureTool({ price: undefined });
  const stated = statedPrices(at, { description: 'Costs 5 credits per image' }, {});

  it('is no quick one: it wants a plan, and is held and paid at that price', async () => {
    const bench = await openBench({ tools: [{ ...tool, profile: { ...tool.profile, stated } }] });
    const fox = 'A red fox in fresh snow at dawn';
    expect(await bench.run(fox)).toMatchObject({
      kind: 'refused',
      verdict: { findings: [{ rule: 'plan-first' }], quote: { status: 'estimate', upper: 5_000_000 } },
    });
    const settled = await openBench({
      tools: [{ ...tool, profile: { ...tool.profile, stated } }],
      policy: { levels: { 'plan-first': 'off' } },
    });
    expect(await settled.run(fox)).toMatchObject({ kind: 'done', take: { state: 'posted', paid: 5_000_000 } });
  });
});
