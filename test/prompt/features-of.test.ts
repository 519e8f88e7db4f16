import { describe, expect, it } from 'vitest';
import { usualReading } from '../../src/model/reading.js';
import { analyse } from '../../src/prompt/analyse.js';
import { featuresOf, featuresOfTake, readerOf, readingOf } from '../../src/prompt/features-of.js';

describe('featuresOf', () => {
  it('gives what analyse gives', () => {
    expect(featuresOf('a pier', 'boats')).toEqual(analyse({ prompt: 'a pier', negativePrompt: 'boats' }));
  });

  it('remembers what it analysed', () => {
    expect(featuresOf('a pier in fog')).toBe(featuresOf('a pier in fog'));
    expect(featuresOf('a pier in fog')).not.toBe(featuresOf('a pier in fog', 'boats'));
  });

  it('does not take one reading for another', () => {
    const reading = { ...usualReading, boosters: ['foggy'] };
    expect(featuresOf('a foggy pier').key).toBe('foggy pier');
    expect(featuresOf('a foggy pier', '', reading).key).toBe('pier');
    expect(featuresOf('a foggy pier', 'boats', reading).key).toBe('pier | --no boats');
    expect(featuresOf('a foggy pier').key).toBe('foggy pier');
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

  it('reads a take again that was stored under another reading', () => {
    const reading = { ...usualReading, boosters: ['foggy'] };
    const stored = { prompt: 'a foggy pier', negativePrompt: '', reading: readingOf('a foggy pier', '') };
    expect(featuresOfTake(stored)).toBe(stored.reading.features);
    expect(featuresOfTake(stored, reading).key).toBe('pier');
    expect(featuresOfTake(stored, { ...usualReading, weightStep: 1 })).toBe(stored.reading.features);
    const own = { ...stored, reading: readingOf('a foggy pier', '', reading) };
    expect(featuresOfTake(own, { ...reading })).toBe(own.reading.features);
    expect(readerOf(reading)).not.toBe(readerOf(usualReading));
  });
});
