import { describe, expect, it } from 'vitest';
import { wayThere } from '../../../src/gate/flow/way-there.js';
import type { Take } from '../../../src/model/take.js';
import type { CheaperCall } from '../../../src/model/verdict.js';
import { placedIn, priceOf, unknownPrice } from '../../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../../fixtures/takes.js';

const CREDIT = 1_000_000;

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
