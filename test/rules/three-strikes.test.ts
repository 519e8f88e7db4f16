import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import { usualReading } from '../../src/model/reading.js';
import type { GenerationRequest } from '../../src/model/request.js';
import type { Take } from '../../src/model/take.js';
import { threeStrikes } from '../../src/rules/three-strikes.js';
import { contextOf, placedIn, policyOf, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../fixtures/takes.js';

const prompt = requestOf().prompt;
const attempts = (count: number, changes: Partial<Take> = {}): Take[] =>
  Array.from({ length: count }, (_, index) => takeOf({ id: `t_${String(index)}`, paid: 2_000_000, ...changes }));
const check = (takes: readonly Take[], request: Partial<GenerationRequest> = {}, context: Partial<Context> = {}) =>
  threeStrikes.check(requestOf(request), contextOf({ takes, ...context }));

describe('the rule on three strikes', () => {
  it.each([
    [0, undefined],
    [2, undefined],
    [3, 'streak'],
    [7, 'streak'],
  ])('after %i attempts of one prompt says: %s', (count, code) => {
    expect(check(attempts(count))?.code).toBe(code);
  });

  it('puts the attempts side by side, five at most, and adds up all of them', () => {
    const found = check(attempts(6, { feedback: feedbackOf('reject') }));
    expect(found?.facts).toEqual({
      attempts: [0, 1, 2, 3, 4].map((index) => ({
        take: `t_${String(index)}`,
        prompt,
        ...{ why: 'nothing changed', confidence: 1, changes: [] },
        paid: 2_000_000,
        feedback: 'reject',
      })),
      count: 6,
      paid: 12_000_000,
      last: { take: 't_0', why: 'nothing changed' },
    });
  });

  it('counts attempts that only dressed the prompt up', () => {
    const dressed = attempts(3).map((take, index) => ({ ...take, prompt: `${prompt}${', 8k'.repeat(index)}` }));
    expect(check(dressed)?.code).toBe('streak');
  });

  it('says what this call changes against each of them, and against the last one', () => {
    const sleek = attempts(3, { cluster: 't_2' }).map((take) => ({
      ...take,
      prompt: prompt.replace('red fox', 'sleek red fox'),
    }));
    expect(check(sleek)?.facts).toMatchObject({
      attempts: [{ changes: [{ type: 'detail', before: 'sleek' }] }, {}, {}],
      last: { take: 't_0', why: 'removed: sleek' },
    });
  });

  it.each<[string, Partial<Take>]>([
    ['approved', { feedback: feedbackOf('approve') }],
    ['not billed', { state: 'released', outcome: 'unbilled' }],
    ['made with another model', { model: 'flux' }],
    ['about something else', { prompt: 'Portrait of an old sailor, charcoal drawing' }],
  ])('does not count an attempt that was %s', (_, change) => {
    expect(check([...attempts(2), takeOf({ id: 't_9', ...change })])).toBeUndefined();
  });

  it('counts what the person takes for the same', () => {
    const policy = policyOf({ reading: { ...usualReading, boosters: ['dreamlike glow'], modelMakesAnother: false } });
    const others = attempts(3, { model: 'flux', prompt: `${prompt}, dreamlike glow` });
    expect(check(others, {}, { policy })?.code).toBe('streak');
    expect(check(others)).toBeUndefined();
  });

  it('counts a chain of attempts that differ in a word each, though the ends have little in common', () => {
    const chain = ['zorble', 'quimble', 'frandle'].map((word, index) =>
      takeOf({ id: `t_${String(index)}`, cluster: 't_2', prompt: `${prompt}, ${word}` }),
    );
    expect(check(chain, { prompt: `${prompt}, mizzle` })?.code).toBe('streak');
    const answered = { codes: ['rerun/suspect'], because: 'mizzle instead' };
    expect(check(chain, { prompt: `${prompt}, mizzle` }, { answered })).toBeUndefined();
  });

  it.each([
    ['an approval', feedbackOf('approve')],
    ['a person who asked for another one', feedbackOf('another', 'client')],
  ])('begins anew after %s', (_, feedback) => {
    const takes = attempts(5).map((take, index) => (index === 2 ? { ...take, feedback } : take));
    expect(check(takes)).toBeUndefined();
  });

  it('goes on when the agent only says that another one was wanted', () => {
    const takes = attempts(3).map((take) => ({ ...take, feedback: feedbackOf('another', 'relayed') }));
    expect(check(takes)?.code).toBe('streak');
  });

  it('is over with a prompt that says something else', () => {
    expect(check(attempts(3), { prompt: prompt.replace('fox', 'hare') })).toBeUndefined();
  });

  it('leaves a planned batch alone', () => {
    const placement = placedIn(itemOf({ count: 4 }));
    expect(check(attempts(3, { item: 'fox/explore' }), {}, { placement })).toBeUndefined();
    expect(check(attempts(4, { item: 'fox/explore' }), {}, { placement })?.code).toBe('streak');
  });

  it('has nothing to say of calls without a prompt', () => {
    expect(check(attempts(3, { prompt: '' }), { prompt: '' })).toBeUndefined();
  });
});
