import { describe, expect, it } from 'vitest';
import { usualReading } from '../../src/model/reading.js';
import { analyse } from '../../src/prompt/analyse.js';
import { featuresOf } from '../../src/prompt/features-of.js';

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
});
