import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { isWholeAsItIs } from '../../src/prompt/whole-as-it-is.js';

const isWhole = (prompt: string, kind: 'image' | 'video' = 'image'): boolean => {
  const features = analyse({ prompt });
  return isWholeAsItIs(features, features.words, kind);
};

describe('a prompt that is good as it is', () => {
  it.each([
    ...['logo for a bakery', 'remove the lamp post', 'poster that says "SALE"', 'hand lettering, good morning'],
    ...['a mug on white', 'a mug, transparent background', 'a mug on a plain grey backdrop', 'mug packshot'],
    ...['pencil sketch of a lighthouse', 'line art of a hand'],
  ])('is "%s"', (prompt) => {
    expect(isWhole(prompt)).toBe(true);
  });

  it.each([
    ...['a cat', 'white background', 'a sketch', 'a mug on white sand at the sea', 'a black cat on black rocks'],
    'a very long line about a harbor with boats, nets, gulls, men and crates in the fog, and "SALE" on a wall',
  ])('is not "%s"', (prompt) => {
    expect(isWhole(prompt)).toBe(false);
  });

  it('is a mark or an order only, where a film is asked for', () => {
    expect([isWhole('a spinning logo', 'video'), isWhole('a mug on white', 'video')]).toEqual([true, false]);
  });
});
