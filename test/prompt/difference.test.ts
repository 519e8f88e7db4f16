import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { difference } from '../../src/prompt/difference.js';
import { cosmeticEdits, materialEdits, uncertainEdits } from './fixtures/edits.js';

const compare = (before: string, after: string) => difference(analyse({ prompt: before }), analyse({ prompt: after }));

describe('difference', () => {
  it.each(cosmeticEdits)('takes %s for a re-run: %s / %s', (_, before, after) => {
    expect(compare(before, after)).toMatchObject({ rerun: 'certain', added: [], removed: [] });
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

  it('suspects a prompt of which only the word order changed', () => {
    expect(compare('a dog chasing a cat', 'a cat chasing a dog')).toEqual({
      rerun: 'suspect',
      why: 'only changed: word order',
      added: [],
      removed: [],
      cosmetic: ['word order'],
    });
  });

  it('suspects a prompt with one word of unknown weight more', () => {
    expect(compare('an otter in a teacup', 'a sleek otter in a teacup')).toMatchObject({
      rerun: 'suspect',
      why: 'added: sleek',
      added: ['sleek'],
    });
  });

  it('takes two unknown words more for another prompt', () => {
    expect(compare('an otter in a teacup', 'a sleek otter in a chipped teacup').rerun).toBe('no');
  });

  it('names what was added and removed', () => {
    expect(compare('a sailor with a hat', 'a sailor, dawn light').why).toBe('added: dawn light; removed: with hat');
  });

  it('shows quotes and negations as a person writes them', () => {
    expect(compare('a poster', 'a poster saying "Open", no people')).toMatchObject({
      added: ['saying "Open" no people'],
    });
  });

  it('says when nothing changed', () => {
    expect(compare('a pier', 'A pier.').why).toBe('nothing changed');
  });

  it('names the decoration that changed', () => {
    expect(compare('a pier, 8k', 'masterpiece, a pier')).toMatchObject({
      why: 'only changed: 8k, masterpiece',
      cosmetic: ['8k', 'masterpiece'],
    });
  });

  it('names typing errors, small weights and the order of clauses', () => {
    expect(compare('an otter, a bicycle', 'a bicycel, an otter').cosmetic).toEqual(['bicycle → bicycel']);
    expect(compare('(otter:1.1), cup', '(otter:1.2), cup').cosmetic).toEqual(['weight of otter 1.10 → 1.20']);
    expect(compare('otter, cup', 'cup, otter').cosmetic).toEqual(['order of clauses']);
  });

  it('turns added and removed round with the direction', () => {
    const there = compare('a sailor with a hat', 'a sailor at dawn');
    const back = compare('a sailor at dawn', 'a sailor with a hat');
    expect([back.added, back.removed]).toEqual([there.removed, there.added]);
  });

  it('takes prompts that share little for different ones', () => {
    expect(compare('an otter in a teacup', 'the skyline of a harbour by night').rerun).toBe('no');
  });

  it('compares negative prompts', () => {
    const before = analyse({ prompt: 'a pier', negativePrompt: 'blurry, bad anatomy' });
    expect(difference(before, analyse({ prompt: 'a pier', negativePrompt: 'bad anatomy' })).rerun).toBe('certain');
    expect(difference(before, analyse({ prompt: 'a pier', negativePrompt: 'boats' }))).toMatchObject({
      rerun: 'no',
      added: ['--no boats'],
    });
    expect(
      difference(analyse({ prompt: 'a pier --no boats' }), analyse({ prompt: 'a pier', negativePrompt: 'boats' }))
        .rerun,
    ).toBe('certain');
  });
});
