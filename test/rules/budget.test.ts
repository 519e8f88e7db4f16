import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/model/budget.js';
import type { Context } from '../../src/model/context.js';
import { budget } from '../../src/rules/budget.js';
import { contextOf, placedIn, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { restOfPlan } from '../../src/rules/parts/rest-of-plan.js';
import { accountOf, itemOf, planOf } from '../fixtures/takes.js';

const policy = policyOf({ ask: { above: 500_000_000, every: 100_000_000 } });
const check = (credits: number, accounts: readonly Account[], changes: Partial<Context> = {}) =>
  budget.check(requestOf(), contextOf({ policy, quote: priceOf(credits), accounts, ...changes }));

describe('the hard line of a budget', () => {
  it.each([
    [50, undefined],
    [50.000001, 'hard'],
  ])('says of %d credits with 50 left: %s', (credits, code) => {
    expect(check(credits, [accountOf({ limit: 100, spent: 30, held: 20 })])?.code).toBe(code);
  });

  it('says which budget it is and how it stands', () => {
    const resetsAt = 86_400_000;
    expect(check(60, [{ ...accountOf({ limit: 100, soft: 80, spent: 30, held: 20 }), resetsAt }])).toEqual({
      rule: 'budget',
      code: 'hard',
      facts: {
        scope: 'session',
        account: 'session:s_1:none:all',
        limit: 100_000_000,
        soft: 80_000_000,
        spent: 30_000_000,
        held: 20_000_000,
        left: 50_000_000,
        needed: 60_000_000,
        resetsAt,
      },
    });
  });

  it('is that of the tightest of several budgets', () => {
    const project: Account = { ...accountOf({ limit: 10 }), id: 'project:poster:none:all', scope: 'project' };
    const found = check(20, [accountOf({ limit: 15 }), project, accountOf()]);
    expect(found).toMatchObject({ code: 'hard', facts: { scope: 'project', left: 10_000_000 } });
  });

  it('stops everything that costs once a scope is overdrawn, and nothing that is free', () => {
    const overdrawn = [accountOf({ limit: 10, spent: 10 })];
    expect(check(0.000001, overdrawn)?.code).toBe('hard');
    expect(check(0, overdrawn)).toBeUndefined();
  });

  it('is none without a limit', () => {
    expect(check(1_000_000, [accountOf({ spent: 5 })])).toBeUndefined();
    expect(check(1_000_000, [])).toBeUndefined();
  });

  it('says how far the person may extend it, and how much that takes', () => {
    const account = { ...accountOf({ limit: 100, spent: 90 }), extendTo: 130_000_000 };
    expect(check(40, [account])?.facts).toMatchObject({ extend: { credits: 30, left: 30_000_000 } });
    const beyond = check(40.5, [account])?.facts;
    expect(beyond).toMatchObject({ capped: { short: 30_500_000, left: 30_000_000 } });
    expect(beyond).not.toHaveProperty('extend');
    expect(check(40, [{ ...account, limit: 140_000_000, spent: 140_000_000 }])?.facts).toMatchObject({
      capped: { left: 0 },
    });
    expect(check(40, [accountOf({ limit: 1 })])?.facts).not.toHaveProperty('capped');
  });

  it('leaves an unknown price to the rule on unknown prices', () => {
    expect(check(0, [accountOf({ limit: 0 })], { quote: unknownPrice })).toBeUndefined();
  });
});

describe('the soft line of a budget', () => {
  it.each([
    [79, 1, undefined],
    [79, 2, 'soft'],
    [80, 1, 'soft'],
  ])('with %d of 80 spent says of %d more: %s', (spent, credits, code) => {
    expect(check(credits, [accountOf({ limit: 200, soft: 80, spent })])?.code).toBe(code);
  });

  it('asks once: after it was crossed, only when a whole step was spent since the last yes', () => {
    const beyond = [accountOf({ limit: 500, soft: 80, spent: 120 })];
    expect(check(5, beyond, { sinceYes: 40_000_000 })).toBeUndefined();
    expect(check(5, beyond, { sinceYes: 95_000_000 })).toBeUndefined();
    expect(check(5, beyond, { sinceYes: 95_000_001 })?.code).toBe('soft');
  });

  it('gives way to the hard line', () => {
    expect(check(150, [accountOf({ limit: 100, soft: 80 })])?.code).toBe('hard');
  });

  it('counts what is held', () => {
    expect(check(1, [accountOf({ limit: 200, soft: 80, spent: 40, held: 40 })])?.code).toBe('soft');
  });
});

describe('money that runs low', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((shot) => itemOf({ shot, unit: 10_000_000, estimate: 10_000_000 }));
  const rest = restOfPlan(planOf(...items), []);
  const low = (spent: number, changes: Partial<Context> = {}) =>
    check(5, [accountOf({ limit: 80, spent })], { rest, ...changes });

  it('is said as what is left falls below a step, with what is worth most and least', () => {
    expect(low(36)).toMatchObject({
      code: 'running-low',
      facts: {
        left: 39_000_000,
        needed: 50_000_000,
        first: ['a/explore', 'b/explore', 'c/explore'],
        last: 'e/explore',
      },
    });
    expect(low(58)?.code).toBe('running-low');
    expect(low(70)?.code).toBe('running-low');
  });

  it('is not said on every call, nor where the rest of the plan fits', () => {
    expect(low(30)).toBeUndefined();
    expect(low(41)).toBeUndefined();
    expect(low(50)).toBeUndefined();
    expect(low(36, { rest: rest.slice(0, 3) })).toBeUndefined();
    expect(low(36, { rest: undefined })).toBeUndefined();
  });

  it('counts what the call itself makes as done', () => {
    const made = { placement: placedIn(itemOf({ shot: 'a' })), rest: rest.slice(0, 4) };
    expect(low(36, made)).toBeUndefined();
    expect(low(36, { rest: rest.slice(0, 4) })?.code).toBe('running-low');
  });
});
