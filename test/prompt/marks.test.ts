import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { difference } from '../../src/prompt/difference.js';
import { marksOf, marksSought } from '../../src/prompt/marks.js';
import { anyText } from './fixtures/arbitraries.js';
import { cosmeticEdits } from './fixtures/edits.js';

const filed = (prompt: string) => marksOf(analyse({ prompt }));
const sought = (prompt: string) => marksSought(analyse({ prompt }));
const finds = (prompt: string, earlier: string): boolean => {
  const under = new Set(filed(earlier));
  return sought(prompt).some((mark) => under.has(mark));
};
/** Twenty words that the reader knows nothing about. */
const letter = (at: number): string => String.fromCharCode(97 + (at % 26));
const words = Array.from({ length: 20 }, (_, at) => `${letter(at)}zorub${letter(at * 7)}`);

describe('the marks of a prompt', () => {
  it.each(cosmeticEdits)('find a prompt again after %s', (_, before, after) => {
    const [a, b] = [analyse({ prompt: before }), analyse({ prompt: after })];
    expect(difference(a, b).rerun).toBe('certain');
    if (marksOf(a).length === 0) return;
    expect([finds(after, before), finds(before, after)]).toEqual([true, true]);
  });

  it.each(Array.from({ length: 17 }, (_, at) => at + 3))('find a prompt of %i words but for one', (size) => {
    const prompt = words.slice(0, size).join(' ');
    const [more, other, less] = [`${prompt} frumple`, `${prompt.slice(0, -8)} frumple`, prompt.slice(0, -8)];
    expect([more, other, less, prompt].map((changed) => finds(changed, prompt))).toEqual([true, true, true, true]);
  });

  it('do not find other prompts', () => {
    const prompts = Array.from({ length: 12 }, (_, at) => words.slice(at, at + 6).join(' '));
    const found = prompts.filter((prompt) => finds(prompt, words.slice(0, 6).join(' ')));
    // The second one has one word less and one more.
    expect(found).toEqual(prompts.slice(0, 2));
  });

  it('are the same whatever the order of the words, and however often one is said', () => {
    // The first two tell how they are written.
    const ofWords = (prompt: string) => filed(prompt).slice(2).sort();
    expect(ofWords('otter teacup moon')).toEqual(ofWords('moon, otter, otter, teacup'));
  });

  it('tell a negated word from the word', () => {
    expect(filed('otter, no hat')).not.toEqual(filed('otter, hat'));
  });

  it('of a prompt without content words are none', () => {
    expect([filed(''), sought('')]).toEqual([[], []]);
  });

  it('of a single word are two', () => {
    expect(filed('otter')).toHaveLength(2);
  });

  it('are few safe integers, and those filed are sought', () => {
    fc.assert(
      fc.property(anyText, (prompt) => {
        const [under, looked] = [filed(prompt), sought(prompt)];
        expect(under.length).toBeLessThanOrEqual(13);
        expect(looked.length).toBeLessThanOrEqual(22);
        expect([...under, ...looked].every(Number.isSafeInteger)).toBe(true);
        expect(under.filter((mark) => !looked.includes(mark))).toEqual([]);
      }),
    );
  });
});
