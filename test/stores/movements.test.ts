import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { endStateOf, endingOf, endingOfDraws, hasEnded } from '../../src/stores/movements.js';

const amount = fc.nat({ max: 1_000_000_000 });
const outcome = fc.constantFrom('succeeded', 'failed-billed', 'unbilled', 'unknown');

describe('the ending of a hold', () => {
  it('takes back exactly what was held and posts exactly what was paid', () => {
    fc.assert(
      fc.property(amount, amount, outcome, (held, paid, outcome) => {
        const postings = endingOf(held, { amount: paid, outcome });
        expect(postings.reduce((sum, posting) => sum + posting.heldDelta, held)).toBe(0);
        expect(postings.reduce((sum, posting) => sum + posting.spentDelta, 0)).toBe(paid);
      }),
    );
  });

  it('posts no more than what was held except as an overrun', () => {
    fc.assert(
      fc.property(amount, amount, outcome, (held, paid, outcome) => {
        for (const posting of endingOf(held, { amount: paid, outcome })) {
          if (posting.kind !== 'overrun') expect(posting.spentDelta).toBeLessThanOrEqual(held);
        }
      }),
    );
  });

  it('is a release when nothing was made and nothing was paid', () => {
    for (const outcome of ['unbilled', 'unknown'] as const) {
      expect(endingOf(50, { amount: 0, outcome })).toEqual([{ kind: 'release', heldDelta: -50, spentDelta: 0 }]);
      expect(endingOf(0, { amount: 0, outcome })).toEqual([{ kind: 'release', heldDelta: 0, spentDelta: 0 }]);
      expect(endStateOf({ amount: 0, outcome })).toBe('released');
    }
  });

  it('is a post of nothing when something was made for nothing', () => {
    expect(endingOf(50, { amount: 0, outcome: 'succeeded' })).toEqual([
      { kind: 'post', heldDelta: -50, spentDelta: 0 },
    ]);
    expect(endStateOf({ amount: 0, outcome: 'succeeded' })).toBe('posted');
  });

  it('is final when posted or released only', () => {
    const states = ['held', 'dispatched', 'in_doubt', 'posted', 'released'] as const;
    expect(states.filter(hasEnded)).toEqual(['posted', 'released']);
  });
});

describe('the end of what a take drew from grants', () => {
  const draws = [
    { id: 'soon', amount: 30 },
    { id: 'later', amount: 10 },
    { id: 'last', amount: 0 },
  ];
  const spent = (amount: number, outcome: 'succeeded' | 'unbilled' = 'succeeded') =>
    endingOfDraws(draws, { outcome, amount }).map(({ id, postings }) => [id, postings.map((line) => line.spentDelta)]);

  it('is paid in their order, and an overrun by the last', () => {
    expect(spent(35)).toEqual([
      ['soon', [30]],
      ['later', [5]],
    ]);
    expect(spent(45)).toEqual([
      ['soon', [30]],
      ['later', [10]],
      ['last', [0, 5]],
    ]);
  });

  it('gives everything back that was not billed', () => {
    expect(endingOfDraws(draws, { outcome: 'unbilled', amount: 0 })).toEqual([
      { id: 'soon', postings: [{ kind: 'release', heldDelta: -30, spentDelta: 0 }] },
      { id: 'later', postings: [{ kind: 'release', heldDelta: -10, spentDelta: 0 }] },
    ]);
    expect(endingOfDraws([], { outcome: 'succeeded', amount: 5 })).toEqual([]);
  });
});
