import { describe, expect, it } from 'vitest';
import { moneyPolicyOf, budgetsSchema, creditsSchema, isZone, moneyProblems } from '../../src/model/money-settings.js';

const parsed = (...budgets: readonly object[]) => budgetsSchema.safeParse(budgets);

describe('the budgets of a config', () => {
  it('are read in micro-credits, with what they count', () => {
    const budgets = budgetsSchema.parse([{ scope: 'project', limit: 0.1, soft: 0.05, phase: 'hero', model: 'pro' }]);
    const counted = { period: 'none', zone: 'UTC', phase: 'hero', model: 'pro' };
    expect(moneyPolicyOf({ budgets, client: 'acme' })).toEqual({
      client: 'acme',
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
      moneyPolicyOf({ budgets, onDemand }).budgets.map((rule) => rule.onDemand);
    expect(extras()).toEqual([undefined, 0]);
    expect(extras({ limit: 2 })).toEqual([2_000_000, 0]);
  });

  it.each([-1, 1e10, Number.NaN])('hold no limit of %d', (limit) => {
    expect(creditsSchema.safeParse(limit).success).toBe(false);
  });

  it('of a client need the client’s name', () => {
    const budgets = budgetsSchema.parse([{ scope: 'client', limit: 5 }]);
    expect(moneyProblems({ budgets })).toEqual([expect.stringContaining('"client"')]);
    expect(moneyProblems({ budgets, client: 'acme' })).toEqual([]);
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
