import { describe, expect, it } from 'vitest';
import { emptyWords } from '../../../src/prompt/words/grammar.js';
import { numberWords } from '../../../src/prompt/words/numbers.js';
import { unreachable } from '../fixtures/reachable.js';

describe('numberWords', () => {
  it('are in normal form, and stand for digits', () => {
    expect(unreachable(numberWords.keys())).toEqual([]);
    expect([...numberWords.values()].filter((digits) => !/^\d+$/.test(digits))).toEqual([]);
  });

  it('are no articles', () => {
    expect([...numberWords.keys()].filter((word) => emptyWords.has(word))).toEqual([]);
  });

  it.each([
    ['two', '2'],
    ['twelve', '12'],
    ['dozen', '12'],
    ['zwei', '2'],
    ['trois', '3'],
    ['две', '2'],
  ])('%s is %s', (word, digits) => {
    expect(numberWords.get(word)).toBe(digits);
  });
});
