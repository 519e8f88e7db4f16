import { describe, expect, it } from 'vitest';
import { planAdvice, type Offers } from '../../src/ledger/plan-advice.js';
import type { Take } from '../../src/model/take.js';
import { takeOf } from '../fixtures/takes.js';

const CREDIT = 1_000_000;
const day = 86_400_000;
const now = 1000 * day;
const pack = (credits: number, price: number) => ({ credits: credits * CREDIT, price: price * CREDIT, days: 30 });
const plan = (name: string, credits: number, price: number) => ({
  name,
  credits: credits * CREDIT,
  price: price * CREDIT,
});
/** What the sources quote. */
const offers: Offers = {
  ...{ currency: 'EUR', source: 'price page', asOf: '2026-11-01' },
  monthly: [plan('Free', 50, 0), plan('Pro', 1000, 9.9), { ...plan('Max', 3000, 25.9), yearly: 259 * CREDIT }],
  packs: [pack(100, 9.9), pack(200, 14.9), pack(500, 39.9), pack(1000, 69.9)],
};
/** Purchases of so many credits, each so many days ago. */
const bought = (credits: number, ...daysAgo: readonly number[]): Take[] =>
  daysAgo.map((days) => takeOf({ at: now - days * day, paid: credits * CREDIT }));
const weekly = (weeks: number): number[] => Array.from({ length: weeks }, (_, week) => week * 7 + 1);
const told = (takes: readonly Take[], of = offers) =>
  planAdvice(takes, of, now)?.options.map(({ name, yearly, perMonth }) => [
    `${name ?? 'packs'}${yearly ? ' by the year' : ''}`,
    perMonth / CREDIT,
  ]);

describe('plan advice', () => {
  it.each([
    ['nothing was used', []],
    ['less than four weeks were measured', bought(100, 27, 20, 1)],
    ['nothing that was made cost anything', bought(0, 60, 1)],
  ])('is none where %s', (_, takes) => {
    expect(planAdvice(takes, offers, now)).toBeUndefined();
  });

  it('is none where nothing is sold', () => {
    expect(planAdvice(bought(100, 60, 1), { ...offers, monthly: [], packs: [] }, now)).toBeUndefined();
  });

  it('says that regular top-ups mean: upgrade', () => {
    const advice = planAdvice(bought(200, ...weekly(13)), offers, now);
    expect(advice).toMatchObject({ months: 2, weeks: 9, activeWeeks: 9, regular: true, source: 'price page' });
    expect(advice?.perMonth).toBe(900 * CREDIT);
    expect(advice?.options[0]).toEqual({
      name: 'Pro',
      yearly: false,
      packs: 0,
      perMonth: 9_900_000,
      perCredit: 11_000,
    });
    expect(told(bought(200, ...weekly(13)))?.map(([name]) => name)).toEqual([
      'Pro',
      'Max by the year',
      'Max',
      'Free',
      'packs',
    ]);
  });

  it('says that packs do where one is bought now and then', () => {
    const takes = bought(90, 301, 299, 298);
    expect(planAdvice(takes, { ...offers, monthly: [plan('Pro', 1000, 9.9)] }, now)).toMatchObject({
      ...{ months: 10, regular: false, activeWeeks: 1 },
      options: [{ packs: 1, perMonth: 1_490_000 }, { name: 'Pro' }],
    });
  });

  it('buys packs beside a plan that is too small, and does not offer it where none are sold', () => {
    const takes = bought(600, 50, 40, 20, 5);
    expect(told(takes, { ...offers, monthly: [plan('Pro', 1000, 9.9)] })).toEqual([
      ['Pro', 24.8],
      ['packs', 84.8],
    ]);
    expect(told(takes, { ...offers, packs: [] })?.map(([name]) => name)).toEqual(['Max by the year', 'Max']);
  });

  it('carries what is left of a pack as far as it lasts', () => {
    const takes = bought(50, 59, 5);
    const lasting = (days?: number): Offers => ({ ...offers, monthly: [], packs: [{ ...pack(100, 10), days }] });
    expect(told([...takes, ...bought(0, 61)], lasting(30))).toEqual([['packs', 10]]);
    expect(told([...takes, ...bought(0, 61)], lasting(60))).toEqual([['packs', 5]]);
    expect(told([...takes, ...bought(0, 61)], lasting())).toEqual([['packs', 5]]);
  });

  it('looks at the last twelve months', () => {
    expect(planAdvice([...bought(5000, 800), ...bought(10, 5)], offers, now)).toMatchObject({ months: 12 });
    expect(told([...bought(5000, 800), ...bought(10, 5)])?.[0]).toEqual(['Free', 0]);
  });
});
