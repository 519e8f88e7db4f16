import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingOf, hasEnded } from '../../src/stores/movements.js';

const amount = fc.nat({ max: 1_000_000_000 });

describe('the ending of a hold', () => {
  it('takes back exactly what was held and posts exactly what was paid', () => {
    fc.assert(
      fc.property(amount, amount, (held, paid) => {
        const postings = endingOf(held, paid);
        expect(postings.reduce((sum, posting) => sum + posting.heldDelta, held)).toBe(0);
        expect(postings.reduce((sum, posting) => sum + posting.spentDelta, 0)).toBe(paid);
      }),
    );
  });

  it('posts no more than what was held except as an overrun', () => {
    fc.assert(
      fc.property(amount, amount, (held, paid) => {
        for (const posting of endingOf(held, paid)) {
          if (posting.kind !== 'overrun') expect(posting.spentDelta).toBeLessThanOrEqual(held);
        }
      }),
    );
  });

  it('is a release when nothing was paid', () => {
    expect(endingOf(50, 0)).toEqual([{ kind: 'release', heldDelta: -50, spentDelta: 0 }]);
    expect(endingOf(0, 0)).toEqual([{ kind: 'release', heldDelta: 0, spentDelta: 0 }]);
  });

  it('is final when posted or released only', () => {
    const states = ['held', 'dispatched', 'in_doubt', 'posted', 'released'] as const;
    expect(states.filter(hasEnded)).toEqual(['posted', 'released']);
  });
});
