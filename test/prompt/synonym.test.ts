import { describe, expect, it } from 'vitest';
import { isSynonym } from '../../src/prompt/synonym.js';

describe('a synonym', () => {
  it.each([
    ['car', 'automobile'],
    ['cars', 'automobiles'],
    ['children', 'kids'],
    ['people', 'individuals'],
    ['talks', 'speaks'],
    ['talks', 'speaking'],
    ['gripped', 'clutched'],
    ['distant', 'faraway'],
    ['softly', 'gently'],
    ['mailbox', 'letterbox'],
    ['emerges', 'appears'],
  ])('%s for %s, both ways', (left, right) => {
    expect([isSynonym(left, right), isSynonym(right, left)]).toEqual([true, true]);
  });

  it.each([
    ['of another number', 'car', 'automobiles'],
    ['of another time', 'talks', 'spoke'],
    ['of another size', 'big', 'huge'],
    ['of another kind', 'car', 'truck'],
    ['of another sex', 'boy', 'girl'],
    ['that means the opposite', 'over', 'under'],
    ['that nobody knows', 'blorp', 'florp'],
  ])('is no word %s: %s, %s', (_, left, right) => {
    expect([isSynonym(left, right), isSynonym(right, left)]).toEqual([false, false]);
  });
});
