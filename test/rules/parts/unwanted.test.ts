import { describe, expect, it } from 'vitest';
import type { Take } from '../../../src/model/take.js';
import { negativeCall, notAskedAway, unwantedOn } from '../../../src/rules/parts/unwanted.js';
import { requestOf } from '../../fixtures/rule-input.js';
import { feedbackOf, takeOf } from '../../fixtures/takes.js';

const judged = (at: number, words: { keep?: string[]; remove?: string[] }, shot = 'fox'): Take =>
  takeOf({ id: `t_${String(at)}`, shot, feedback: { ...feedbackOf('refine'), ...words, at } });

describe('what was wanted gone from a shot', () => {
  it('is named once, in the order it was said, of this shot only', () => {
    const takes = [
      judged(3, { remove: ['hats', 'text'] }),
      judged(1, { remove: ['hat'] }),
      judged(2, { remove: ['x'] }, 'b'),
    ];
    expect(unwantedOn('fox', takes)).toEqual(['hat', 'text']);
  });

  it('is forgotten when it is wanted back', () => {
    expect(unwantedOn('fox', [judged(1, { remove: ['hat', 'text'] }), judged(2, { keep: ['the hat'] })])).toEqual([
      'text',
    ]);
  });

  it('is not asked away by a prompt that says nothing of it', () => {
    const request = requestOf({ prompt: 'a fox, no text', negativePrompt: 'scarf' });
    expect(notAskedAway(request, ['text', 'hat', 'scarf'])).toEqual(['hat']);
  });
});

describe('the tool’s own form of a negative', () => {
  it('is an argument, with what stands there kept', () => {
    const request = requestOf({
      sent: { prompt: 'a fox' },
      negativePrompt: 'blur',
      negative: { argument: 'avoid.words' },
    });
    expect(negativeCall(request, ['hat'])).toEqual({
      argument: 'avoid.words',
      text: 'blur, hat',
      arguments: { prompt: 'a fox', avoid: { words: 'blur, hat' } },
    });
  });

  it('is a suffix of the prompt', () => {
    const request = requestOf({
      prompt: 'a fox',
      sent: { text: 'a fox' },
      negative: { suffix: '--no ', prompt: 'text' },
    });
    expect(negativeCall(request, ['hat'])).toEqual({ text: 'a fox --no hat', arguments: { text: 'a fox --no hat' } });
  });

  it('is none where the tool takes none', () => {
    expect(negativeCall(requestOf(), ['hat'])).toBeUndefined();
  });
});
