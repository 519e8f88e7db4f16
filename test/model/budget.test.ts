import { describe, expect, it } from 'vitest';
import { countsCall, remaining, type Account } from '../../src/model/budget.js';

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

describe('a budget of a phase or a model', () => {
  it.each([
    [{}, true],
    [{ phase: 'hero' }, true],
    [{ phase: 'select' }, false],
    [{ model: 'pro' }, true],
    [{ model: 'lite' }, false],
    [{ phase: 'hero', model: 'lite' }, false],
    [{ server: 'studio' }, true],
    [{ server: 'other' }, false],
    [{ notServers: ['other'] }, true],
    [{ notServers: ['other', 'studio'] }, false],
  ] as const)('%j counts a hero on pro: %s', (tags, counts) => {
    expect(countsCall(tags, { phase: 'hero', model: 'pro', server: 'studio' })).toBe(counts);
  });

  it('does not count a call whose model nobody named', () => {
    expect(countsCall({ model: 'pro' }, { phase: 'hero', server: 'studio' })).toBe(false);
  });
});
