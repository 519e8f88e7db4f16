import { describe, expect, it } from 'vitest';
import { priceFactorSchema, priceSchema } from '../../src/model/price.js';

const problemsOf = (value: unknown): string[] => {
  const checked = priceFactorSchema.safeParse(value);
  return checked.success ? [] : checked.error.issues.map(({ message }) => message);
};

describe('a factor of a price', () => {
  it.each([
    { argument: 'seconds', atLeast: 6, times: 2 },
    { argument: 'audio', equals: true, times: 1.5 },
    { argument: 'options.quality', equals: 'high', times: 3 },
    { pixelsAbove: 1_048_576, times: 2 },
    { argument: 'mode', equals: 'relaxed', times: 0.5, lane: 'relaxed' },
    { argument: 'mode', equals: 'free', times: 0, lane: 'free' },
  ])('may read %j', (factor) => {
    expect(problemsOf(factor)).toEqual([]);
  });

  it.each([
    [{ argument: 'a', times: 2 }, 'exactly one of atLeast, equals and pixelsAbove'],
    [{ argument: 'a', atLeast: 1, equals: 1, times: 2 }, 'exactly one of atLeast, equals and pixelsAbove'],
    [{ argument: 'a', pixelsAbove: 10, times: 2 }, 'atLeast and equals need an argument, pixelsAbove has none'],
    [{ atLeast: 1, times: 2 }, 'atLeast and equals need an argument, pixelsAbove has none'],
    [{ argument: 'a', equals: 1, times: 0 }, 'only a lane may cost nothing'],
    [{ argument: 'a', atLeast: 1, times: 0.5, lane: 'relaxed' }, 'a lane is taken by an argument that equals a value'],
    [{ equals: true, times: 2 }, 'atLeast and equals need an argument, pixelsAbove has none'],
  ])('%j is told: %s', (factor, problem) => {
    expect(problemsOf(factor)).toEqual([problem]);
  });

  it.each([
    { argument: 'a', equals: 1, times: 2, lane: 'fast' },
    { argument: 'a', equals: 1, times: -1 },
    { pixelsAbove: 0, times: 2 },
    { argument: 'a', equals: 1, times: 2, unknown: 1 },
  ])('may not read %j', (factor) => {
    expect(problemsOf(factor)).not.toEqual([]);
  });
});

describe('a price', () => {
  it('is exact and by the call where nothing else is said', () => {
    expect(priceSchema.parse({ credits: 5 })).toEqual({
      unit: 'call',
      credits: 5,
      models: {},
      factors: [],
      outputsPerCall: 1,
      quality: 'exact',
      source: 'config',
    });
  });

  it.each([
    { credits: -1 },
    { unit: 'minute' },
    { credits: 1, perStarted: 0 },
    { outputsPerCall: 0 },
    { asOf: 'today' },
  ])('may not read %j', (price) => {
    expect(priceSchema.safeParse(price).success).toBe(false);
  });
});
