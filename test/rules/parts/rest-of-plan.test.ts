import { describe, expect, it } from 'vitest';
import { neededOf, restOfPlan, runningLow } from '../../../src/rules/parts/rest-of-plan.js';
import { accountOf, feedbackOf, itemOf, planOf, takeOf } from '../../fixtures/takes.js';

const CREDIT = 1_000_000;
const open = (...args: Parameters<typeof restOfPlan>) =>
  restOfPlan(...args).map(({ item, versions, need }) => [
    item.id,
    versions,
    need === undefined ? undefined : need / CREDIT,
  ]);

describe('the rest of a plan', () => {
  it('is what was not made yet, at the planned price', () => {
    const plan = planOf(
      itemOf({ count: 2, rounds: 2 }),
      itemOf({ shot: 'hare', unit: undefined, estimate: undefined }),
    );
    const made = takeOf({ item: 'fox/explore', count: 3 });
    expect(open(plan, [made])).toEqual([
      ['fox/explore', 1, 5],
      ['hare/explore', 1, undefined],
    ]);
    expect(open(plan, [{ ...made, count: 4 }])).toEqual([['hare/explore', 1, undefined]]);
    expect(open(plan, [{ ...made, state: 'released', outcome: 'unbilled' }])[0]).toEqual(['fox/explore', 4, 20]);
  });

  it('holds no step that a person approved, in this or a later phase, or said no to', () => {
    const plan = planOf(
      itemOf({ rounds: 3 }),
      itemOf({ phase: 'hero' }),
      itemOf({ shot: 'hare', acceptance: { state: 'denied', reason: 'no' } }),
    );
    const approved = takeOf({ feedback: feedbackOf('approve') });
    expect(open(plan, [approved]).map(([id]) => id)).toEqual(['fox/hero']);
    expect(open(plan, [{ ...approved, phase: 'hero' }])).toEqual([]);
    expect(open(plan, [takeOf({ feedback: feedbackOf('reject') })])).toHaveLength(2);
  });

  it('has at its front what is worth most: by purpose, then by how near it is to its end', () => {
    const plan = planOf(
      itemOf({ shot: 'a', purpose: 'test' }),
      itemOf({ shot: 'b', purpose: 'social' }),
      itemOf({ shot: 'c', purpose: 'print' }),
      itemOf({ shot: 'd', purpose: 'social', phase: 'hero' }),
      itemOf({ shot: 'e', purpose: 'concept' }),
    );
    expect(open(plan, []).map(([id]) => id)).toEqual(['c/explore', 'd/hero', 'b/explore', 'e/explore', 'a/explore']);
  });
});

describe('money that runs low', () => {
  const plan = planOf(itemOf({ count: 4 }), itemOf({ shot: 'hare', phase: 'hero', unit: 50 * CREDIT }));
  const rest = restOfPlan(plan, []);
  const hero = { ...accountOf({ limit: 49 }), phase: 'hero' as const };

  it('is where less is left than what the account counts needs', () => {
    expect(neededOf(accountOf(), rest)).toBe(70 * CREDIT);
    expect(neededOf(hero, rest)).toBe(50 * CREDIT);
    const [wide, tight] = [accountOf({ limit: 70 }), accountOf({ limit: 100, spent: 31 })];
    expect(runningLow([wide, tight, hero, accountOf()], rest)).toEqual([hero, tight]);
    expect(runningLow([accountOf({ limit: 0 })], [])).toEqual([]);
  });
});
