import { describe, expect, it } from 'vitest';
import { boosterPhrases, clauseBoosters, intensifiers } from '../../../src/prompt/words/boosters.js';
import { materialWords } from '../../../src/prompt/words/material.js';
import { repeated, unreachable } from '../fixtures/reachable.js';

describe('boosters', () => {
  it.each([boosterPhrases, clauseBoosters, intensifiers].map((list) => ({ list })))(
    'are in normal form',
    ({ list }) => {
      expect(unreachable(list)).toEqual([]);
      expect(repeated(list)).toEqual([]);
    },
  );

  it('are never words that change the picture', () => {
    const single = [...boosterPhrases, ...clauseBoosters, ...intensifiers].filter((phrase) => !phrase.includes(' '));
    expect(single.filter((word) => materialWords.has(word))).toEqual([]);
  });

  it('hold the usual ones', () => {
    expect(boosterPhrases).toEqual(expect.arrayContaining(['masterpiece', '8 k', 'best quality', 'highly detailed']));
  });
});
