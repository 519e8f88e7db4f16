import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import { finishWinnerOnly } from '../../src/rules/finish-winner-only.js';
import { contextOf, placedIn, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../fixtures/takes.js';

const check = (context: Partial<Context>) =>
  finishWinnerOnly.check(requestOf({ kind: 'upscale', prompt: '', inputs: ['fox.png'] }), contextOf(context));
const approved = takeOf({ id: 't_1', at: 5, feedback: feedbackOf('approve', 'person') });
const forPurpose = (purpose: 'print' | 'web') => ({ placement: placedIn(itemOf({ phase: 'finish', purpose })) });

describe('the rule on finishing the winner only', () => {
  it('refuses what nobody approved, and says how to get a word on it', () => {
    const take = takeOf({ id: 't_7' });
    expect(check({ sources: [take], takes: [take] })).toEqual({
      rule: 'finish-winner-only',
      code: 'not-approved',
      facts: { take: 't_7', shot: 'fox', feedback: undefined },
      instead: [{ tool: 'feedback', arguments: { take: 't_7' } }],
    });
  });

  it.each(['reject', 'refine', 'another'] as const)('refuses a take whose word is %s', (verdict) => {
    expect(check({ sources: [takeOf({ feedback: feedbackOf(verdict) })] })?.code).toBe('not-approved');
  });

  it('refuses an unknown picture while nothing on the shot is approved', () => {
    expect(
      check({ takes: [takeOf({ id: 't_7' }), takeOf({ id: 't_8', feedback: feedbackOf('reject') })] }),
    ).toMatchObject({
      code: 'no-winner',
      facts: { shot: 'fox', takes: 2 },
      instead: [{ tool: 'feedback', arguments: { take: 't_7' } }],
    });
  });

  it.each([
    ['waits for a word', {}],
    ['is to be changed', { feedback: feedbackOf('refine') }],
  ])('asks about a winner when a newer take %s', (_, change) => {
    const newer = takeOf({ id: 't_9', at: 9, ...change });
    expect(check({ sources: [approved], takes: [newer, approved] })).toMatchObject({
      code: 'still-changing',
      facts: { take: 't_9' },
    });
  });

  it('asks where the native size serves', () => {
    expect(check({ sources: [approved], takes: [approved], ...forPurpose('web') })).toMatchObject({
      code: 'not-needed',
      facts: { purpose: 'web' },
    });
  });

  it.each<[string, Partial<Context>]>([
    ['the approved take, without a plan', { sources: [approved], takes: [approved] }],
    ['the approved take for print', { sources: [approved], takes: [approved], ...forPurpose('print') }],
    ['an approved film', { sources: [{ ...approved, kind: 'video' }], ...forPurpose('web') }],
    ['a picture of the person’s own', {}],
    ['an unknown name on a shot with a winner', { takes: [approved] }],
    [
      'a winner after a rejected later try',
      { sources: [approved], takes: [takeOf({ at: 9, feedback: feedbackOf('reject') })] },
    ],
    ['where only failures came before', { takes: [takeOf({ state: 'released', outcome: 'unbilled' })] }],
  ])('lets through %s', (_, context) => {
    expect(check(context)).toBeUndefined();
  });

  it('has nothing to say of other calls', () => {
    expect(finishWinnerOnly.check(requestOf(), contextOf({ takes: [takeOf()] }))).toBeUndefined();
  });
});
