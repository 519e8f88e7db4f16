import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { periods, type BudgetRule } from '../../src/model/budget.js';
import { accountsFor, periodAt } from '../../src/ledger/period.js';

const at = (moment: string): number => Date.parse(moment);
const hours = (from: number, to: number | undefined): number => ((to ?? Number.NaN) - from) / 3_600_000;

describe('a calendar period', () => {
  it.each([
    ['2026-11-22T12:00:00Z', 'day', 'UTC', '2026-11-22', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['2026-11-22T23:30:00Z', 'day', 'Europe/Paris', '2026-11-23', '2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z'],
    ['2026-11-23T00:00:00Z', 'week', 'UTC', '2026-11-23', '2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z'],
    ['2026-11-22T23:59:59Z', 'week', 'UTC', '2026-11-16', '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['2027-01-01T00:00:00Z', 'week', 'UTC', '2026-12-28', '2026-12-28T00:00:00Z', '2027-01-04T00:00:00Z'],
    ['2026-12-31T23:59:59Z', 'month', 'UTC', '2026-12', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2028-02-29T12:00:00Z', 'month', 'UTC', '2028-02', '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z'],
    ['2028-02-29T12:00:00Z', 'day', 'UTC', '2028-02-29', '2028-02-29T00:00:00Z', '2028-03-01T00:00:00Z'],
    ['2026-04-01T03:30:00Z', 'month', 'America/New_York', '2026-03', '2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z'],
    ['2018-11-04T02:59:59Z', 'day', 'America/Sao_Paulo', '2018-11-03', '2018-11-03T03:00:00Z', '2018-11-04T03:00:00Z'],
    ['2018-11-04T03:00:00Z', 'day', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
    ['2018-10-25T21:30:00Z', 'day', 'Asia/Amman', '2018-10-26', '2018-10-25T21:00:00Z', '2018-10-26T22:00:00Z'],
  ] as const)('around %s, by the %s in %s, is %s', (now, period, zone, key, startsAt, endsAt) => {
    expect(periodAt(at(now), period, zone)).toEqual({ key, startsAt: at(startsAt), endsAt: at(endsAt) });
  });

  it('without end has one key and no turn', () => {
    expect(periodAt(at('2026-11-22T12:00:00Z'), 'none', 'UTC')).toEqual({ key: 'all', startsAt: 0 });
  });

  it.each([
    ['2026-03-29T12:00:00Z', 'Europe/Paris', 23],
    ['2026-10-25T12:00:00Z', 'Europe/Paris', 25],
    ['2026-03-08T12:00:00Z', 'America/New_York', 23],
    ['2026-11-01T12:00:00Z', 'America/New_York', 25],
    ['2018-11-04T12:00:00Z', 'America/Sao_Paulo', 23],
    ['2026-04-24T12:00:00Z', 'Africa/Cairo', 23],
    ['2026-11-22T12:00:00Z', 'Europe/Paris', 24],
  ])('of one day around %s in %s has %i hours', (now, zone, length) => {
    const { startsAt, endsAt } = periodAt(at(now), 'day', zone);
    expect(hours(startsAt, endsAt)).toBe(length);
  });

  it('holds the moment it was asked for, and the next begins where it ends under another key', () => {
    const moment = fc.integer({ min: at('2008-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Paris',
      'America/New_York',
      'America/Sao_Paulo',
      'Africa/Cairo',
      'Asia/Amman',
    );
    const turning = fc.constantFrom(...periods.filter((period) => period !== 'none'));
    fc.assert(
      fc.property(moment, zone, turning, (now, where, period) => {
        const { key, startsAt, endsAt = Number.NaN } = periodAt(now, period, where);
        expect(startsAt).toBeLessThanOrEqual(now);
        expect(now).toBeLessThan(endsAt);
        expect(periodAt(startsAt, period, where)).toEqual({ key, startsAt, endsAt });
        expect(periodAt(endsAt - 1, period, where)).toEqual({ key, startsAt, endsAt });
        const next = periodAt(endsAt, period, where);
        expect(next.startsAt).toBe(endsAt);
        expect(next.key > key).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the accounts that count a call', () => {
  const day: BudgetRule = { scope: 'project', limit: 9, period: 'day', zone: 'UTC' };
  const session: BudgetRule = { scope: 'session', limit: 5, soft: 4, period: 'none', zone: 'UTC' };
  const now = at('2026-11-22T12:00:00Z');

  it('are one for each budget, and two that keep the totals', () => {
    expect(accountsFor({ budgets: [session, day] }, 'poster', 's_1', now)).toEqual([
      { id: 'session:s_1:none:all', scope: 'session', subject: 's_1', limit: 5, soft: 4, resetsAt: undefined },
      {
        id: 'project:poster:day:2026-11-22',
        scope: 'project',
        subject: 'poster',
        limit: 9,
        soft: undefined,
        resetsAt: at('2026-11-23T00:00:00Z'),
      },
      { id: 'project:poster:none:all', scope: 'project', subject: 'poster' },
    ]);
  });

  it('hold the total once where a budget counts it already', () => {
    const total: BudgetRule = { ...day, period: 'none' };
    const refs = accountsFor({ budgets: [total] }, 'poster', 's_1', now);
    expect(refs.map(({ id, limit }) => [id, limit])).toEqual([
      ['project:poster:none:all', 9],
      ['session:s_1:none:all', undefined],
    ]);
  });

  it('are others on the next day, so that a daily budget starts anew', () => {
    const ids = (moment: number): string[] =>
      accountsFor({ budgets: [day] }, 'poster', 's_1', moment).map(({ id }) => id);
    expect(ids(now)[0]).not.toBe(ids(now + 86_400_000)[0]);
    expect(ids(now)[1]).toBe(ids(now + 86_400_000)[1]);
  });

  it('are shared by the projects of a client', () => {
    const budgets: BudgetRule[] = [{ ...day, scope: 'client', period: 'month' }];
    const shared = (project: string): string[] =>
      accountsFor({ budgets, client: 'acme' }, project, 's_1', now)
        .filter(({ scope }) => scope === 'client')
        .map(({ id }) => id);
    expect(shared('poster')).toEqual(['client:acme:month:2026-11', 'client:acme:none:all']);
    expect(shared('film')).toEqual(shared('poster'));
    expect(accountsFor({ budgets: [] }, 'poster', 's_1', now).map(({ scope }) => scope)).toEqual([
      'session',
      'project',
    ]);
  });

  it.each([
    ['low', 7],
    ['normal', 4],
    ['high', undefined],
  ] as const)('leave what is kept for projects above one of %s priority', (priority, keep) => {
    const budgets: BudgetRule[] = [{ ...day, scope: 'client', reserve: { normal: 3, high: 4 } }];
    const [ref] = accountsFor({ budgets, client: 'acme', priority }, 'poster', 's_1', now);
    expect(ref?.keep).toBe(keep);
  });

  it('know how far they may be extended', () => {
    const [ref] = accountsFor({ budgets: [{ ...day, onDemand: 4 }] }, 'poster', 's_1', now);
    expect(ref).toMatchObject({ limit: 9, extendTo: 13 });
  });

  it('are others for each phase and model, beside the one that counts everything', () => {
    const tags = [{}, { phase: 'hero' }, { model: 'pro' }, { phase: 'hero', model: 'pro' }] as const;
    const budgets = tags.map((tag): BudgetRule => ({ ...day, period: 'none', ...tag }));
    const refs = accountsFor({ budgets }, 'poster', 's_1', now).filter(({ scope }) => scope === 'project');
    expect(refs.map(({ id, phase, model }) => [id, phase, model])).toEqual([
      ['project:poster:none:all', undefined, undefined],
      ['project:poster:none:all/hero', 'hero', undefined],
      ['project:poster:none:all@pro', undefined, 'pro'],
      ['project:poster:none:all/hero@pro', 'hero', 'pro'],
    ]);
  });
});
