import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specificity } from '../../src/prompt/specificity.js';

const image = (prompt: string) => specificity({ kind: 'image', prompt });
const video = (prompt: string) => specificity({ kind: 'video', prompt });
const music = (prompt: string) => specificity({ kind: 'music', prompt });

describe('what a prompt leaves to chance', () => {
  it.each([
    ['a cat', ['setting', 'light', 'style', 'composition', 'action']],
    ['a cat in a kitchen', ['light', 'style', 'composition', 'action']],
    ['a cat in a kitchen at dawn, oil painting, low angle, drinking milk', []],
  ])('names the layers that "%s" says nothing of', (prompt, lacks) => {
    expect(image(prompt).lacks).toEqual(lacks);
  });

  it.each(['a cat', 'two wooden chairs', 'masterpiece, best quality, 8k', 'beautiful', 'cinematic lighting'])(
    'calls "%s" vague',
    (prompt) => {
      expect(image(prompt).isVague).toBe(true);
    },
  );

  it.each(['masterpiece, best quality, 8k', 'beautiful', 'soft light, low angle'])(
    'misses a subject in "%s"',
    (prompt) => {
      expect(image(prompt).lacks).toContain('subject');
    },
  );

  it.each([
    'minimal fox logo, flat vector',
    'app icon of a fox',
    'seamless pattern of leaves',
    'remove the lamp post',
    'make it darker',
    'a red fox in snow at dusk, telephoto',
    'An old fisherman mends a net on a quay while the sun goes down behind the boats and gulls circle above him',
  ])('lets "%s" pass', (prompt) => {
    expect(image(prompt).isVague).toBe(false);
  });

  it.each(['edit', 'upscale', 'background-removal', 'voice', 'other'] as const)('has nothing to say of %s', (kind) => {
    expect(specificity({ kind, prompt: 'a cat' })).toEqual({
      lacks: [],
      contradictions: [],
      isStill: false,
      isVague: false,
    });
  });

  it('knows a film in which nothing moves', () => {
    expect(video('a bowl of fruit on a table').isStill).toBe(true);
    expect(video('a bowl of fruit, slow push in').isStill).toBe(false);
    expect(video('a bowl of fruit falling').isStill).toBe(false);
  });

  it('asks of music what music has', () => {
    expect(music('something nice').lacks).toEqual(['genre', 'mood', 'instruments', 'tempo']);
    expect(music('mellow jazz, piano and bass, 80 BPM')).toMatchObject({ lacks: [], isVague: false });
  });

  it.each([
    ['a street at noon, moonlight', [['noon', 'moonlight']]],
    ['a cat, monochrome, colorful', [['monochrome', 'colorful']]],
    ['a cat at dusk, golden light', []],
    ['instrumental jazz, no vocals', []],
    ['photorealistic fox, not a cartoon', []],
  ])('names what cannot both be meant in "%s"', (prompt, expected) => {
    expect(image(prompt).contradictions).toEqual(expected);
  });

  it.each(['ein Hund im Garten', 'una casa azul', 'une maison bleue', 'собака в саду', '一只猫', '赤い風船'])(
    'does not judge "%s", which is not in English',
    (prompt) => {
      expect(image(prompt)).toMatchObject({ lacks: [], isVague: false });
      expect(video(prompt).isStill).toBe(false);
    },
  );

  it('never throws, and says nothing of an empty prompt', () => {
    expect(image('  ').isVague).toBe(false);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (prompt) => image(prompt).lacks.length <= 6));
  });
});
