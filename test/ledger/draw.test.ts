import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { drawFrom, leftOf } from '../../src/ledger/draw.js';
import { byLapse, grantsOf } from '../../src/ledger/grants.js';
import type { BalanceRule } from '../../src/model/balance.js';
import type { Account } from '../../src/model/budget.js';

const grant = (id: string, left: number, resetsAt?: number): Account => {
  return { id, scope: 'grant', subject: '*', limit: 100, spent: 100 - left, held: 0, resetsAt };
};

describe('what a call draws from grants', () => {
  it('is of what lapses first, and names the last for an overrun', () => {
    const grants = [grant('for-ever', 100), grant('soon', 30, 5), grant('later', 20, 9)];
    expect(drawFrom(grants, 10)).toEqual([
      { id: 'soon', amount: 10 },
      { id: 'for-ever', amount: 0 },
    ]);
    expect(drawFrom(grants, 60)).toEqual([
      { id: 'soon', amount: 30 },
      { id: 'later', amount: 20 },
      { id: 'for-ever', amount: 10 },
    ]);
  });

  it('is nothing at all where not enough is left, unless it is forced', () => {
    expect(drawFrom([grant('a', 30)], 31)).toBeUndefined();
    expect(drawFrom([grant('a', 30)], 31, true)).toEqual([{ id: 'a', amount: 31 }]);
    expect(drawFrom([], 1)).toBeUndefined();
    expect(drawFrom([], 0)).toEqual([]);
  });

  it('is bounded by what the grants hold together, an overrun of one included', () => {
    const grants = [grant('overdrawn', -20, 5), grant('full', 100)];
    expect(leftOf(grants)).toBe(80);
    expect(drawFrom(grants, 81)).toBeUndefined();
    expect(drawFrom(grants, 80)).toEqual([{ id: 'full', amount: 80 }]);
  });

  it('adds up, takes from no grant more than it has, and from a later one only when the earlier are empty', () => {
    const left = fc.integer({ min: 0, max: 100 });
    const lapse = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
    const grants = fc
      .array(fc.tuple(left, lapse), { minLength: 1, maxLength: 6 })
      .map((list) => list.map(([amount, at], index) => grant(`g${String(index)}`, amount, at)));
    fc.assert(
      fc.property(grants, fc.integer({ min: 0, max: 700 }), (all, amount) => {
        const draws = drawFrom(all, amount);
        if (amount > leftOf(all)) {
          expect(draws).toBeUndefined();
          return;
        }
        const drawn = new Map((draws ?? []).map((draw) => [draw.id, draw.amount]));
        expect([...drawn.values()].reduce((sum, part) => sum + part, 0)).toBe(amount);
        const after = [...all].sort(byLapse).map((each) => (each.limit ?? 0) - each.spent - (drawn.get(each.id) ?? 0));
        expect(Math.min(...after)).toBeGreaterThanOrEqual(0);
        const touched = [...all].sort(byLapse).findLastIndex(({ id }) => (drawn.get(id) ?? 0) > 0);
        for (const rest of after.slice(0, Math.max(0, touched))) expect(rest).toBe(0);
      }),
    );
  });
});

describe('a year of renewing and spending', () => {
  const month: BalanceRule = {
    ...{ name: 'plan', credits: 100, renews: 'month', day: 31, zone: 'Europe/Paris', rollOver: false },
    grantedAt: '2026-01-31',
  };
  const pack: BalanceRule = { ...month, name: 'pack', credits: 150, renews: 'none', expires: '2026-08-01' };

  it.each([false, true])('loses and makes no credit (what is left rolls over: %s)', (rollOver) => {
    const start = Date.parse('2026-01-31T12:00:00Z');
    const spend = fc.tuple(fc.integer({ min: 0, max: 20 * 86_400_000 }), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(fc.array(spend, { maxLength: 40 }), (spends) => {
        const seen = new Map<string, Account>();
        const open = (now: number): Account[] => {
          const refs = [{ ...month, rollOver }, pack].flatMap((rule) => grantsOf(rule, now));
          return refs.map((ref) => {
            const account = seen.get(ref.id) ?? { ...ref, spent: 0, held: 0 };
            seen.set(ref.id, account);
            return account;
          });
        };
        let [now, wanted, paid] = [start, 0, 0];
        for (const [later, amount] of spends) {
          now += later;
          const grants = open(now);
          const before = leftOf(grants);
          const draws = drawFrom(grants, amount);
          wanted += amount;
          if (draws === undefined) {
            expect(before).toBeLessThan(amount);
            continue;
          }
          paid += amount;
          for (const draw of draws) {
            const account = seen.get(draw.id);
            if (account !== undefined) seen.set(draw.id, { ...account, spent: account.spent + draw.amount });
          }
          expect(leftOf(open(now))).toBe(before - amount);
        }
        const left = leftOf(open(now));
        const all = [...seen.values()];
        const given = all.reduce((sum, { limit = 0 }) => sum + limit, 0);
        const alive = new Set(open(now).map(({ id }) => id));
        const lapsed = leftOf(all.filter(({ id }) => !alive.has(id)));
        expect(paid).toBeLessThanOrEqual(wanted);
        expect(given).toBe(paid + lapsed + left);
        if (rollOver) expect(lapsed).toBeLessThanOrEqual(150);
      }),
    );
  });
});
