import { describe, expect, it } from 'vitest';
import { rootOf } from '../../src/prompt/root.js';
import { isSynonym, meanings } from '../../src/prompt/synonym.js';

describe('the root of a word', () => {
  it.each([
    ['car', 'automobile'],
    ['cars', 'automobile'],
    ['talks', 'speaking'],
    ['otter', 'otters'],
    ['glimmers', 'glimmering'],
    ['no:car', 'no:automobile'],
  ])('is shared by %s and %s', (one, other) => {
    expect(rootOf(one)).toBe(rootOf(other));
  });

  it.each([
    ['otter', 'badger'],
    ['car', 'no:car'],
    ['red', 'ring'],
  ])('tells %s from %s', (one, other) => {
    expect(rootOf(one)).not.toBe(rootOf(other));
  });

  it('is the same for all words that mean the same', () => {
    const words = [...meanings().keys()];
    const apart = words.flatMap((one) =>
      words.filter((other) => one < other && rootOf(one) !== rootOf(other) && isSynonym(one, other)),
    );
    expect(apart).toEqual([]);
  });
});
