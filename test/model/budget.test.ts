import { describe, expect, it } from 'vitest';
import { remaining, type Account } from '../../src/model/budget.js';

const account: Account = { id: 'session:s:none:all', scope: 'session', subject: 's', spent: 30, held: 20 };

describe('what is left of a budget', () => {
  it.each([
    [100, 50],
    [50, 0],
    [40, -10],
    [0, -50],
  ])('is the limit %d without what is spent and held: %d', (limit, left) => {
    expect(remaining({ ...account, limit })).toBe(left);
  });

  it('is not a number where there is no limit', () => {
    expect(remaining(account)).toBeUndefined();
  });
});
