import { describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../../src/model/request.js';
import type { PlanItem } from '../../src/model/plan.js';
import { silentVideo } from '../../src/rules/silent-video.js';
import { contextOf, placedIn, requestOf } from '../fixtures/rule-input.js';
import { itemOf } from '../fixtures/takes.js';

const check = (request: Partial<GenerationRequest>, item?: Partial<PlanItem>) =>
  silentVideo.check(
    requestOf({ kind: 'video', audio: true, ...request }),
    contextOf(item === undefined ? {} : { placement: placedIn(itemOf(item)) }),
  );

describe('the rule on silent video', () => {
  it('turns sound off that no plan asked for', () => {
    expect(check({})).toEqual({
      rule: 'silent-video',
      code: 'audio-on',
      facts: { shot: 'fox', phase: 'explore', item: undefined },
      fix: { audio: false },
    });
  });

  it('turns sound off where the plan has none', () => {
    expect(check({}, { audio: false })).toMatchObject({ facts: { item: 'fox/explore' }, fix: { audio: false } });
  });

  it.each<[string, Partial<GenerationRequest>, Partial<PlanItem>?]>([
    ['sound that the plan wants', {}, { audio: true }],
    ['a silent video', { audio: false }],
    ['a video whose tool has no such switch', { audio: undefined }],
    ['a picture', { kind: 'image' }],
    ['a voice, which is nothing but sound', { kind: 'voice' }],
  ])('leaves %s alone', (_, request, item) => {
    expect(check(request, item)).toBeUndefined();
  });
});
