import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import { oneVersion } from '../../src/rules/one-version.js';
import { contextOf, placedIn, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../fixtures/takes.js';

const check = (count: number, changes: Partial<Context> = {}) =>
  oneVersion.check(requestOf({ count }), contextOf(changes));
const batch = (count: number, takes: Context['takes'] = []): Partial<Context> => ({
  placement: placedIn(itemOf({ count })),
  takes,
});

describe('the rule on one version', () => {
  it('has nothing to say of one', () => {
    expect(check(1)).toBeUndefined();
  });

  it('cuts more than one down where no plan says so', () => {
    expect(check(4)).toEqual({
      rule: 'one-version',
      code: 'more-than-one',
      facts: { asked: 4, allowed: 1, item: undefined },
      fix: { count: 1 },
    });
  });

  it.each([
    [4, undefined],
    [5, 4],
    [1, undefined],
  ])('with a planned batch of 4 cuts %i down to %s', (asked, allowed) => {
    expect(check(asked, batch(4))?.fix?.count).toBe(allowed);
  });

  it('counts the versions of the batch that wait for a word', () => {
    const waiting = [takeOf(), takeOf({ state: 'dispatched', outcome: 'running', count: 1 })];
    expect(check(4, batch(4, waiting))).toMatchObject({ fix: { count: 2 }, facts: { item: 'fox/explore' } });
    expect(check(2, batch(4, waiting))).toBeUndefined();
  });

  it('does not count what was judged, or is of another shot', () => {
    const others = [takeOf({ feedback: feedbackOf('reject') }), takeOf({ shot: 'hare' }), takeOf({ phase: 'select' })];
    expect(check(4, batch(4, others))).toBeUndefined();
  });

  it('leaves a call of one alone even when the batch is full, for waiting is another rule’s', () => {
    const full = [takeOf({ count: 4 })];
    expect(check(1, batch(4, full))).toBeUndefined();
    expect(check(2, batch(4, full))?.fix).toEqual({ count: 1 });
  });

  it.each([
    [4, 4, undefined],
    [4, 5, 4],
    [4, 2, undefined],
  ])('does not cut a grid of %i for the price of one: asked for %i, cut to %s', (outputsPerUnit, asked, allowed) => {
    expect(check(asked, { outputsPerUnit })?.fix?.count).toBe(allowed);
  });
});

describe('the rule on one version, for a prompt of several combinations', () => {
  const oneCombination = { tool: 'studio_generate_image', arguments: { prompt: 'red car' }, amount: 5_000_000 };
  const permuted = (jobs: number, perJob: number, changes: Partial<Context> = {}) =>
    oneVersion.check(
      requestOf({ count: jobs * perJob, combinations: jobs }),
      contextOf({ oneCombination, ...changes }),
    );

  it('says how many jobs it is, and has one of them ready', () => {
    expect(permuted(3, 2)).toEqual({
      rule: 'one-version',
      code: 'permutations',
      facts: { asked: 6, allowed: 1, item: undefined, jobs: 3 },
      instead: [oneCombination],
    });
    expect(permuted(3, 1, { oneCombination: undefined })?.instead).toEqual([]);
  });

  it('lets declared combinations pass, each as often as planned', () => {
    expect(permuted(3, 1, batch(3))).toBeUndefined();
    expect(permuted(3, 2, batch(6))).toBeUndefined();
  });

  it('cuts down how many are made of each, never the combinations', () => {
    expect(permuted(3, 4, batch(7))).toMatchObject({ code: 'more-than-one', fix: { count: 6 } });
    expect(permuted(3, 1, batch(2))?.code).toBe('permutations');
    expect(permuted(3, 1, batch(3, [takeOf()]))?.code).toBe('permutations');
  });

  it('leaves a grid at the price of one to each combination, and no more', () => {
    expect(permuted(3, 4, { ...batch(3), outputsPerUnit: 4 })).toBeUndefined();
    expect(permuted(3, 5, { ...batch(3), outputsPerUnit: 4 })?.fix).toEqual({ count: 12 });
    expect(permuted(3, 1, { outputsPerUnit: 4 })?.code).toBe('permutations');
  });
});
