import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { offersOf } from '../../src/gate/offers.js';
import { stillsFirst } from '../../src/rules/stills-first.js';
import { editTool } from '../fixtures/edit-tools.js';
import { contextOf, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const check = (context: Partial<Context> = {}, request: Partial<GenerationRequest> = {}) =>
  stillsFirst.check(requestOf({ kind: 'video', ...request }), contextOf(context));
const asset = { id: 'a1', path: '/out/fox.png', mimeType: 'image/png', bytes: 1 };
const approved = takeOf({ feedback: feedbackOf('approve'), assets: [asset] });
const inputs = ['/out/fox.png'];

describe('the rule on stills first', () => {
  it('asks about a film on a shot without a still', () => {
    expect(check()).toEqual({ rule: 'stills-first', code: 'no-still', facts: { shot: 'fox', phase: 'explore' } });
  });

  it.each([
    ['nobody judged', takeOf()],
    ['was rejected', takeOf({ feedback: feedbackOf('reject') })],
    ['is of another shot', takeOf({ ...approved, shot: 'hare' })],
    ['is a voice', takeOf({ ...approved, kind: 'voice' })],
  ])('does not count a take that %s', (_, take) => {
    expect(check({ takes: [take] })?.code).toBe('no-still');
  });

  it('points to the approved still that the film does not start from', () => {
    expect(check({ takes: [approved] })).toMatchObject({
      code: 'keyframe-unused',
      facts: { take: 't_1', path: '/out/fox.png' },
    });
  });

  it('has the same call ready with the still as what it starts from, where the tool takes one', () => {
    const tool = editTool('film', { kind: 'video' });
    const sent = { prompt: 'a fox leaps', model: 'wan' };
    const found = check(
      { takes: [approved], offers: offersOf([tool]), namesAssets: true },
      { exposed: 'studio_film', prompt: 'a fox leaps', sent },
    );
    expect(found?.facts['name']).toBe('greenlight://asset/a1');
    expect(found?.instead).toMatchObject([
      { tool: 'studio_film', arguments: { ...sent, image: 'greenlight://asset/a1' }, amount: 5_000_000 },
    ]);
  });

  it('asks about a film that starts from a still nobody approved', () => {
    const open = takeOf({ id: 't_7', feedback: feedbackOf('refine') });
    expect(check({ takes: [open], sources: [open] }, { inputs })).toMatchObject({
      code: 'still-not-approved',
      facts: { take: 't_7', feedback: 'refine' },
    });
  });

  it.each<[string, Partial<Context>, Partial<GenerationRequest>]>([
    ['a film that starts from the approved still', { takes: [approved], sources: [approved] }, { inputs }],
    ['a film that starts from the person’s own picture', {}, { inputs }],
    ['a film that starts from an earlier film', { sources: [takeOf({ kind: 'video' })] }, { inputs }],
    ['a film of a shot whose film is approved', { takes: [takeOf({ ...approved, kind: 'video' })] }, {}],
    ['a picture', {}, { kind: 'image' }],
  ])('lets through %s', (_, context, request) => {
    expect(check(context, request)).toBeUndefined();
  });
});
