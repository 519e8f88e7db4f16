import { describe, expect, it } from 'vitest';
import { slipBetween } from '../../../src/prompt/slip.js';
import { confusableWords } from '../../../src/prompt/words/confusable.js';
import { lookalikes } from '../../../src/prompt/words/lookalikes.js';
import { unreachable } from '../fixtures/reachable.js';

describe('lookalikes', () => {
  it('are in normal form, in the order of the alphabet, once each', () => {
    expect(unreachable(lookalikes)).toEqual([]);
    expect(lookalikes).toEqual([...new Set(lookalikes)].sort());
  });

  it.each([
    ['angel', 'angle'],
    ['signs', 'sings'],
    ['barely', 'barley'],
    ['staring', 'starring'],
    ['desert', 'dessert'],
    ['sanding', 'standing'],
    ['widow', 'window'],
    ['trough', 'through'],
  ])('hold what tells %s and %s apart', (left, right) => {
    const needed = slipBetween(left, right)?.lookalikes ?? [];
    expect(needed).not.toEqual([]);
    expect(needed.filter((word) => !lookalikes.includes(word))).toEqual([]);
  });

  it('hold no word that is only mistyped', () => {
    expect(lookalikes.filter((word) => ['birdes', 'toliet', 'umbrela', 'woooden'].includes(word))).toEqual([]);
  });

  it('are all confusable', () => {
    expect(lookalikes.filter((word) => !confusableWords.has(word))).toEqual([]);
  });
});
