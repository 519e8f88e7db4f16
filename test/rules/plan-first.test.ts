import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/model/brief.js';
import type { Context, Placement } from '../../src/model/context.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { planFirst } from '../../src/rules/plan-first.js';
import { contextOf, placedIn, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, planOf, takeOf } from '../fixtures/takes.js';

const brief: Brief = {
  id: 'b_1',
  project: 'poster',
  version: 1,
  at: 0,
  goal: 'a poster',
  audience: 'all',
  tone: 'calm',
  constraints: ['A2'],
  directions: [
    { name: 'one', idea: 'a' },
    { name: 'two', idea: 'b' },
  ],
  chosen: 'one',
  why: 'it is calm',
};
const check = (context: Partial<Context>, request: Partial<GenerationRequest> = {}) =>
  planFirst.check(requestOf(request), contextOf(context));
const dear = priceOf(50);
const unplaced = (changes: Partial<Placement> = {}): Placement => ({
  shot: 'quick-1',
  phase: 'explore',
  named: false,
  candidates: [],
  ...changes,
});

describe('a call that no plan item covers', () => {
  it('passes when it is small enough for the quick lane, with or without a brief', () => {
    expect(check({ quote: priceOf(20) })).toBeUndefined();
    expect(check({ quote: priceOf(20), brief })).toBeUndefined();
  });

  it('needs a brief first when it is not', () => {
    expect(check({ quote: dear })).toEqual({
      rule: 'plan-first',
      code: 'no-brief',
      facts: {
        shot: 'fox',
        phase: 'explore',
        miss: { because: 'per-call', amount: 50_000_000, allowed: 20_000_000 },
      },
      instead: [{ tool: 'brainstorm', arguments: {} }],
    });
  });

  it('needs a plan when there is a brief', () => {
    const found = check({ quote: dear, brief });
    expect(found).toMatchObject({ code: 'no-plan', instead: [{ tool: 'plan', arguments: {} }] });
  });

  it('that names a shot or phase the plan does not have is told what it has, however cheap it is', () => {
    const plan = planOf(itemOf(), itemOf({ phase: 'hero' }));
    expect(check({ plan, brief, placement: unplaced({ shot: 'hare', named: true }) })).toEqual({
      rule: 'plan-first',
      code: 'not-in-plan',
      facts: { shot: 'hare', phase: 'explore', items: ['fox/explore', 'fox/hero'], count: 2 },
      instead: [],
    });
  });

  it('that edits a planned shot may take the quick lane; on a shot that is not planned it may not', () => {
    const plan = planOf(itemOf());
    const cut = { kind: 'background-removal' } as const;
    expect(check({ plan, brief, placement: unplaced({ shot: 'fox', named: true }) }, cut)).toBeUndefined();
    expect(check({ plan, brief, placement: unplaced({ shot: 'fox', named: true }), quote: dear }, cut)?.code).toBe(
      'no-plan',
    );
    expect(check({ plan, brief, placement: unplaced({ shot: 'hare', named: true }) }, cut)?.code).toBe('not-in-plan');
    expect(check({ plan, brief, placement: unplaced({ shot: 'fox', named: true }) })?.code).toBe('not-in-plan');
  });

  it('that names nothing may still take the quick lane beside a plan', () => {
    expect(check({ plan: planOf(itemOf()), brief, placement: unplaced() })).toBeUndefined();
    expect(check({ plan: planOf(itemOf()), brief, placement: unplaced(), quote: dear })?.code).toBe('no-plan');
  });

  it('that could be more than one item is given the corrected calls', () => {
    const candidates = [itemOf(), itemOf({ shot: 'hare' })];
    const found = check(
      { plan: planOf(...candidates), placement: unplaced({ candidates }) },
      { arguments: { size: 1 } },
    );
    expect(found).toEqual({
      rule: 'plan-first',
      code: 'ambiguous',
      facts: { items: ['fox/explore', 'hare/explore'] },
      instead: ['fox', 'hare'].map((shot) => ({
        tool: 'studio_generate_image',
        arguments: { size: 1, greenlight: { shot, phase: 'explore' } },
      })),
    });
  });
});

describe('a call that a plan item covers', () => {
  const inside = (item = itemOf(), context: Partial<Context> = {}, request: Partial<GenerationRequest> = {}) =>
    check({ plan: planOf(item), placement: placedIn(item), ...context }, request);

  it('passes at its planned price', () => {
    expect(inside()).toBeUndefined();
  });

  it('passes however dear it is, for that is what the plan was accepted for', () => {
    expect(inside(itemOf({ unit: 900_000_000 }), { quote: priceOf(900) })).toBeUndefined();
  });

  it('is refused when the person said no to the item', () => {
    expect(inside(itemOf({ acceptance: { state: 'denied', reason: 'too dear' } }))).toMatchObject({
      code: 'item-denied',
      facts: { item: 'fox/explore', reason: 'too dear' },
    });
  });

  it('asks while the item still needs a yes', () => {
    expect(inside(itemOf({ acceptance: { state: 'needs-yes', reasons: ['batch'] } }))).toMatchObject({
      code: 'item-not-accepted',
      facts: { item: 'fox/explore', reasons: ['batch'] },
    });
  });

  it.each([
    [1, 5.5, undefined],
    [1, 5.500001, 'beyond-plan'],
    [3, 16.5, undefined],
    [3, 16.500001, 'beyond-plan'],
  ])('for %i versions at 5 credits and a tolerance of a tenth may cost %d: %s', (count, credits, code) => {
    expect(inside(itemOf({ count }), { quote: priceOf(credits) }, { count })?.code).toBe(code);
  });

  it('says what was allowed', () => {
    expect(inside(itemOf(), { quote: priceOf(6) })?.facts).toEqual({
      item: 'fox/explore',
      shot: 'fox',
      phase: 'explore',
      amount: 6_000_000,
      allowed: 5_500_000,
    });
  });

  it.each([
    ['relayed', 500, undefined],
    ['relayed', 500.000001, 'phase-relayed'],
    ['client', 900, 'beyond-plan'],
  ] as const)('after an approval of strength %s, a call of %d credits is told: %s', (strength, credits, code) => {
    const item = itemOf({ phase: 'hero', unit: 500_000_000 });
    const plan = planOf(itemOf({ phase: 'explore' }), item);
    const takes = [takeOf({ id: 't_7', phase: 'explore', feedback: feedbackOf('approve', strength) })];
    const found = check({ plan, takes, placement: placedIn(item), quote: priceOf(credits) });
    expect(found?.code).toBe(code);
    if (code === 'phase-relayed') expect(found?.facts).toMatchObject({ takes: ['t_7'], above: 500_000_000 });
  });

  it('may cost not a micro-credit more when nothing is tolerated', () => {
    const policy = policyOf({ plan: { tolerance: 0 } });
    expect(inside(itemOf(), { policy, quote: priceOf(5) })).toBeUndefined();
    expect(inside(itemOf(), { policy, quote: priceOf(5.000001) })?.code).toBe('beyond-plan');
  });

  it('may not use a dearer tier than planned, but a cheaper one', () => {
    const item = itemOf({ tier: 'standard' });
    expect(inside(item, {}, { tier: 'premium' })?.facts).toMatchObject({ tier: 'premium', planned: 'standard' });
    expect(inside(item, {}, { tier: 'budget' })).toBeUndefined();
  });

  it('may not switch audio on that was not planned', () => {
    expect(inside(itemOf(), {}, { audio: true })).toMatchObject({ code: 'beyond-plan', facts: { audio: true } });
    expect(inside(itemOf({ audio: true }), {}, { audio: true })).toBeUndefined();
  });

  it('with an unknown price is left to the rule on unknown prices', () => {
    expect(inside(itemOf(), { quote: unknownPrice })).toBeUndefined();
    expect(inside(itemOf({ unit: undefined }), { quote: dear })).toBeUndefined();
  });
});

describe('the phases of a shot', () => {
  const [explore, select, hero] = [itemOf(), itemOf({ phase: 'select' }), itemOf({ phase: 'hero' })];
  const call = (context: Partial<Context>) =>
    check({ plan: planOf(explore, select, hero), placement: placedIn(hero), ...context });

  it('open one after the other: the latest one that is missing is named', () => {
    expect(call({})).toEqual({
      rule: 'plan-first',
      code: 'phase-ahead',
      facts: { item: 'fox/hero', shot: 'fox', phase: 'hero', needs: 'fox/select' },
      instead: [{ tool: 'studio_generate_image', arguments: { greenlight: { shot: 'fox', phase: 'select' } } }],
    });
  });

  it.each([
    ['approved', 'approve', 'explore', 'fox', undefined],
    ['approved in the phase before', 'approve', 'select', 'fox', undefined],
    ['only rejected', 'reject', 'select', 'fox', 'phase-ahead'],
    ['approved in the phase itself', 'approve', 'hero', 'fox', 'phase-ahead'],
    ['approved on another shot', 'approve', 'select', 'hare', 'phase-ahead'],
  ] as const)('with an earlier take that is %s say: %s', (_, verdict, phase, shot, code) => {
    expect(call({ takes: [takeOf({ shot, phase, feedback: feedbackOf(verdict) })] })?.code).toBe(code);
  });

  it('are open from the start where no earlier one of the shot is planned', () => {
    expect(check({ plan: planOf(hero, itemOf({ shot: 'hare' })), placement: placedIn(hero) })).toBeUndefined();
  });

  it('count before the yes that an item still needs, so that nobody is asked too early', () => {
    const item = itemOf({ phase: 'hero', acceptance: { state: 'needs-yes', reasons: ['premium'] } });
    expect(check({ plan: planOf(explore, item), placement: placedIn(item) })?.code).toBe('phase-ahead');
  });
});
