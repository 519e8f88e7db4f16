import { describe, expect, it } from 'vitest';
import { confusableWords } from '../../../src/prompt/words/confusable.js';
import { unreachable } from '../fixtures/reachable.js';

describe('confusableWords', () => {
  it('are in normal form', () => {
    expect(unreachable(confusableWords)).toEqual([]);
  });

  it('hold both words of a pair', () => {
    const pairs = ['angel angle', 'signs sings', 'striped stripped', 'desert dessert', 'brides birdes'];
    const whole = pairs.filter((pair) => pair.split(' ').every((word) => confusableWords.has(word)));
    expect(whole).toEqual(pairs.slice(0, 4));
  });
});
