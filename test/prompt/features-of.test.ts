import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { featuresOf, featuresOfTake, readingOf } from '../../src/prompt/features-of.js';

describe('featuresOf', () => {
  it('gives what analyse gives', () => {
    expect(featuresOf('a pier', 'boats')).toEqual(analyse({ prompt: 'a pier', negativePrompt: 'boats' }));
  });

  it('remembers what it analysed', () => {
    expect(featuresOf('a pier in fog')).toBe(featuresOf('a pier in fog'));
    expect(featuresOf('a pier in fog')).not.toBe(featuresOf('a pier in fog', 'boats'));
  });

  it('keeps no prompt of great length', () => {
    const long = 'pier '.repeat(20_000);
    expect(featuresOf(long)).not.toBe(featuresOf(long));
    expect(featuresOf(long).key).toBe(featuresOf(long).key);
  });

  it('uses what was stored with a take, as long as this reader made it', () => {
    const reading = readingOf('a pier', 'boats');
    const take = { prompt: 'a pier', negativePrompt: 'boats' };
    expect(featuresOfTake({ ...take, reading })).toBe(reading.features);
    const old = { reader: 1, features: { ...reading.features, key: 'old' } };
    expect(featuresOfTake({ ...take, reading: old })).toEqual(reading.features);
    expect(featuresOfTake(take)).toEqual(reading.features);
  });
});
