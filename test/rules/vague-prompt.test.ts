import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { vaguePrompt } from '../../src/rules/vague-prompt.js';
import { contextOf, priceOf, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const dear: Partial<Context> = { quote: priceOf(120) };
const check = (request: Partial<GenerationRequest>, context: Partial<Context> = dear) =>
  vaguePrompt.check(requestOf(request), contextOf(context));

describe('the rule on vague prompts', () => {
  it('names what a dear prompt leaves to chance, and where to ask how to say it', () => {
    expect(check({ prompt: 'a dog', sent: { prompt: 'a dog' } })).toEqual({
      rule: 'vague-prompt',
      code: 'vague',
      facts: { lacks: ['setting', 'light', 'style'] },
      instead: [{ tool: 'estimate', arguments: { tool: 'studio_generate_image', arguments: { prompt: 'a dog' } } }],
    });
  });

  it.each<[string, Partial<GenerationRequest>, Partial<Context>, string]>([
    ['a cheap call', { prompt: 'a dog' }, {}, 'vague-cheap'],
    ['several versions', { prompt: 'a dog', count: 4 }, {}, 'vague'],
    ['what cannot both be meant', { prompt: 'a street at noon, moonlight' }, {}, 'contradiction'],
    ['a film in which nothing moves', { kind: 'video', prompt: 'photo of a red barn at dusk' }, dear, 'still-film'],
    ['a text to be spoken by whatever voice', { kind: 'voice', prompt: 'Welcome aboard.' }, dear, 'voice-open'],
  ])('has a code of its own for %s', (_, request, context, code) => {
    expect(check(request, context)?.code).toBe(code);
  });

  it.each<[string, Partial<GenerationRequest>]>([
    ['a full prompt', {}],
    ['a mark', { prompt: 'minimal fox logo, flat vector' }],
    ['an edit', { kind: 'edit', prompt: 'remove the lamp post' }],
    ['a prompt in another language', { prompt: '一只红色的狐狸' }],
    ['a call without a prompt', { kind: 'upscale', prompt: '' }],
  ])('has nothing to say of %s', (_, request) => {
    expect(check(request)).toBeUndefined();
  });
});

describe('what feedback wanted gone', () => {
  const unwanted = [takeOf({ feedback: { ...feedbackOf('refine'), remove: ['hat'] } })];
  const negative = { argument: 'negative_prompt' } as const;
  const next = (request: Partial<GenerationRequest>, context: Partial<Context> = {}) =>
    check({ negative, ...request }, { takes: unwanted, ...context });

  it('is noted with the merged negative ready, when the next call does not say it', () => {
    expect(next({ negativePrompt: 'text', sent: { prompt: 'a fox' } })).toEqual({
      rule: 'vague-prompt',
      code: 'returning-unwanted',
      facts: { things: ['hat'], argument: 'negative_prompt', text: 'text, hat' },
      instead: [{ tool: 'studio_generate_image', arguments: { prompt: 'a fox', negative_prompt: 'text, hat' } }],
    });
  });

  it('comes before a mere note, and after what holds a call', () => {
    expect(next({ prompt: 'a dog' }, { quote: priceOf(5) })?.code).toBe('returning-unwanted');
    expect(next({ prompt: 'a dog' }, dear)?.code).toBe('vague');
  });

  it.each<[string, Partial<GenerationRequest>]>([
    ['the call asks it away', { negativePrompt: 'hats' }],
    ['the tool takes no negatives', { negative: undefined }],
    ['the call edits what exists', { kind: 'inpaint', prompt: 'take off the hat' }],
  ])('is not noted where %s', (_, request) => {
    expect(next(request)).toBeUndefined();
  });

  it('is a matter of its own shot', () => {
    expect(next({}, { takes: [{ ...takeOf(), shot: 'hare', feedback: unwanted[0]?.feedback }] })).toBeUndefined();
  });
});
