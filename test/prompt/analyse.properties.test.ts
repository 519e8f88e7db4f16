import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { difference } from '../../src/prompt/difference.js';
import { anyText } from './fixtures/arbitraries.js';

/** Pieces that would make a careless pattern try every split of the text again and again. */
const nasty = [
  '"', '„', '«a', "' '", '(', '(a:', '[[[', '(((a)))', '<lora:', 'a::', '::1 ', ' --a', ' --no a,', '-', '[', 'a]b[',
  'no ', 'very ', 'ultra high ', '1', '1,111', '1.1:1/', '-1', '+1 ', ', ', '. ', '! ', ' please', 'please, again. ',
  'try again: ', '_', '\n', '\u0301', '\u200D', '👨\u200D', '🇫', '\uD83D', 'ﷺ', '一', '水獭坐在茶杯里', 'นาก', "a'b", "n't ",
  'https://', '{"a":', 'あ', '한', 'ß',
]; // prettier-ignore
const LENGTH = 20_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length));

describe('analyse, whatever the text', () => {
  it('never throws, and gives the same for the same', () => {
    fc.assert(
      fc.property(anyText, anyText, (prompt, negativePrompt) => {
        expect(analyse({ prompt, negativePrompt })).toEqual(analyse({ prompt, negativePrompt }));
      }),
      { numRuns: 500 },
    );
  });

  it('has no clause without words, and all words in clauses', () => {
    fc.assert(
      fc.property(anyText, (prompt) => {
        const { clauses, words } = analyse({ prompt });
        expect(clauses.filter((clause) => clause.length === 0)).toEqual([]);
        expect(words).toEqual(clauses.flat());
        expect(words.filter((word) => word === '')).toEqual([]);
      }),
    );
  });

  it.each(nasty.map((piece) => ({ piece })))('reads thousands of $piece to the end', ({ piece }) => {
    const features = analyse({ prompt: fill(piece), negativePrompt: fill(piece) });
    // Compatibility forms may be up to 18 letters long; nothing else may grow.
    const size = features.key.length + features.words.join('').length;
    expect(size).toBeLessThan(LENGTH * 2 * 18 * 2);
    expect(difference(features, analyse({ prompt: `${piece} otter ${fill(piece)}` })).why.length).toBeLessThan(600);
  });

  it('compares two long prompts of the same words in another order', () => {
    const words = Array.from({ length: 3000 }, (_, at) => `w${at}x`);
    const turned = difference(analyse({ prompt: words.join(' ') }), analyse({ prompt: words.toReversed().join(' ') }));
    expect(turned).toMatchObject({ rerun: 'suspect', material: [], cosmetic: ['word order'] });
  });

  it('reads five million characters', () => {
    const features = analyse({ prompt: 'otter,  '.repeat(625_000) });
    expect(features.words).toEqual(['otter']);
    expect(features.params).toEqual([expect.stringMatching(/^--tail [0-9a-f]+-4980000$/)]);
  });
});
