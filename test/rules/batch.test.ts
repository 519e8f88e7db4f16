import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { PlanItem } from '../../src/model/plan.js';
import type { GenerationRequest } from '../../src/model/request.js';
import type { Take } from '../../src/model/take.js';
import { batch } from '../../src/rules/batch.js';
import { contextOf, placedIn, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../fixtures/takes.js';

const check = (item: Partial<PlanItem>, context: Partial<Context> = {}, request: Partial<GenerationRequest> = {}) =>
  batch.check(requestOf(request), contextOf({ placement: placedIn(itemOf(item)), ...context }));
const refined = takeOf({ feedback: feedbackOf('refine') });
const approved = takeOf({ feedback: feedbackOf('approve') });
const select: Partial<PlanItem> = { phase: 'select' };
const four: Partial<PlanItem> = { phase: 'select', count: 4 };
const three: Partial<PlanItem> = { count: 3 };
const ofItem = { item: 'fox/explore' };
/** Takes of the batch, newest first. */
const madeOn = (...models: (string | undefined)[]): Partial<Context> => ({
  takes: [...models.map((model, at): Take => takeOf({ id: `t_${String(at)}`, phase: 'select', model })), refined],
});

describe('the rule on batches', () => {
  it.each([
    ['refined', refined],
    ['approved', approved],
  ])('remarks on a single version to select from, once the prompt was %s', (_, take) => {
    expect(check(select, { takes: [take] })).toEqual({
      rule: 'batch',
      code: 'single-in-select',
      facts: { item: 'fox/select', shot: 'fox', planned: 1, model: undefined },
    });
  });

  it('remarks on a batch of a prompt that nobody has judged', () => {
    expect(check(four, { takes: [takeOf()] })?.code).toBe('unrefined');
    expect(check(four, {}, { count: 4 })?.code).toBe('unrefined');
  });

  it('remarks once on a batch that goes back to a model', () => {
    expect(check(four, madeOn('b', 'a'), { model: 'a' })).toEqual({
      rule: 'batch',
      code: 'mixed-models',
      facts: { item: 'fox/select', shot: 'fox', planned: 4, model: 'a' },
    });
    expect(check(four, madeOn('a', undefined))?.code).toBe('mixed-models');
    expect(check(four, madeOn('a', 'b', 'a'), { model: 'b' })).toBeUndefined();
  });

  it('remarks on several versions of one prompt while exploring, once', () => {
    expect(check(three, {}, { count: 3 })).toEqual({
      rule: 'batch',
      code: 'variants-in-explore',
      facts: { item: 'fox/explore', shot: 'fox', planned: 3, model: undefined },
    });
    expect(check(three, { takes: [takeOf(ofItem)] })?.code).toBe('variants-in-explore');
    expect(check(three, { takes: [takeOf(ofItem), takeOf({ ...ofItem, id: 't_2' })] })).toBeUndefined();
    expect(check(three, { takes: [takeOf({ ...ofItem, count: 2 })] })).toBeUndefined();
  });

  it.each<[string, Partial<PlanItem>, Partial<Context>, Partial<GenerationRequest>]>([
    ['a planned batch of a refined prompt', four, { takes: [refined] }, { count: 4 }],
    ['the rest of a batch that began unrefined', four, { takes: [takeOf({ phase: 'select' })] }, {}],
    ['a batch on one model after the other', four, madeOn('b', 'a', 'a'), { model: 'b' }],
    ['a single version of a prompt that nobody refined', select, { takes: [takeOf()] }, {}],
    ['a single version where another shot was refined', select, { takes: [takeOf({ ...refined, shot: 'hare' })] }, {}],
    ['a single version of what is only for a while', { ...select, purpose: 'temporary' }, { takes: [refined] }, {}],
    ['the second of single versions', select, { takes: [refined, takeOf({ phase: 'select' })] }, {}],
    ['a single film', select, { takes: [refined] }, { kind: 'video' }],
    ['a single hero', { phase: 'hero' }, { takes: [refined] }, {}],
    ['a grid at the price of one', select, { takes: [refined], outputsPerUnit: 4 }, {}],
    ['one version while exploring', {}, {}, {}],
    ['different concepts', three, { takes: [takeOf({ ...ofItem, promptKey: 'hare field' })] }, {}],
    ['a version after one that was not billed', three, { takes: [takeOf({ ...ofItem, state: 'released' })] }, {}],
    ['a grid of variants at the price of one', { count: 4 }, { outputsPerUnit: 4 }, { count: 4 }],
    ['several edits', three, {}, { kind: 'edit', count: 3 }],
  ])('has nothing to say of %s', (_, item, context, request) => {
    expect(check(item, context, request)).toBeUndefined();
  });

  it('has nothing to say without a plan', () => {
    expect(batch.check(requestOf({ count: 3 }), contextOf({ takes: [refined] }))).toBeUndefined();
  });
});
