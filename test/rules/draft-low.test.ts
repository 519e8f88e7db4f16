import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { PlanItem } from '../../src/model/plan.js';
import { usualQuality } from '../../src/model/quality.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { draftLow } from '../../src/rules/draft-low.js';
import { contextOf, placedIn, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../fixtures/takes.js';

const film: Partial<GenerationRequest> = { kind: 'video', seconds: 10 };
const picture: Partial<GenerationRequest> = { width: 2048, height: 1536 };
const approved = takeOf({ feedback: feedbackOf('approve') });
const at = (phase: PlanItem['phase']): Partial<Context> => ({
  placement: { shot: 'fox', phase, named: true, candidates: [] },
});
const planned = (item: Partial<PlanItem>): Partial<Context> => ({ placement: placedIn(itemOf(item)) });
const check = (request: Partial<GenerationRequest>, context: Partial<Context> = {}) =>
  draftLow.check(requestOf(request), contextOf(context));

describe('the rule on low drafts', () => {
  it.each(['explore', 'select'] as const)('shortens a long film in %s', (phase) => {
    expect(check(film, at(phase))).toEqual({
      rule: 'draft-low',
      code: 'long-draft',
      facts: { phase, asked: 10, allowed: 5 },
      fix: { seconds: 5 },
    });
  });

  it.each(['explore', 'select'] as const)('makes a large picture smaller in %s', (phase) => {
    expect(check(picture, at(phase))).toEqual({
      rule: 'draft-low',
      code: 'large-draft',
      facts: { phase, width: 2048, height: 1536, side: 1024, purpose: undefined },
      fix: { pixels: 1024 * 1024 },
    });
  });

  it.each<[string, Partial<PlanItem>, Partial<Context>]>([
    ['waits for its yes', { acceptance: { state: 'needs-yes', reasons: ['above'] } }, {}],
    ['pays for less', {}, { quote: priceOf(6) }],
    ['does not know its price', { unit: undefined }, {}],
    ['cannot be compared with an unknown price', {}, { quote: unknownPrice }],
  ])('acts under a plan item that %s', (_, item, context) => {
    expect(check(film, { ...planned(item), ...context })?.code).toBe('long-draft');
    expect(check(picture, { ...planned(item), ...context })?.code).toBe('large-draft');
  });

  it('makes a draft as small as its purpose needs', () => {
    const social: Partial<PlanItem> = { purpose: 'social', acceptance: { state: 'needs-yes', reasons: ['above'] } };
    expect(check({ width: 1024, height: 1024 }, planned(social))?.fix).toEqual({ pixels: 768 * 768 });
  });

  it('takes the bounds that the person set', () => {
    const quality = { ...usualQuality, draft: { seconds: 8, pixels: 4096 * 4096 } };
    const policy = policyOf({ quality });
    expect(check(film, { policy })?.fix).toEqual({ seconds: 8 });
    expect(check(picture, { policy })).toBeUndefined();
  });

  it('switches a preview mode on', () => {
    const preview = { path: 'mode', on: 'draft', isOn: false };
    expect(check({ kind: 'video', seconds: 4, preview })).toEqual({
      rule: 'draft-low',
      code: 'no-preview',
      facts: { phase: 'explore', argument: 'mode' },
      fix: { preview: true },
    });
    expect(check({ ...film, preview })?.fix).toEqual({ seconds: 5, preview: true });
    expect(check({ ...picture, preview })?.fix).toEqual({ pixels: 1024 * 1024, preview: true });
    expect(check({ kind: 'video', preview: { ...preview, isOn: true } })).toBeUndefined();
    expect(check({ kind: 'video', preview }, at('hero'))).toBeUndefined();
  });

  it('does not take an approved still for a film, nor an earlier phase of the plan for a later one', () => {
    expect(check(film, { takes: [approved] })?.code).toBe('long-draft');
    const select: Partial<PlanItem> = { phase: 'select', acceptance: { state: 'needs-yes', reasons: ['above'] } };
    expect(check(picture, { ...planned(select), takes: [approved] })?.code).toBe('large-draft');
  });

  it.each<[string, Partial<GenerationRequest>, Partial<Context>]>([
    ['a film of five seconds', { kind: 'video', seconds: 5 }, {}],
    ['a film of no known length', { kind: 'video' }, {}],
    ['a film that becomes the hero', film, at('hero')],
    ['a picture that becomes the hero', picture, at('hero')],
    ['a picture of one megapixel', { width: 1024, height: 1024 }, {}],
    ['a picture of no known size', { width: 4096 }, {}],
    ['a film that the plan pays for', film, planned({ kind: 'video' })],
    ['a picture that the plan pays for within its tolerance', picture, { ...planned({}), quote: priceOf(5.5) }],
    ['several that the plan pays for', { ...picture, count: 4 }, { ...planned({ count: 4 }), quote: priceOf(20) }],
    ['a large picture after an approved draft', picture, { takes: [approved] }],
    ['a long film after an approved draft', film, { takes: [takeOf({ ...approved, kind: 'video' })] }],
    ['an edit', { ...picture, kind: 'edit' }, {}],
    ['an upscale', { ...picture, kind: 'upscale' }, {}],
    ['music', { kind: 'music', seconds: 60 }, {}],
  ])('leaves %s alone', (_, request, context) => {
    expect(check(request, context)).toBeUndefined();
  });
});
