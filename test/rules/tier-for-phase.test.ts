import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { GenerationRequest } from '../../src/model/request.js';
import type { PlanItem } from '../../src/model/plan.js';
import type { CheaperCall } from '../../src/model/verdict.js';
import { tierForPhase } from '../../src/rules/tier-for-phase.js';
import { contextOf, placedIn, priceOf, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, planOf, takeOf } from '../fixtures/takes.js';

const CREDIT = 1_000_000;
const other = (model: string, tier: CheaperCall['tier'], credits: number): CheaperCall => ({
  ...{ model, tier, amount: credits * CREDIT },
  call: { tool: 'studio_generate_image', arguments: { model }, amount: credits * CREDIT },
});
const cheaper = [other('draft', 'budget', 20), other('fine', 'standard', 50)];
/** An item that waits for its yes, planned on the best model. */
const asked: Partial<PlanItem> = { tier: 'premium', acceptance: { state: 'needs-yes', reasons: ['premium'] } };
const premium: Partial<GenerationRequest> = { tier: 'premium', model: 'best' };
const check = (
  item: Partial<PlanItem> | undefined,
  request: Partial<GenerationRequest> = premium,
  context: Partial<Context> = {},
) =>
  tierForPhase.check(
    requestOf(request),
    contextOf({
      ...{ cheaper, quote: priceOf(120) },
      ...(item === undefined ? {} : { placement: placedIn(itemOf(item)) }),
      ...context,
    }),
  );

describe('the rule on the tier for a phase', () => {
  it('holds premium down while exploring, with the cheaper call ready', () => {
    expect(check({ ...asked, phase: 'explore', purpose: 'print' })).toEqual({
      rule: 'tier-for-phase',
      code: 'above-phase',
      facts: {
        ...{ phase: 'explore', purpose: 'print', tier: 'premium', highest: 'budget', model: 'best' },
        ...{ cheaper: 'draft', amount: 20 * CREDIT },
      },
      instead: [cheaper[0]?.call],
    });
  });

  it.each<[PlanItem['phase'], PlanItem['purpose'], string]>([
    ['select', 'print', 'fine'],
    ['select', 'test', 'draft'],
    ['hero', 'social', 'fine'],
    ['hero', 'background', 'draft'],
  ])('points in %s for %s to %s', (phase, purpose, model) => {
    expect(check({ ...asked, phase, purpose })?.facts['cheaper']).toBe(model);
  });

  it('only tells of it where a single cheap call needs no plan', () => {
    expect(check(undefined, { tier: 'standard' }, { quote: priceOf(15) })?.code).toBe('above-phase-cheap');
    expect(check(undefined, { tier: 'standard' }, { quote: priceOf(120) })?.code).toBe('above-phase');
  });

  it('asks for a better model for what is shown to the world', () => {
    const item = { phase: 'hero', purpose: 'print' } as const;
    expect(check(item, { tier: 'budget' }, { takes: [takeOf({ feedback: feedbackOf('approve') })] })).toMatchObject({
      code: 'below-purpose',
      facts: { purpose: 'print', lowest: 'standard' },
    });
  });

  it('lets the person decide about a hero without anything approved before', () => {
    const item = { phase: 'hero', purpose: 'print', tier: 'premium' } as const;
    expect(check(item)?.code).toBe('unproven-hero');
    expect(check(item, premium, { plan: planOf(itemOf(), itemOf(item)) })).toBeUndefined();
    expect(check(item, premium, { takes: [takeOf({ feedback: feedbackOf('approve') })] })).toBeUndefined();
  });

  it.each<[string, Partial<PlanItem> | undefined, Partial<GenerationRequest>, Partial<Context>]>([
    ['the cheapest tier while exploring', { phase: 'explore' }, { tier: 'budget' }, {}],
    ['what the tool offers no cheaper', { phase: 'explore' }, premium, { cheaper: [] }],
  ])('has nothing to say of %s', (_, item, request, context) => {
    expect(check(item, request, context)).toBeUndefined();
  });

  it.each(['policy', 'relayed', 'client'] as const)('takes what was accepted by %s for settled', (by) => {
    const item: Partial<PlanItem> = { phase: 'explore', tier: 'premium', acceptance: { state: 'accepted', by } };
    expect(check(item)).toBeUndefined();
    expect(check({ ...item, tier: 'standard' })?.code).toBe('above-phase');
  });
});

describe('the enhancement of a hero', () => {
  const enhance = { path: 'enhance', on: true, isOn: false };
  const hero: Partial<PlanItem> = { phase: 'hero', purpose: 'print', tier: 'premium' };
  const proven: Partial<Context> = { takes: [takeOf({ feedback: feedbackOf('approve') })] };
  const sent = { prompt: 'a fox' };

  it('is pointed to where its tool offers it', () => {
    expect(check(hero, { ...premium, enhance, sent }, proven)).toEqual({
      rule: 'tier-for-phase',
      code: 'not-enhanced',
      facts: { item: 'fox/hero', argument: 'enhance', on: true },
      instead: [{ tool: 'studio_generate_image', arguments: { prompt: 'a fox', enhance: true } }],
    });
  });

  it.each<[string, Partial<PlanItem>, Partial<GenerationRequest>]>([
    ['switched on already', hero, { ...premium, enhance: { ...enhance, isOn: true } }],
    ['not on offer', hero, premium],
    ['for drafts only', { phase: 'select', tier: 'standard' }, { tier: 'standard', enhance }],
  ])('is not spoken of where it is %s', (_, item, request) => {
    expect(check(item, request, proven)).toBeUndefined();
  });
});
