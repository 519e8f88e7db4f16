import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';

const keyOf = (prompt: string): string => analyse({ prompt }).key;

describe('analyse', () => {
  it('reads a whole prompt', () => {
    const features = analyse({
      prompt:
        'Please generate an image of two grey otters, a sign "Open", (fog:1.3), no people, 8k --ar 3:2 --no boats',
      negativePrompt: 'blurry, gulls',
    });
    expect(features).toEqual({
      key: '2 gray otters, fog, no:people, sign "Open | --no boats | --no gulls | --ar 3:2 | fog ×1.30',
      clauses: [['2', 'gray', 'otters'], ['sign', '"Open'], ['fog'], ['no:people']],
      words: ['2', 'gray', 'otters', 'sign', '"Open', 'fog', 'no:people'],
      quotes: ['Open'],
      negatives: ['boats', 'gulls'],
      weights: [{ text: 'fog', weight: 1.3 }],
      params: ['--ar 3:2', '--no boats'],
      decoration: ['8k'],
      ordered: false,
    });
  });

  it('has one key for prompts that differ in writing only', () => {
    const same = [
      'two grey otters, teacup, steam',
      'Teacup; STEAM, 2 gray otters!!',
      'please generate an image of two grey otters, teacup, steam, steam',
      'masterpiece, two\u200B grey  otters, the teacup, steam, best quality, trending on artstation',
      'try again: two grey otters, teacup, steam',
      'two grey otters, teacup, steam --seed 9',
    ];
    expect(new Set(same.map(keyOf))).toEqual(new Set(['2 gray otters, steam, teacup']));
  });

  it('has other keys for other content, polarity, quotes, settings and weights', () => {
    const other = [
      'a pier',
      'two piers',
      'no pier',
      'a pier "Pier"',
      'a pier "pier"',
      'a pier --ar 3:2',
      'a pier --no boats',
      'a (pier:1.5)',
      'a pier <lora:ink:1>',
    ];
    expect(new Set(other.map(keyOf)).size).toBe(other.length);
  });

  it('has one key for --no and a negative prompt', () => {
    expect(keyOf('a pier --no boats')).toBe(analyse({ prompt: 'a pier', negativePrompt: 'Boats' }).key);
  });

  it('keeps the order of a story in the key', () => {
    expect(keyOf('a bell rings, then a dog barks')).not.toBe(keyOf('then a dog barks, a bell rings'));
  });

  it('reads JSON', () => {
    const features = analyse({ prompt: '{"prompt":"A pier","negative_prompt":"boats","duration":"5s","seed":3}' });
    expect(features).toMatchObject({ clauses: [['pier']], negatives: ['boats'], params: ['--duration 5'] });
  });

  it('takes decoration for the content when there is no other', () => {
    expect(analyse({ prompt: 'masterpiece, 8k' }).clauses).toEqual([['masterpiece'], ['8k']]);
  });

  it.each([
    ['', ''],
    ['   ', ''],
    ['!!!', ' | --literal !!!'],
    ['"', ' | --literal "'],
  ])('reads %j', (prompt, key) => {
    expect(keyOf(prompt)).toBe(key);
    expect(analyse({ prompt }).words).toEqual([]);
  });

  it('notices a change behind what it reads closely', () => {
    const long = 'a pier, '.repeat(600_000);
    const [one, other] = [analyse({ prompt: `${long}fog` }), analyse({ prompt: `${long}rain` })];
    expect(one.key).not.toBe(other.key);
    expect(one.words.length).toBeLessThan(20_000);
    expect(one.key.length).toBeLessThan(25_000);
  });

  it('notices a change at the end of a long negative prompt', () => {
    const long = 'gulls '.repeat(10_000);
    const read = (end: string) => analyse({ prompt: 'a pier', negativePrompt: long + end });
    expect(read('x').key).not.toBe(read('y').key);
  });
});
