import { describe, expect, it } from 'vitest';
import { usualReading } from '../../src/model/reading.js';
import { analyse } from '../../src/prompt/analyse.js';
import { difference } from '../../src/prompt/difference.js';
import { cosmeticEdits, materialEdits, uncertainEdits } from './fixtures/edits.js';

const compare = (before: string, after: string) => difference(analyse({ prompt: before }), analyse({ prompt: after }));

describe('difference', () => {
  it.each(cosmeticEdits)('takes %s for a re-run: %s / %s', (_, before, after) => {
    expect(compare(before, after)).toMatchObject({ rerun: 'certain', material: [] });
    expect(compare(after, before).rerun).toBe('certain');
  });

  it.each(materialEdits)('takes another %s for another prompt: %s / %s', (_, before, after) => {
    expect(compare(before, after).rerun).toBe('no');
    expect(compare(after, before).rerun).toBe('no');
  });

  it.each(uncertainEdits)('is never certain about %s: %s / %s', (_, before, after) => {
    expect(compare(before, after).rerun).not.toBe('certain');
    expect(compare(after, before).rerun).toBe(compare(before, after).rerun);
  });

  it('suspects a prompt of which only the word order changed, and says who does what to whom', () => {
    expect(compare('a dog chasing a cat', 'a cat chasing a dog')).toEqual({
      rerun: 'suspect',
      confidence: 0.5,
      why: 'dog chasing cat → cat chasing dog (the same words, in other roles)',
      material: [{ type: 'relation', before: 'dog chasing cat', after: 'cat chasing dog' }],
      cosmetic: [],
    });
  });

  it('takes turned words of the whole for nothing but word order', () => {
    expect(compare('foggy twilight anime otter', 'anime foggy twilight otter')).toMatchObject({
      rerun: 'suspect',
      why: 'only word order changed',
      cosmetic: ['word order'],
      material: [],
    });
  });

  it('suspects a prompt with one word of unknown weight more', () => {
    expect(compare('an otter in a teacup', 'a sleek otter in a teacup')).toMatchObject({
      rerun: 'suspect',
      why: 'added: sleek',
      material: [{ type: 'detail', after: 'sleek' }],
    });
  });

  it('takes two unknown words more for another prompt', () => {
    expect(compare('an otter in a teacup', 'a sleek otter in a chipped teacup').rerun).toBe('no');
  });

  it('names what was added and removed', () => {
    expect(compare('a sailor with a hat', 'a sailor, dawn light').why).toBe('added: dawn light; removed: hat');
  });

  it('shows quotes and negations as a person writes them', () => {
    expect(compare('a poster', 'a poster saying "Open", no people').material).toEqual([
      { type: 'quoted-text', after: 'saying "Open"' },
      { type: 'negation', after: 'no people' },
    ]);
  });

  it('tells what became what, and what that is about', () => {
    expect(compare('a red kite over the dunes', 'a blue kite over the dunes')).toMatchObject({
      rerun: 'no',
      confidence: 0.95,
      why: 'red → blue (colour)',
      material: [{ type: 'colour', before: 'red', after: 'blue' }],
    });
  });

  it('is the less sure the more is written another way', () => {
    const confidence = (before: string, after: string): number => compare(before, after).confidence;
    expect(confidence('a bike by the sea', 'A bike, by the sea!, 8k')).toBe(1);
    expect(confidence('a bike by the sea', 'a bicycle by the sea')).toBe(0.95);
    expect(confidence('a bike near a car', 'a bicycle near an automobile')).toBe(0.9);
    expect(confidence('an otter in a teacup', 'a sleek otter in a chipped teacup')).toBeLessThan(0.9);
    expect(confidence('an otter in a teacup', 'the skyline of a harbour by night')).toBeGreaterThan(0.95);
  });

  it('says when nothing changed', () => {
    expect(compare('a pier', 'A pier.').why).toBe('nothing changed');
  });

  it('names the decoration that changed', () => {
    expect(compare('a pier, 8k', 'masterpiece, a pier')).toMatchObject({
      why: 'only “8k, masterpiece” changed',
      cosmetic: ['8k', 'masterpiece'],
    });
  });

  it('names typing errors, small weights and the order of clauses', () => {
    expect(compare('an otter, a bicycle', 'a bicycel, an otter').cosmetic).toEqual(['bicycle → bicycel']);
    expect(compare('(otter:1.1), cup', '(otter:1.2), cup').cosmetic).toEqual(['weight of otter 1.10 → 1.20']);
    expect(compare('otter, cup', 'cup, otter').cosmetic).toEqual(['order of clauses']);
  });

  it('turns before and after round with the direction', () => {
    const there = compare('an old sailor in a red hat', 'a young sailor at dawn');
    const back = compare('a young sailor at dawn', 'an old sailor in a red hat');
    const sides = ({ material }: typeof there) => material.map(({ before, after }) => [before, after].join('/'));
    expect(sides(back).sort()).toEqual(
      sides(there)
        .map((both) => both.split('/').reverse().join('/'))
        .sort(),
    );
  });

  it('takes prompts that share little for different ones', () => {
    expect(compare('an otter in a teacup', 'the skyline of a harbour by night').rerun).toBe('no');
  });

  it('weighs as the person wants it', () => {
    const [before, after] = [analyse({ prompt: '(otter:1.1)' }), analyse({ prompt: '(otter:1.2)' })];
    expect(difference(before, after, { ...usualReading, weightStep: 0.05 })).toMatchObject({
      rerun: 'no',
      why: 'otter ×1.10 → otter ×1.20 (weight)',
    });
  });

  it('compares negative prompts', () => {
    const before = analyse({ prompt: 'a pier', negativePrompt: 'blurry, bad anatomy' });
    expect(difference(before, analyse({ prompt: 'a pier', negativePrompt: 'bad anatomy' })).rerun).toBe('certain');
    expect(difference(before, analyse({ prompt: 'a pier', negativePrompt: 'boats' }))).toMatchObject({
      rerun: 'no',
      material: [{ type: 'negative-prompt', after: '--no boats' }],
    });
    expect(
      difference(analyse({ prompt: 'a pier --no boats' }), analyse({ prompt: 'a pier', negativePrompt: 'boats' }))
        .rerun,
    ).toBe('certain');
  });
});
