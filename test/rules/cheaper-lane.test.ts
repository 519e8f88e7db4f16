import { describe, expect, it } from 'vitest';
import { laneCalls } from '../../src/gate/lanes.js';
import type { Context } from '../../src/model/context.js';
import { cheaperLane } from '../../src/rules/cheaper-lane.js';
import { editTool } from '../fixtures/edit-tools.js';
import { contextOf, placedIn, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { itemOf, takeOf } from '../fixtures/takes.js';

const slow = editTool('slow', { kind: 'image', lane: 'relaxed' });
const lanes = laneCalls([slow], requestOf(), priceOf(5));
const check = (context: Partial<Context> = {}) => cheaperLane.check(requestOf(), contextOf({ lanes, ...context }));

describe('the rule on cheaper lanes', () => {
  it('names the lane, its price and the ready call', () => {
    const { prompt } = requestOf();
    expect(check()).toEqual({
      rule: 'cheaper-lane',
      code: 'not-urgent',
      facts: {
        ...{ lane: 'relaxed', tool: 'studio_slow', model: undefined },
        ...{ amount: 3_000_000, asked: 5_000_000, saving: 2_000_000 },
      },
      instead: [
        {
          tool: 'studio_slow',
          arguments: { prompt, greenlight: { shot: 'fox', phase: 'explore' } },
          amount: 3_000_000,
        },
      ],
    });
  });

  it.each<[string, Partial<Context>]>([
    ['a plan that does not say', { placement: placedIn(itemOf()) }],
    ['a step that can wait', { placement: placedIn(itemOf({ urgent: false })) }],
    ['a hero for the web', { placement: placedIn(itemOf({ phase: 'hero', purpose: 'web' })) }],
    ['a draft of what the world will see', { placement: placedIn(itemOf({ purpose: 'high-visibility' })) }],
    ['takes on another model', { takes: [takeOf({ model: 'best' })] }],
    ['takes that were not billed', { takes: [takeOf({ state: 'released' })] }],
  ])('speaks with %s', (_, context) => {
    expect(check(context)?.code).toBe('not-urgent');
  });

  it.each<[string, Partial<Context>]>([
    ['no lane', { lanes: [] }],
    ['an unknown price', { quote: unknownPrice }],
    ['a step that is urgent', { placement: placedIn(itemOf({ urgent: true })) }],
    ['a hero that the world will see', { placement: placedIn(itemOf({ phase: 'hero', purpose: 'high-visibility' })) }],
    ['a shot of which it was said', { takes: [takeOf()] }],
  ])('has nothing to say with %s', (_, context) => {
    expect(check(context)).toBeUndefined();
  });
});
