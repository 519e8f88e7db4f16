import { describe, expect, it } from 'vitest';
import { slipBetween } from '../../src/prompt/slip.js';

describe('slipBetween', () => {
  it.each([
    ['sanding', 'standing', { kind: 'lost', at: 1, lookalikes: ['sanding'] }],
    ['striped', 'stripped', { kind: 'undoubled', at: 5, lookalikes: ['stripped'] }],
    ['angel', 'angle', { kind: 'swapped', at: 3, lookalikes: ['angel', 'angle'] }],
    ['able', 'amble', { kind: 'lost', at: 1, lookalikes: ['able'] }],
  ])('finds the one between %s and %s', (left, right, slip) => {
    expect(slipBetween(left, right)).toEqual(slip);
  });

  it('names the same words whichever comes first', () => {
    expect(slipBetween('standing', 'sanding')).toEqual(slipBetween('sanding', 'standing'));
    expect(slipBetween('angle', 'angel')?.lookalikes).toEqual(['angle', 'angel']);
  });

  it.each([
    ['balloon', 'balloon', 'the same word'],
    ['balloon', 'balloons', 'a letter more at the end'],
    ['walls', 'swalls', 'a letter more at the front'],
    ['grass', 'gras', 'a double letter at the end'],
    ['talking', 'tlakign', 'two slips'],
    ['owner', 'woner', 'the first letter moved'],
    ['house', 'horse', 'another letter'],
    ['tales', 'teals', 'letters that are no neighbours'],
    ['cat', 'cart', 'words too short'],
    ['otter', 'badgers', 'words that have nothing in common'],
  ])('finds none between %s and %s: %s', (left, right) => {
    expect(slipBetween(left, right)).toBeUndefined();
    expect(slipBetween(right, left)).toBeUndefined();
  });
});
