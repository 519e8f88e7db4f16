import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { dateIn, startOfDate } from '../../src/ledger/calendar.js';

const zones = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Amman',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
];

describe('the date in a zone', () => {
  it.each([
    ['2026-11-22T23:30:00Z', 'Europe/Paris', { year: 2026, month: 11, day: 23 }],
    ['2026-11-22T02:00:00Z', 'America/New_York', { year: 2026, month: 11, day: 21 }],
    ['2026-01-01T00:00:00Z', 'UTC', { year: 2026, month: 1, day: 1 }],
    ['2025-12-31T18:14:59Z', 'Asia/Kathmandu', { year: 2025, month: 12, day: 31 }],
    ['2025-12-31T18:15:00Z', 'Asia/Kathmandu', { year: 2026, month: 1, day: 1 }],
  ])('at %s in %s', (moment, zone, date) => {
    expect(dateIn(Date.parse(moment), zone)).toEqual(date);
  });
});

describe('the first moment of a date', () => {
  it.each([
    ['an ordinary day', 2026, 7, 1, 'Europe/Paris', '2026-06-30T22:00:00Z'],
    ['the day the clocks go forward in Paris', 2026, 3, 29, 'Europe/Paris', '2026-03-28T23:00:00Z'],
    ['the day after it', 2026, 3, 30, 'Europe/Paris', '2026-03-29T22:00:00Z'],
    ['the day the clocks go back in Paris', 2026, 10, 25, 'Europe/Paris', '2026-10-24T22:00:00Z'],
    ['the day after it', 2026, 10, 26, 'Europe/Paris', '2026-10-25T23:00:00Z'],
    ['the day the clocks go forward in New York', 2026, 3, 8, 'America/New_York', '2026-03-08T05:00:00Z'],
    ['the day after it', 2026, 3, 9, 'America/New_York', '2026-03-09T04:00:00Z'],
    ['the day the clocks go back in New York', 2026, 11, 1, 'America/New_York', '2026-11-01T04:00:00Z'],
    ['the day after it', 2026, 11, 2, 'America/New_York', '2026-11-02T05:00:00Z'],
    ['a day without midnight, west', 2018, 11, 4, 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['a day without midnight, east', 2026, 4, 24, 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['a day with two midnights, west', 2018, 11, 4, 'America/Havana', '2018-11-04T04:00:00Z'],
    ['a day with two midnights, east', 2018, 10, 26, 'Asia/Amman', '2018-10-25T21:00:00Z'],
    ['a day before which the clocks went back to the old one', 2026, 10, 30, 'Africa/Cairo', '2026-10-29T22:00:00Z'],
    ['a month beyond the year', 2026, 13, 1, 'UTC', '2027-01-01T00:00:00Z'],
    ['a day beyond the month', 2028, 2, 30, 'UTC', '2028-03-01T00:00:00Z'],
  ])('is right on %s (%i-%i-%i, %s)', (_, year, month, day, zone, moment) => {
    expect(new Date(startOfDate({ year, month, day }, zone)).toISOString()).toBe(moment.replace('Z', '.000Z'));
  });

  it('stands on its date, and the moment before it on the one before', () => {
    const day = fc.integer({ min: Date.UTC(2008, 0, 1) / 86_400_000, max: Date.UTC(2030, 0, 1) / 86_400_000 });
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (at, zone) => {
        const date = dateIn(at * 86_400_000, 'UTC');
        const start = startOfDate(date, zone);
        expect(dateIn(start, zone)).toEqual(date);
        expect(dateIn(start - 1, zone)).toEqual(dateIn((at - 1) * 86_400_000, 'UTC'));
      }),
      { numRuns: 500 },
    );
  });

  it('of a date that a zone jumped over is the moment of the jump', () => {
    const jump = Date.parse('2011-12-30T10:00:00Z');
    expect(startOfDate({ year: 2011, month: 12, day: 30 }, 'Pacific/Apia')).toBe(jump);
    expect(startOfDate({ year: 2011, month: 12, day: 31 }, 'Pacific/Apia')).toBe(jump);
  });
});
