import { expect, it } from 'vitest';
import { minuteOf } from '../../src/cli/moment.js';

it('a moment is told to the minute, in UTC', () => {
  expect(minuteOf(Date.UTC(2026, 10, 22, 12, 5, 59))).toBe('2026-11-22 12:05');
});
