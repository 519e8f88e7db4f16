import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { usualReading } from '../../src/model/reading.js';
import { specificity } from '../../src/prompt/specificity.js';
import { films, foreign, goodShort, stills, vagueShort } from './fixtures/short-prompts.js';

const image = (prompt: string) => specificity({ kind: 'image', prompt });
const video = (prompt: string) => specificity({ kind: 'video', prompt });
const music = (prompt: string) => specificity({ kind: 'music', prompt });
const nothing = { lacks: [], contradictions: [], isStill: false, isVague: false };

describe('what a prompt leaves to chance', () => {
  it.each([
    ['a cat', ['setting', 'light', 'style', 'composition', 'action']],
    ['a cat in a kitchen', ['light', 'style', 'composition', 'action']],
    ['a cat in a kitchen at dawn, oil painting, low angle, drinking milk', []],
  ])('names the layers that "%s" says nothing of', (prompt, lacks) => {
    expect(image(prompt).lacks).toEqual(lacks);
  });

  it('is tried on enough prompts of both sorts', () => {
    expect(goodShort.length).toBeGreaterThanOrEqual(40);
    expect(vagueShort.length).toBeGreaterThanOrEqual(40);
  });

  it.each(goodShort)('lets $kind "$prompt" pass', (described) => {
    expect(specificity(described)).toMatchObject({ contradictions: [], isStill: false, isVague: false });
  });

  it.each(vagueShort)('calls $kind "$prompt" vague', (described) => {
    const { isVague, lacks } = specificity(described);
    expect([isVague, lacks.length > 0]).toEqual([true, true]);
  });

  it('lets a long description pass', () => {
    const prompt = 'An old fisherman mends a net on a quay while the sun goes down and gulls circle above him';
    expect(image(prompt).isVague).toBe(false);
  });

  it.each(['masterpiece, best quality, 8k', 'beautiful', 'soft light, low angle', 'something nice'])(
    'misses a subject in "%s"',
    (prompt) => {
      expect(image(prompt).lacks).toContain('subject');
    },
  );

  it.each(['edit', 'upscale', 'background-removal', 'other'] as const)('has nothing to say of %s', (kind) => {
    expect(specificity({ kind, prompt: 'a cat' })).toEqual(nothing);
  });

  it('asks of music what music has', () => {
    expect(music('something nice').lacks).toEqual(['genre', 'mood', 'instruments', 'tempo']);
    expect(music('mellow jazz, piano and bass, 80 BPM')).toMatchObject({ lacks: [], isVague: false });
  });

  it('asks of a sound only what it is', () => {
    expect(specificity({ kind: 'sound', prompt: 'high quality sound effect' }).lacks).toEqual(['subject']);
    expect(specificity({ kind: 'sound', prompt: 'door slam' }).lacks).toEqual([]);
  });

  it('asks of a voice who speaks, in what tone and how fast, and never judges what is spoken', () => {
    const voice = (prompt: string, settings = {}) => specificity({ kind: 'voice', prompt, arguments: settings }).lacks;
    expect(voice('A cat.')).toEqual(['voice', 'tone', 'pace']);
    expect(voice('A cat.', { voice: 'rachel' })).toEqual(['tone', 'pace']);
    expect(voice('[warm] A cat.', { voice: 'rachel', speed: 1.1 })).toEqual([]);
    expect(voice('A slow, warm voice is what he has at noon and at midnight.')).toEqual(['voice', 'tone', 'pace']);
  });

  it('knows what is content here', () => {
    const reading = { ...usualReading, notBoosters: ['masterpiece'] };
    expect(specificity({ kind: 'image', prompt: 'a masterpiece' }).lacks).toContain('subject');
    expect(specificity({ kind: 'image', prompt: 'a masterpiece' }, reading).lacks).not.toContain('subject');
  });

  it.each(foreign)('does not judge "%s", which is not in English', (prompt) => {
    for (const kind of ['image', 'video', 'music', 'voice', 'sound'] as const) {
      expect(specificity({ kind, prompt })).toEqual(nothing);
    }
  });

  it('never throws, and says nothing of an empty prompt', () => {
    expect(image('  ')).toEqual(nothing);
    const kind = fc.constantFrom('image', 'video', 'music', 'voice', 'sound' as const);
    fc.assert(
      fc.property(kind, fc.string({ unit: 'grapheme' }), (of, prompt) => {
        expect(specificity({ kind: of, prompt }).lacks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('reads a page of brackets and articles in no time', () => {
    for (const piece of ['[', '(', '<a ', 'a the ', 'an x ', '"', 'say ']) {
      const prompt = piece.repeat(20_000);
      const started = performance.now();
      for (const kind of ['video', 'voice'] as const) specificity({ kind, prompt });
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});

describe('a film in which nothing moves', () => {
  it.each(stills)('is asked for by "%s"', (prompt) => {
    expect(video(prompt).isStill).toBe(true);
  });

  it.each(films)('is not asked for by "%s"', (prompt) => {
    expect(video(prompt).isStill).toBe(false);
  });

  it('may start from a picture, which shows everything but how it moves', () => {
    const from = (prompt: string) => specificity({ kind: 'video', prompt, inputs: ['a.png'] });
    expect(from('a bowl of fruit')).toMatchObject({ lacks: ['motion'], isStill: true, isVague: false });
    expect(from('the fruit falls')).toEqual(nothing);
  });
});
