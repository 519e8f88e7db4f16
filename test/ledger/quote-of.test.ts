import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { toMicro } from '../../src/model/credits.js';
import type { PriceInput } from '../../src/model/price.js';
import { profileSchema } from '../../src/model/profile.js';
import type { Quote } from '../../src/model/quote.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { quoteOf } from '../../src/ledger/quote-of.js';
import { requestOf } from '../fixtures/rule-input.js';

function quote(price: PriceInput, request: Partial<GenerationRequest> = {}): Quote {
  return quoteOf(profileSchema.parse({ paid: true, price }), requestOf(request));
}

/** The amount in credits, or the reason why there is none. */
function said(price: PriceInput, request: Partial<GenerationRequest> = {}): number | string {
  const made = quote(price, request);
  return made.status === 'unknown' ? made.why : made.upper / 1_000_000;
}

describe('a quote', () => {
  it('is unknown, and never zero, without a price', () => {
    expect(quoteOf(profileSchema.parse({ paid: true }), requestOf())).toEqual({
      status: 'unknown',
      source: 'none',
      why: 'no price is known for this tool',
    });
  });

  it('says where and when its price was read, and how sure it is', () => {
    const price: PriceInput = { credits: 0.1, source: 'a page', asOf: '2026-11-22' };
    const expected = { status: 'exact', amount: 100_000, upper: 100_000, source: 'a page', asOf: '2026-11-22' };
    expect(quote(price)).toEqual(expected);
    expect(quote({ ...price, quality: 'estimate' })).toEqual({ ...expected, status: 'estimate' });
  });

  it.each<[string, PriceInput, Partial<GenerationRequest>, number | string]>([
    ['a call, whatever comes out', { credits: 5 }, { count: 4 }, 5],
    ['an output', { credits: 5, unit: 'output' }, { count: 4 }, 20],
    ['a grid of four for the price of one', { credits: 5, unit: 'output', outputsPerCall: 4 }, { count: 4 }, 5],
    ['a started grid', { credits: 5, unit: 'output', outputsPerCall: 4 }, { count: 5 }, 10],
    ['a job for each combination', { credits: 5 }, { count: 6, combinations: 3 }, 15],
    ['the versions of each combination', { credits: 5, unit: 'output' }, { count: 6, combinations: 3 }, 30],
    ['a grid for each', { credits: 5, unit: 'output', outputsPerCall: 4 }, { count: 3, combinations: 3 }, 15],
    [
      'a lane that costs nothing',
      { credits: 5, factors: [{ argument: 'mode', equals: 'relaxed', times: 0, lane: 'relaxed' }] },
      { arguments: { mode: 'relaxed' } },
      0,
    ],
    [
      'a lane that was not taken',
      { credits: 5, factors: [{ argument: 'mode', equals: 'relaxed', times: 0, lane: 'relaxed' }] },
      {},
      5,
    ],
    ['a second', { credits: 2, unit: 'second' }, { seconds: 7.5 }, 15],
    ['a second of several outputs', { credits: 2, unit: 'second' }, { seconds: 5, count: 2 }, 20],
    ['started blocks of five seconds', { credits: 10, unit: 'second', perStarted: 5 }, { seconds: 5.1 }, 20],
    ['exactly one block of five seconds', { credits: 10, unit: 'second', perStarted: 5 }, { seconds: 5 }, 10],
    ['a length that is not given', { credits: 2, unit: 'second' }, {}, 'the length in seconds is not given'],
    ['a megapixel', { credits: 3, unit: 'megapixel' }, { width: 1000, height: 2000 }, 6],
    ['started megapixels', { credits: 3, unit: 'megapixel', perStarted: 1 }, { width: 1024, height: 1024 }, 6],
    ['a size that is not given', { credits: 3, unit: 'megapixel' }, { width: 1000 }, 'the size is not given'],
    ['1,000 characters', { credits: 8, unit: '1k-characters' }, { prompt: 'x'.repeat(500) }, 4],
    [
      'started 1,000 characters',
      { credits: 8, unit: '1k-characters', perStarted: 1 },
      { prompt: 'x'.repeat(1001) },
      16,
    ],
    ['exactly 1,000 characters', { credits: 8, unit: '1k-characters', perStarted: 1 }, { prompt: 'x'.repeat(1000) }, 8],
    ['one block at least', { credits: 8, unit: '1k-characters', perStarted: 1 }, { prompt: '' }, 8],
  ])('counts by %s', (_, price, request, expected) => {
    expect(said(price, request)).toBe(expected);
  });

  it.each([0.1, 0.29, 0.07, 1.1, 33.33])('of %d credits for three outputs is exact', (credits) => {
    const made = quote({ credits, unit: 'output' }, { count: 3 });
    expect(made).toMatchObject({ amount: (toMicro(credits) ?? 0) * 3 });
  });

  it('is rounded up to a whole micro-credit, never down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 300_000 }), (micro, ms) => {
        const made = quote({ credits: micro / 1_000_000, unit: 'second' }, { seconds: ms / 1000 });
        const exact = (BigInt(micro) * BigInt(ms) + 999n) / 1000n;
        expect(made).toMatchObject({ upper: Number(exact) });
      }),
    );
  });

  it.each<[string, PriceInput, Partial<GenerationRequest>]>([
    ['the price', { credits: 1e9, unit: 'output' }, { count: 1000 * 1000 }],
    ['a factor', { credits: 1e9, factors: [{ argument: 'a', equals: 1, times: 1e9 }] }, { arguments: { a: 1 } }],
  ])('is unknown when %s leaves the range of exact amounts', (_, price, request) => {
    expect(said(price, request)).toBe('the amount is out of range');
  });
});

describe('the price of a model', () => {
  const models = { cheap: { credits: 5 }, dear: { credits: 50 } };

  it.each<[string, PriceInput, string | undefined, string, number | string]>([
    ['listed', { models }, 'cheap', 'exact', 5],
    ['listed, before the tool’s own', { credits: 9, models }, 'dear', 'exact', 50],
    ['not listed, at the tool’s own', { credits: 9, models }, 'other', 'exact', 9],
    ['not listed, without one of the tool’s own', { models }, 'other', 'unknown', 'no price for model "other"'],
    ['not named, at the tool’s own', { credits: 9, models }, undefined, 'exact', 9],
    ['not named: the dearest stands in', { models }, undefined, 'range', 50],
    ['not named, and none listed', { models: {} }, undefined, 'unknown', 'no price for model ""'],
  ])('that is %s', (_, price, model, status, expected) => {
    expect(quote(price, { model }).status).toBe(status);
    expect(said(price, { model })).toBe(expected);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('called %s is none', (model) => {
    expect(said({ models }, { model })).toBe(`no price for model "${model}"`);
  });

  it('may be nothing, which is known', () => {
    expect(quote({ models: { free: { credits: 0 } } }, { model: 'free' })).toMatchObject({
      status: 'exact',
      amount: 0,
    });
  });
});

describe('a price for some of the calls of a tool', () => {
  const price: PriceInput = { credits: 5, when: { endpoint: ['create', 'make'], 'of.owner': ['acme'] } };

  it('is the price of those', () => {
    expect(said(price, { arguments: { endpoint: 'make', of: { owner: 'acme' } } })).toBe(5);
  });

  it.each([
    [{}, 'endpoint'],
    [{ endpoint: 'train', of: { owner: 'acme' } }, 'endpoint'],
    [{ endpoint: ['make'], of: { owner: 'acme' } }, 'endpoint'],
    [{ endpoint: 'make' }, 'of.owner'],
    [{ endpoint: 'make', of: { owner: 'other' } }, 'of.owner'],
  ])('leaves %j without one, for its %s', (args, path) => {
    expect(said(price, { arguments: args })).toBe(`no price for a call with this ${path}`);
  });
});

describe('a factor', () => {
  it.each<[string | undefined, number]>([
    ['old', 12],
    ['new', 4],
    [undefined, 12],
  ])('for some models counts for them, and where none is named (%s)', (model, credits) => {
    const factors: PriceInput['factors'] = [{ argument: 'mode', equals: 'pro', times: 3, models: ['old'] }];
    const price: PriceInput = { models: { old: { credits: 4 }, new: { credits: 4 } }, factors };
    expect(said(price, { model, arguments: { mode: 'pro' } })).toBe(credits);
  });

  const factors: PriceInput['factors'] = [
    { argument: 'seconds', atLeast: 6, times: 2 },
    { argument: 'options.audio', equals: true, times: 1.5 },
  ];

  const silent = { options: { audio: false } };

  it.each<[Record<string, unknown>, number]>([
    [{ seconds: 5.9, ...silent }, 10],
    [{ seconds: 6, ...silent }, 20],
    [{ seconds: '6', ...silent }, 20],
    [{ seconds: ' 10s', ...silent }, 20],
    [{ seconds: '5', ...silent }, 10],
    [{ seconds: 1, options: { audio: true } }, 15],
    [{ seconds: 1, options: { audio: 'true' } }, 10],
    [{ seconds: 8, options: { audio: true } }, 30],
  ])('applies to the arguments %j or not: %d credits', (args, expected) => {
    expect(said({ credits: 10, factors }, { arguments: args })).toBe(expected);
    expect(quote({ credits: 10, factors }, { arguments: args }).status).toBe('exact');
  });

  it.each<[Record<string, unknown>, number]>([
    [{}, 30],
    [{ seconds: 'long', ...silent }, 20],
    [{ seconds: 1, 'options.audio': true }, 15],
  ])(
    'that would make a call dearer is assumed where the arguments %j do not tell: up to %d credits',
    (args, expected) => {
      expect(said({ credits: 10, factors }, { arguments: args })).toBe(expected);
      expect(quote({ credits: 10, factors }, { arguments: args }).status).toBe('range');
    },
  );

  it('that would make a call cheaper is not', () => {
    const half: PriceInput['factors'] = [{ argument: 'draft', equals: true, times: 0.5 }];
    expect(said({ credits: 10, factors: half }, { arguments: {} })).toBe(10);
  });

  it.each<[Partial<GenerationRequest>, string, number]>([
    [{ width: 1024, height: 1024 }, 'exact', 10],
    [{ width: 1025, height: 1024 }, 'exact', 20],
    [{ width: 2048, height: 512 }, 'exact', 10],
    [{ width: 2048, height: 520 }, 'exact', 20],
    [{ width: 512 }, 'range', 20],
    [{}, 'range', 20],
  ])('on more than 1024 × 1024 pixels sees %j, and takes an unknown size for a large one', (size, status, expected) => {
    const price: PriceInput = { credits: 10, factors: [{ pixelsAbove: 1024 * 1024, times: 2 }] };
    expect(quote(price, size).status).toBe(status);
    expect(said(price, size)).toBe(expected);
  });

  it('that would make it cheaper is not assumed', () => {
    const price: PriceInput = { credits: 10, factors: [{ pixelsAbove: 100, times: 0.5 }] };
    expect(quote(price)).toMatchObject({ status: 'exact', amount: 10_000_000 });
  });
});
