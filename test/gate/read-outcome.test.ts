import { describe, expect, it } from 'vitest';
import { readOutcome } from '../../src/gate/read-outcome.js';
import type { JsonObject } from '../../src/model/json.js';
import { profileSchema } from '../../src/model/profile.js';
import type { Quote } from '../../src/model/quote.js';
import { priceOf, unknownPrice } from '../fixtures/rule-input.js';

const telling = profileSchema.parse({ paid: true, outcome: { credits: '_meta.cost.credits', billed: 'billed' } });
const silent = profileSchema.parse({ paid: true });
const cost = (credits: unknown): JsonObject => ({ _meta: { cost: { credits } } });
const estimate: Quote = { status: 'estimate', amount: 10_000_000, upper: 12_000_000, source: 'book' };

describe('a success', () => {
  it.each<[string, Quote, JsonObject, object]>([
    ['without a figure costs what the book says', priceOf(10), {}, { amount: 10_000_000, costSource: 'book' }],
    ['costs what the provider says', priceOf(10), cost(10), { amount: 10_000_000, costSource: 'provider' }],
    ['may cost more than quoted', priceOf(10), cost(12.5), { amount: 12_500_000, costSource: 'provider' }],
    [
      'never costs less than an exact price, and that is flagged',
      priceOf(10),
      cost(0),
      { amount: 10_000_000, costSource: 'book', flagged: 0 },
    ],
    ['may cost less than an estimate', estimate, cost(3), { amount: 3_000_000, costSource: 'provider' }],
    [
      'of unknown price costs what the provider says',
      unknownPrice,
      cost(3),
      { amount: 3_000_000, costSource: 'provider' },
    ],
    ['of unknown price without a figure has no amount', unknownPrice, {}, { amount: undefined }],
    ['with a figure as text goes by the book', priceOf(10), cost('3'), { amount: 10_000_000, costSource: 'book' }],
    ['with a negative figure goes by the book', priceOf(10), cost(-3), { amount: 10_000_000, costSource: 'book' }],
  ])('%s', (_, quote, result, expected) => {
    expect(readOutcome(telling, quote, result)).toMatchObject({ outcome: 'succeeded', ...expected });
  });

  it('of a tool that never tells its cost goes by the book', () => {
    expect(readOutcome(silent, priceOf(10), cost(3))).toMatchObject({ amount: 10_000_000, costSource: 'book' });
  });
});

describe('an error', () => {
  const error = (more: JsonObject = {}): JsonObject => ({ isError: true, ...more });

  it('is unbilled only when the provider says so', () => {
    expect(readOutcome(telling, priceOf(10), error({ billed: false }))).toEqual({
      outcome: 'unbilled',
      amount: 0,
      costSource: 'provider',
    });
  });

  it('that was billed costs its price all the same', () => {
    const read = readOutcome(telling, priceOf(10), error({ billed: true }));
    expect(read).toEqual({ outcome: 'failed-billed', amount: 10_000_000, costSource: 'book' });
  });

  it.each([{}, { billed: 'no' }, { billed: null }, { billed: 0 }])('that only says %j is in doubt', (more) => {
    expect(readOutcome(telling, priceOf(10), error(more))).toMatchObject({ outcome: 'unknown' });
    expect(readOutcome(telling, priceOf(10), error(more)).amount).toBeUndefined();
  });

  it.each([
    'Input validation error: Invalid arguments for tool draw: count: expected number',
    'MCP error -32602: Input validation error: Invalid arguments for tool draw',
  ])('with which a library refuses the arguments is unbilled: %s', (text) => {
    const refused = error({ content: [{ type: 'text', text }] });
    expect(readOutcome(silent, priceOf(10), refused)).toMatchObject({ outcome: 'unbilled', amount: 0 });
    expect(readOutcome(telling, priceOf(10), { ...refused, billed: true }).outcome).toBe('failed-billed');
    expect(readOutcome(silent, priceOf(10), { ...refused, isError: false }).outcome).toBe('succeeded');
  });

  it('of a tool that never tells is in doubt', () => {
    expect(readOutcome(silent, priceOf(10), error({ billed: false })).outcome).toBe('unknown');
  });
});

describe('a failure that is told in plain text', () => {
  const words = { failedText: ['Failed to draw'], unbilledText: ['Failed to draw: API Error'] };
  const told = profileSchema.parse({ paid: true, outcome: words });
  const saying = (...texts: string[]): JsonObject => ({ content: texts.map((text) => ({ type: 'text', text })) });

  it('is in doubt, or unbilled where the words say so', () => {
    expect(readOutcome(told, priceOf(10), saying('Failed to draw: disk full'))).toEqual({
      outcome: 'unknown',
      costSource: 'book',
    });
    expect(readOutcome(told, priceOf(10), saying('\n Failed to draw: API Error: no balance'))).toEqual({
      outcome: 'unbilled',
      amount: 0,
      costSource: 'provider',
    });
  });

  it.each([
    ['further inside', told, saying('Made. Failed to draw a second one.')],
    ['in a later text', told, saying('Success', 'Failed to draw: a joke')],
    ['of a server that is not known for it', silent, saying('Failed to draw')],
  ])('is none %s', (_, profile, result) => {
    expect(readOutcome(profile, priceOf(10), result)).toMatchObject({ outcome: 'succeeded', amount: 10_000_000 });
  });
});

describe('an answer that only its words give away', () => {
  const text = (words: string, more: JsonObject = {}): JsonObject => ({
    content: [{ type: 'text', text: words }],
    ...more,
  });
  const worded = profileSchema.parse({ paid: true, outcome: { failedText: ['Error:'], unbilledText: ['Rejected:'] } });

  it.each([
    ['Error: out of memory', 'unknown'],
    ['  Rejected: not allowed', 'unbilled'],
    ['Here it is. Error: none', 'succeeded'],
  ])('%s is %s', (words, outcome) => {
    expect(readOutcome(worded, priceOf(10), text(words)).outcome).toBe(outcome);
  });

  it.each([
    ['Input validation error: Invalid arguments for tool make', true, 'unbilled'],
    ['MCP error -32602: Input validation error: count', true, 'unbilled'],
    ['Input validation error: Invalid arguments for tool make', false, 'succeeded'],
  ])('%s (an error: %s) is %s: a refusal before anything ran', (words, isError, outcome) => {
    expect(readOutcome(silent, priceOf(10), text(words, { isError })).outcome).toBe(outcome);
  });

  it('is billed all the same when the provider says that it is', () => {
    const answer = text('Input validation error: late', { isError: true, billed: true });
    expect(readOutcome(telling, priceOf(10), answer).outcome).toBe('failed-billed');
    const both = profileSchema.parse({ paid: true, outcome: { billed: 'billed', unbilledText: ['Rejected:'] } });
    expect(readOutcome(both, priceOf(10), text('Rejected: late', { billed: true })).outcome).toBe('failed-billed');
    expect(readOutcome(both, priceOf(10), text('Rejected: early', { billed: false })).outcome).toBe('unbilled');
  });
});

describe('a failure that shows in a field', () => {
  const signed = profileSchema.parse({
    paid: true,
    outcome: {
      failedWhen: [{ at: 'structuredContent.status', values: ['FAILED', 'cancelled'] }],
      billedWhen: [{ at: { json: 'error.code' }, values: ['moderated'] }],
      unbilledWhen: [{ at: { json: 'error.code' }, values: ['rejected', 402] }],
    },
  });
  const coded = (code: unknown) => ({ content: [{ type: 'text', text: JSON.stringify({ error: { code } }) }] });

  it.each<[string, JsonObject, string]>([
    ['a state of failure', { structuredContent: { status: 'failed' } }, 'unknown'],
    ['a code that is billed', coded('moderated'), 'failed-billed'],
    ['a code that is not billed', coded('rejected'), 'unbilled'],
    ['a number that is not billed', coded(402), 'unbilled'],
    ['another code', coded('none'), 'succeeded'],
  ])('is read from %s', (_, answer, outcome) => {
    expect(readOutcome(signed, priceOf(10), answer).outcome).toBe(outcome);
  });
});
