import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/model/context.js';
import type { Take } from '../../src/model/take.js';
import { usualReading, type Reading } from '../../src/model/reading.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { rerun } from '../../src/rules/rerun.js';
import { contextOf, placedIn, policyOf, requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../fixtures/takes.js';

const prompt = requestOf().prompt;
const check = (request: Partial<GenerationRequest>, context: Partial<Context> = { takes: [takeOf()] }) =>
  rerun.check(requestOf(request), contextOf(context));

describe('the rule on re-runs', () => {
  it('names the take whose prompt says the same, what it cost and what was said of it', () => {
    const take = takeOf({ id: 't_8', paid: 7, feedback: feedbackOf('reject') });
    expect(check({}, { takes: [take] })).toEqual({
      rule: 'rerun',
      code: 'certain',
      facts: {
        ...{ take: 't_8', earlier: prompt, paid: 7, feedback: 'reject' },
        ...{ why: 'nothing changed', confidence: 1, changes: [] },
      },
      instead: [{ tool: 'take', arguments: { take: 't_8' } }],
    });
  });

  it.each([
    ['other letters and spaces', prompt.toUpperCase().replaceAll(' ', '  '), 'certain'],
    ['decoration', `${prompt}, masterpiece, best quality, 8k, ultra detailed`, 'certain'],
    ['one word that nobody knows', prompt.replace('fresh snow', 'fresh blorptic snow'), 'suspect'],
    ['another subject', prompt.replace('fox', 'hare'), undefined],
    ['another light', prompt.replace('at dawn', 'at night'), undefined],
    ['one thing more', `${prompt}, an abandoned windmill behind it`, undefined],
    ['another picture altogether', 'Portrait of an old sailor, charcoal drawing', undefined],
  ])('with %s says: %s', (_, changed, code) => {
    expect(check({ prompt: changed })?.code).toBe(code);
  });

  it.each<[string, Partial<Take>, string, string | undefined]>([
    [
      'a slight change in another shot of the plan',
      { shot: 'hare', item: 'hare/explore' },
      'fresh blorptic snow',
      undefined,
    ],
    ['a slight change in another phase of the shot', { item: 'fox/select' }, 'fresh blorptic snow', 'suspect'],
    ['a slight change of what no plan held', { shot: 'quick-1' }, 'fresh blorptic snow', 'suspect'],
    ['no change in another shot of the plan', { shot: 'hare', item: 'hare/explore' }, 'fresh snow', 'certain'],
  ])('says of %s what it is: %j, %s: %s', (_, change, snow, code) => {
    const takes = [takeOf(change), takeOf({ id: 't_2', item: 'fox/explore', prompt: 'Portrait of an old sailor' })];
    const changed = { prompt: prompt.replace('fresh snow', snow) };
    expect(check(changed, { takes, placement: placedIn(itemOf()) })?.code).toBe(code);
  });

  it('says what changed, and what that is about', () => {
    expect(check({ prompt: prompt.replace('fresh snow', 'fresh blorptic snow') })?.facts).toMatchObject({
      why: 'added: blorptic',
      confidence: 0.5,
      changes: [{ type: 'detail', after: 'blorptic' }],
    });
    expect(check({ prompt: `8k, ${prompt}` })?.facts).toMatchObject({ why: 'only “8k” changed', changes: [] });
  });

  it('sees a change of the negative prompt alone', () => {
    expect(check({ negativePrompt: 'people, houses' })).toBeUndefined();
  });

  it('has nothing to compare without a prompt', () => {
    expect(check({ prompt: ' ' }, { takes: [takeOf({ prompt: '' })] })).toBeUndefined();
  });

  it.each<[string, Partial<GenerationRequest>]>([
    ['another model', { model: 'flux-2-dev' }],
    ['another format', { aspect: '16:9' }],
    ['another input picture', { inputs: ['other.png'] }],
    ['another tool', { tool: 'edit_image' }],
  ])('is no re-run on %s', (_, request) => {
    expect(check(request)).toBeUndefined();
  });

  it('does not count what was not billed', () => {
    expect(check({}, { takes: [takeOf({ state: 'released', outcome: 'unbilled' })] })).toBeUndefined();
  });

  it('is not fooled by a new seed or by another shot', () => {
    expect(check({ seed: 99 })?.code).toBe('certain');
    expect(check({}, { takes: [takeOf({ shot: 'hare' })] })?.code).toBe('certain');
  });
});

describe('what is the same request, as the person sees it', () => {
  const code = (changes: Partial<Reading>, request: Partial<GenerationRequest>, earlier = takeOf()) => {
    const policy = policyOf({ reading: { ...usualReading, ...changes } });
    return check(request, { policy, takes: [earlier] })?.code;
  };

  it.each<[string, Partial<Reading>, Partial<GenerationRequest>, string | undefined]>([
    ['a booster of their own', { boosters: ['dreamlike glow'] }, { prompt: `${prompt}, dreamlike glow` }, 'certain'],
    ['no booster of theirs', {}, { prompt: `${prompt}, dreamlike glow` }, undefined],
    ['a booster that is content', { notBoosters: ['masterpiece'] }, { prompt: `${prompt}, masterpiece` }, 'suspect'],
    ['another model', { modelMakesAnother: false }, { model: 'flux-2-dev' }, 'certain'],
    ['another seed', { seedMakesAnother: true }, { seed: 99 }, undefined],
    ['no seed', { seedMakesAnother: true }, {}, 'certain'],
    ['a seed in the prompt', { seedMakesAnother: true }, { prompt: `${prompt} --seed 9` }, undefined],
    ['a usual seed in the prompt', {}, { prompt: `${prompt} --seed 9` }, 'certain'],
  ])('with %s says so', (_, changes, request, expected) => {
    expect(code(changes, request)).toBe(expected);
  });

  it.each([
    [0.3, 'certain'],
    [0.1, undefined],
  ])('with weights that count from %d on says: %s', (weightStep, expected) => {
    const earlier = takeOf({ prompt: prompt.replace('red fox', '(red fox:1.1)') });
    expect(code({ weightStep }, { prompt: prompt.replace('red fox', '(red fox:1.3)') }, earlier)).toBe(expected);
  });
});

describe('versions that were meant', () => {
  const batch = (count: number, made: number): Partial<Context> => ({
    placement: placedIn(itemOf({ count })),
    takes: Array.from({ length: made }, (_, index) => takeOf({ id: `t_${String(index)}`, item: 'fox/explore' })),
  });

  it.each([
    [4, 3, undefined],
    [4, 4, 'certain'],
    [1, 1, 'certain'],
  ])('of a planned batch of %i with %i made say: %s', (count, made, code) => {
    expect(check({}, batch(count, made))?.code).toBe(code);
  });

  it.each([
    ['client', undefined],
    ['person', undefined],
    ['relayed', 'another-told'],
  ] as const)('because "another" was asked for (%s) say: %s', (strength, code) => {
    const take = takeOf({ feedback: feedbackOf('another', strength) });
    expect(check({}, { takes: [take] })?.code).toBe(code);
  });

  it('are one for one "another", not any number', () => {
    const asked = takeOf({ id: 't_1', at: 1, feedback: feedbackOf('another') });
    const made = takeOf({ id: 't_2', at: 2, feedback: feedbackOf('reject', 'client', 't_2') });
    expect(check({}, { takes: [made, asked] })?.code).toBe('certain');
  });
});
