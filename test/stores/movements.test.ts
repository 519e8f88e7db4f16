import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endStateOf, endingOf, hasEnded } from '../../src/stores/movements.js';

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
