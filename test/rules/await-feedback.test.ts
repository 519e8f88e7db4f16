import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { Take } from '../../src/model/take.js';
import { awaitFeedback } from '../../src/rules/await-feedback.js';
import { contextOf, placedIn, policyOf, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../fixtures/takes.js';

const check = (takes: readonly Take[], changes: Partial<Context> = {}) =>
  awaitFeedback.check(requestOf(), contextOf({ takes, ...changes }));
const batch = (count: number): Partial<Context> => ({ placement: placedIn(itemOf({ count })) });

describe('the rule on waiting for a word', () => {
  it('holds the next version back while one waits, and says which', () => {
    expect(check([takeOf({ id: 't_9' })])).toEqual({
      rule: 'await-feedback',
      code: 'waiting',
      facts: { shot: 'fox', phase: 'explore', takes: ['t_9'], running: 0 },
      instead: [{ tool: 'feedback', arguments: { take: 't_9' } }],
    });
  });

  it('counts a version that is still being made', () => {
    const takes = [takeOf({ state: 'dispatched', outcome: 'running' })];
    expect(check(takes)).toMatchObject({ code: 'waiting', facts: { running: 1 } });
  });

  it.each<[string, Partial<Take>]>([
    ['was judged', { feedback: feedbackOf('reject') }],
    ['belongs to another shot', { shot: 'hare' }],
    ['belongs to another phase', { phase: 'select' }],
    ['was not billed', { state: 'released', outcome: 'unbilled' }],
    ['was billed for nothing', { outcome: 'failed-billed' }],
    ['is in doubt', { state: 'in_doubt', outcome: 'unknown' }],
  ])('does not wait for a take that %s', (_, change) => {
    expect(check([takeOf(change)])).toBeUndefined();
  });

  it('lets the first version of a shot pass', () => {
    expect(check([])).toBeUndefined();
  });

  it.each([
    [4, 3, undefined],
    [4, 4, 'waiting'],
    [1, 1, 'waiting'],
  ])('with a planned batch of %i and %i versions waiting says: %s', (planned, waiting, code) => {
    const takes = Array.from({ length: waiting }, (_, index) => takeOf({ id: `t_${String(index)}` }));
    expect(check(takes, batch(planned))?.code).toBe(code);
  });

  it('counts a call of several outputs as that many versions', () => {
    expect(check([takeOf({ count: 4 })], batch(4))?.code).toBe('waiting');
    expect(check([takeOf({ count: 3 })], batch(4))).toBeUndefined();
  });
});

describe('rounds that only the agent opened', () => {
  const policy = policyOf({ relayedRounds: 2 });
  const round = (verdict: 'reject' | 'approve', strength: 'relayed' | 'client'): Take =>
    takeOf({ feedback: feedbackOf(verdict, strength) });
  const relayed = round('reject', 'relayed');

  it.each([
    [2, undefined],
    [3, 'relayed-rounds'],
  ])('are told after %i of them: %s', (rounds, code) => {
    const takes = Array.from({ length: rounds }, () => relayed);
    expect(check(takes, { policy })?.code).toBe(code);
  });

  it('name the shot, the rounds and how many are allowed', () => {
    expect(check([relayed, relayed, relayed], { policy })).toEqual({
      rule: 'await-feedback',
      code: 'relayed-rounds',
      facts: { shot: 'fox', rounds: 3, allowed: 2 },
    });
  });

  it('start anew with a word of the person', () => {
    expect(check([relayed, relayed, round('reject', 'client'), relayed], { policy })).toBeUndefined();
  });

  it('end with an approval', () => {
    expect(check([relayed, relayed, round('approve', 'relayed'), relayed], { policy })).toBeUndefined();
  });

  it('of other shots do not count', () => {
    const other = { ...relayed, shot: 'hare' };
    expect(check([other, other, other], { policy })).toBeUndefined();
  });
});
