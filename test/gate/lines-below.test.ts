import { describe, expect, it } from 'vitest';
import { linesBelow } from '../../src/gate/lines-below.js';
import type { Context } from '../../src/model/context.js';
import { contextOf, placedIn, policyOf, priceOf, unknownPrice } from '../fixtures/rule-input.js';
import { accountOf, itemOf, planOf } from '../fixtures/takes.js';

const policy = policyOf({
  ask: { above: 500_000_000, every: 100_000_000 },
  quickLane: { perCall: 20_000_000, perDay: 50_000_000 },
});
const lines = (changes: Partial<Context>) => linesBelow(contextOf({ policy, quote: priceOf(10), ...changes }), 1234);

describe('the lines that a hold checks again', () => {
  it('are what may have been spent before it, at most', () => {
    expect(lines({ accounts: [accountOf({ limit: 200, soft: 80, spent: 20 }), accountOf({ limit: 5 })] })).toEqual({
      sinceYes: { atMost: 90_000_000, except: [] },
      quick: { fromMs: 1234, atMost: 40_000_000 },
      accounts: [{ id: 'session:s_1:none:all', atMost: 70_000_000 }],
    });
  });

  it.each([
    [90, 90_000_000],
    [90.000001, undefined],
  ])('with %d credits since the last yes bound it by %s: a line that is crossed is no bound', (since, bound) => {
    expect(lines({ sinceYes: since * 1_000_000 }).sinceYes?.atMost).toBe(bound);
  });

  it.each([
    [40, 40_000_000],
    [41, undefined],
  ])('with %d credits of the quick lane used bound it by %s', (spent, bound) => {
    expect(lines({ quickSpentToday: spent * 1_000_000 }).quick?.atMost).toBe(bound);
  });

  it('count nothing of what a person said yes to in the plan', () => {
    const yes = itemOf({ phase: 'hero', acceptance: { state: 'accepted', by: 'client' } });
    const plan = planOf(itemOf(), yes, itemOf({ phase: 'finish', acceptance: { state: 'accepted', by: 'relayed' } }));
    expect(lines({ plan }).sinceYes?.except).toEqual(['fox/hero']);
  });

  it('hold no quick lane for a call that the plan covers', () => {
    expect(lines({ placement: placedIn(itemOf()) }).quick).toBeUndefined();
  });

  it('hold no soft line that was crossed before', () => {
    expect(lines({ accounts: [accountOf({ limit: 200, soft: 80, spent: 75 })] }).accounts).toEqual([]);
  });

  it('are none for an unknown price', () => {
    expect(lines({ quote: unknownPrice, accounts: [accountOf({ soft: 80 })] })).toEqual({});
  });
});
