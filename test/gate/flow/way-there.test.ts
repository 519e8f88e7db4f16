import { describe, expect, it } from 'vitest';
import { planRest, wayThere } from '../../../src/gate/flow/way-there.js';
import type { Take } from '../../../src/model/take.js';
import type { CheaperCall } from '../../../src/model/verdict.js';
import { placedIn, priceOf, unknownPrice } from '../../fixtures/rule-input.js';
import { feedbackOf, itemOf, planOf, takeOf } from '../../fixtures/takes.js';

const CREDIT = 1_000_000;

describe('what is left of a plan', () => {
  const plan = planOf(
    itemOf({ count: 4, rounds: 2 }),
    itemOf({ phase: 'hero', unit: 300 * CREDIT }),
    itemOf({ shot: 'hare', unit: undefined }),
    itemOf({ shot: 'owl', acceptance: { state: 'denied', reason: 'no' } }),
  );

  it('is what was not made, not denied and not settled by an approval', () => {
    expect(planRest(plan, [])).toEqual({ amount: 340 * CREDIT, unpriced: 1 });
    expect(
      planRest(plan, [takeOf({ item: 'fox/explore', count: 4 }), takeOf({ item: 'fox/explore', state: 'released' })]),
    ).toEqual({
      amount: 320 * CREDIT,
      unpriced: 1,
    });
    expect(
      planRest(plan, [takeOf({ feedback: feedbackOf('approve') }), takeOf({ shot: 'hare', item: 'hare/explore' })]),
    ).toEqual({
      amount: 300 * CREDIT,
      unpriced: 0,
    });
  });

  it('is nothing when more was made than planned', () => {
    expect(planRest(planOf(itemOf()), [takeOf({ item: 'fox/explore', count: 9 })])).toEqual({ amount: 0, unpriced: 0 });
  });
});

describe('the cheapest way there', () => {
  const cheaper = [{ model: 'qwen', tier: 'budget', amount: 20 * CREDIT, call: { tool: 't', arguments: {} } }] as const;
  const way = (
    credits: number,
    rounds: number,
    takes: readonly Take[] = [],
    others: readonly CheaperCall[] = cheaper,
  ) => wayThere({ quote: priceOf(credits) }, others, placedIn(itemOf({ rounds })), takes);

  it('iterates on the cheapest model and makes the final one once', () => {
    expect(way(120, 5)).toEqual({
      ...{ rounds: 5, model: 'qwen', draft: 20 * CREDIT, total: 220 * CREDIT, direct: 600 * CREDIT },
    });
    expect(way(120, 1)).toMatchObject({ rounds: 3, total: 180 * CREDIT, direct: 360 * CREDIT });
  });

  it('is none where drafts save nothing, are behind the shot, or nothing is known to be cheaper', () => {
    expect(way(25, 3)).toBeUndefined();
    expect(way(120, 5, [takeOf({ feedback: feedbackOf('approve') })])).toBeUndefined();
    expect(way(120, 5, [], [])).toBeUndefined();
    expect(wayThere({ quote: unknownPrice }, cheaper, placedIn(itemOf()), [])).toBeUndefined();
  });
});
