import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  moneyPolicyOf,
  budgetsSchema,
  creditsSchema,
  isZone,
  moneyProblems,
  moneySettings,
} from '../../src/model/money-settings.js';

const parsed = (...budgets: readonly object[]) => budgetsSchema.safeParse(budgets);

describe('the budgets of a config', () => {
  it('are read in micro-credits, with what they count', () => {
    const budgets = budgetsSchema.parse([{ scope: 'project', limit: 0.1, soft: 0.05, phase: 'hero', model: 'pro' }]);
    const counted = { period: 'none', zone: 'UTC', phase: 'hero', model: 'pro' };
    expect(moneyPolicyOf({ budgets, balances: [], client: 'acme' })).toEqual({
      client: 'acme',
      balances: [],
      budgets: [{ scope: 'project', limit: 100_000, soft: 50_000, ...counted }],
    });
  });

  it('may be many, as long as no two are the same one', () => {
    const month = { scope: 'project', limit: 5, period: 'month' };
    expect(
      parsed(month, { ...month, phase: 'hero' }, { ...month, model: 'pro' }, { ...month, period: 'day' }).success,
    ).toBe(true);
    expect(parsed(month, { ...month, limit: 9 }).error?.issues).toMatchObject([{ path: [1] }]);
  });

  it('may be extended by what they say themselves, else by what is said for all', () => {
    const budgets = budgetsSchema.parse([
      { scope: 'project', limit: 5 },
      { scope: 'session', limit: 5, onDemand: { limit: 0 } },
    ]);
    const extras = (onDemand?: { limit: number }) =>
      moneyPolicyOf({ budgets, balances: [], onDemand }).budgets.map((rule) => rule.onDemand);
    expect(extras()).toEqual([undefined, 0]);
    expect(extras({ limit: 2 })).toEqual([2_000_000, 0]);
  });

  it.each([-1, 1e10, Number.NaN])('hold no limit of %d', (limit) => {
    expect(creditsSchema.safeParse(limit).success).toBe(false);
  });

  it('of a client need the client’s name', () => {
    const budgets = budgetsSchema.parse([{ scope: 'client', limit: 5 }]);
    expect(moneyProblems({ balances: [], budgets })).toEqual([expect.stringContaining('"client"')]);
    expect(moneyProblems({ balances: [], budgets, client: 'acme' })).toEqual([]);
  });
});

describe('a reserve', () => {
  const problems = (budget: object) =>
    moneyProblems({ budgets: budgetsSchema.parse([budget]), balances: [], client: 'acme' });

  it('is of a client’s budget, and no larger than that', () => {
    expect(problems({ scope: 'client', limit: 5, reserve: { high: 3, normal: 2 } })).toEqual([]);
    expect(problems({ scope: 'client', limit: 5, reserve: { high: 3, normal: 2.1 } })).toHaveLength(1);
    expect(problems({ scope: 'project', limit: 5, reserve: { high: 3 } })).toHaveLength(1);
  });
});

describe('the balances of a config', () => {
  const parse = (...balances: readonly object[]) => z.object(moneySettings).parse({ balances }).balances;
  const problems = (...balances: readonly object[]) => moneyProblems({ budgets: [], balances: parse(...balances) });

  it('are read in micro-credits, and renew on the day on which they began', () => {
    const days = [{}, { grantedAt: '2026-11-17' }, { grantedAt: '2026-11-17', day: 3 }].map((more) => {
      const balances = parse({ name: 'plan', credits: 0.5, renews: 'month', ...more });
      return moneyPolicyOf({ budgets: [], balances }).balances?.map(({ day, credits }) => [day, credits]);
    });
    expect(days).toEqual([[[1, 500_000]], [[17, 500_000]], [[3, 500_000]]]);
  });

  it('have a name each, and a beginning where they roll over', () => {
    const plan = { name: 'plan', credits: 5, renews: 'month', rollOver: true };
    expect(problems({ ...plan, grantedAt: '2026-11-17' }, { name: 'pack', credits: 1 })).toEqual([]);
    expect(problems(plan)).toEqual([expect.stringContaining('grantedAt')]);
    expect(problems({ ...plan, renews: 'none', grantedAt: '2026-11-17' })).toHaveLength(1);
    expect(problems({ name: 'a', credits: 1 }, { name: 'a', credits: 1 })).toEqual([
      expect.stringContaining('one name'),
    ]);
  });
});

describe('a time zone', () => {
  it.each([
    ['UTC', true],
    ['Europe/Paris', true],
    ['Europe/Atlantis', false],
  ])('%s is known: %s', (zone, known) => {
    expect(isZone(zone)).toBe(known);
  });
});
