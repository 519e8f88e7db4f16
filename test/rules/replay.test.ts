import { describe, expect, it } from 'vitest';
import type { Take } from '../../src/model/take.js';
import { replay } from '../../src/rules/replay.js';
import { contextOf, requestOf } from '../fixtures/rule-input.js';
import { takeOf } from '../fixtures/takes.js';

const same = (changes: Partial<Take> = {}): Take => takeOf({ digest: 'digest-1', ...changes });
const check = (takes: readonly Take[], seed?: number) => replay.check(requestOf({ seed }), contextOf({ takes }));

describe('the rule on equal calls', () => {
  it('answers the same seed with what it made before', () => {
    expect(check([same({ id: 't_7', paid: 9 })], 42)).toEqual({
      rule: 'replay',
      code: 'same-seed',
      facts: { take: 't_7', paid: 9 },
      take: 't_7',
    });
  });

  it('counts a seed of zero as one', () => {
    expect(check([same()], 0)?.code).toBe('same-seed');
  });

  it.each<[string, Partial<Take>]>([
    ['another digest', { digest: 'digest-2' }],
    ['no success', { outcome: 'failed-billed' }],
    ['no end yet', { state: 'dispatched', outcome: 'running' }],
    ['no bill', { state: 'released', outcome: 'unbilled' }],
  ])('does not answer with a take that has %s', (_, change) => {
    expect(check([same(change)], 42)).toBeUndefined();
  });

  it('does not answer a call without a seed, for that would be another roll', () => {
    expect(check([same()])).toBeUndefined();
  });

  it.each([undefined, 42])('asks while the fate of an equal call is in doubt (seed %s)', (seed) => {
    const doubtful = same({ id: 't_3', state: 'in_doubt', outcome: 'unknown', held: 7 });
    expect(check([same(), doubtful], seed)).toEqual({
      rule: 'replay',
      code: 'in-doubt',
      facts: { take: 't_3', held: 7 },
    });
  });

  it('does not ask for the doubt about another call', () => {
    expect(check([takeOf({ state: 'in_doubt', outcome: 'unknown' })], 42)).toBeUndefined();
  });
});
