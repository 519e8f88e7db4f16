import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { foldBalances } from '../../src/ledger/balance.js';

const movement = fc.record({
  account: fc.constantFrom('a', 'b', 'c'),
  heldDelta: fc.integer(),
  spentDelta: fc.integer(),
});

describe('the fold of ledger entries', () => {
  it('knows no account before its first entry', () => {
    expect(foldBalances([])).toEqual(new Map());
  });

  it('follows a hold through its post and its overrun', () => {
    const entries = [
      { account: 'a', heldDelta: 50, spentDelta: 0 },
      { account: 'b', heldDelta: 7, spentDelta: 0 },
      { account: 'a', heldDelta: -50, spentDelta: 50 },
      { account: 'a', heldDelta: 0, spentDelta: 15 },
    ];
    expect(foldBalances(entries)).toEqual(
      new Map([
        ['a', { held: 0, spent: 65 }],
        ['b', { held: 7, spent: 0 }],
      ]),
    );
  });

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(fc.array(movement), (entries) => {
        expect(foldBalances([...entries].reverse())).toEqual(foldBalances(entries));
      }),
    );
  });

  it('adds up over a split at any place', () => {
    fc.assert(
      fc.property(fc.array(movement), fc.nat(), (entries, place) => {
        const [head, tail] = [foldBalances(entries.slice(0, place)), foldBalances(entries.slice(place))];
        for (const [account, { held, spent }] of foldBalances(entries)) {
          const [one, two] = [head.get(account), tail.get(account)];
          expect(held).toBe((one?.held ?? 0) + (two?.held ?? 0));
          expect(spent).toBe((one?.spent ?? 0) + (two?.spent ?? 0));
        }
      }),
    );
  });

  it('refuses sums that would no longer be exact', () => {
    const entries = [Number.MAX_SAFE_INTEGER, 1].map((heldDelta) => ({ account: 'a', heldDelta, spentDelta: 0 }));
    expect(() => foldBalances(entries)).toThrow(RangeError);
  });
});
