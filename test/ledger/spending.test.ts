import { expect, it } from 'vitest';
import { dayOf, linesBy, perKept, spendingBy } from '../../src/ledger/spending.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const kept = feedbackOf('approve');
const takes = [
  takeOf({ id: 't_1', at: Date.parse('2026-11-22T23:30:00Z'), model: 'a', paid: 10, feedback: kept }),
  takeOf({ id: 't_2', at: Date.parse('2026-11-21T12:00:00Z'), model: 'b', paid: 50 }),
  takeOf({ id: 't_3', at: Date.parse('2026-11-22T12:00:00Z'), model: 'a', paid: 20 }),
  takeOf({ id: 't_4', at: Date.parse('2026-11-22T12:00:00Z'), paid: 1 }),
];

it('counts takes, kept ones and credits under a heading, the dearest first', () => {
  expect(spendingBy('model', takes, 'UTC')).toEqual([
    { name: 'b', takes: 1, kept: 0, paid: 50, perKept: undefined },
    { name: 'a', takes: 2, kept: 1, paid: 30, perKept: 30 },
    { name: 'generate_image', takes: 1, kept: 0, paid: 1, perKept: undefined },
  ]);
});

it('counts days in their order, on the calendar of a zone', () => {
  const days = (zone: string) => spendingBy('day', takes, zone).map(({ name, paid }) => [name, paid]);
  expect(days('UTC')).toEqual([
    ['2026-11-21', 50],
    ['2026-11-22', 31],
  ]);
  expect(days('Europe/Paris').at(-1)).toEqual(['2026-11-23', 10]);
  expect(dayOf(0, 'UTC')).toBe('1970-01-01');
});

it('counts under any name, and divides by nothing', () => {
  expect(linesBy(takes, () => 'all')).toMatchObject([{ name: 'all', takes: 4, kept: 1, paid: 81 }]);
  expect(perKept({ paid: 10, kept: 3 })).toBe(3);
  expect(perKept({ paid: 10, kept: 0 })).toBeUndefined();
});

it('reads each take once for each heading, however many names there are', () => {
  let reads = 0;
  const many = Array.from({ length: 3000 }, (_, index) => {
    const take = takeOf({ id: `t_${String(index)}`, shot: `shot-${String(index)}` });
    return new Proxy(take, { get: (target, name) => ((reads += 1), target[name as keyof typeof take]) });
  });
  expect(spendingBy('shot', many, 'UTC')).toHaveLength(3000);
  expect(reads).toBeLessThan(3000 * 10);
});
