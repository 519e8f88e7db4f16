import { describe, expect, it } from 'vitest';
import { credits, fill, minuteOf, percent, valueText, whenFrom } from '../../../src/dashboard/page/format.js';

const NOW = Date.UTC(2026, 0, 10, 12);
const from = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

describe('what the page writes', () => {
  it('groups credits, cuts them to hundredths and never calls an unknown price nothing', () => {
    expect([1234.5, 0.126, 0, null].map(credits)).toEqual(['1,234.5', '0.13', '0', '?']);
    expect(percent(0.645)).toBe('65%');
  });

  it.each([
    [-0.5, 'just now'],
    [0.5, 'in a moment'],
    [-5, '5 min ago'],
    [26, 'in 26 min'],
    [-119, '1 h ago'],
    [-60 * 47, '47 h ago'],
    [-60 * 72, '3 days ago'],
  ])('says a time %d minutes away as %s', (minutes, said) => {
    expect(whenFrom(NOW, from(minutes))).toBe(said);
  });

  it('leaves what is no time as it is', () => {
    expect(whenFrom(NOW, 'soon')).toBe('soon');
    expect(minuteOf('2026-03-04T05:06:07.000Z')).toBe('2026-03-04 05:06');
  });

  it('fills places once, without reading what it filled in', () => {
    expect(fill('{{a}} of {{b}}{{c}}', { a: '{{b}}', b: 2 })).toBe('{{b}} of 2');
  });

  it('shows values of a call as text', () => {
    expect(['a "b"', 3, { a: [null] }].map(valueText)).toEqual(['a "b"', '3', '{"a":[null]}']);
  });
});
