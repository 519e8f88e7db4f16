import { describe, expect, it } from 'vitest';
import { usualReading } from '../../src/model/reading.js';
import { boostersOf } from '../../src/prompt/boosters-of.js';
import { clauseWords, plainWords } from '../../src/prompt/clause-words.js';

const read = (text: string) => clauseWords(plainWords(text.split(' ')), boostersOf(usualReading));

describe('clauseWords', () => {
  it.each([
    ['a colourful otter', ['colorful', 'otter']],
    ['two cups and twenty one plates', ['2', 'cups', '21', 'plates']],
    ['5 s clip', ['5', 'second', 'clip']],
    ['an otter with no hat', ['otter', 'with', 'no:hat']],
    ['without any people', ['no:people']],
    ['not', ['no:']],
    ['the letter a', ['letter', 'a']],
    ['plan e for otters', ['plan', 'e', 'for', 'otters']],
    ['a', []],
  ])('reads %s', (text, words) => {
    expect(read(text).words).toEqual(words);
  });

  it('takes decoration off and names it', () => {
    expect(read('a very stunning 8 k otter')).toEqual({ words: ['otter'], decoration: ['very', 'stunning', '8k'] });
  });

  it('keeps decoration that is asked away', () => {
    expect(read('not detailed').words).toEqual(['no:detailed']);
  });

  it('drops a clause of nothing but decoration', () => {
    expect(read('intricate')).toEqual({ words: [], decoration: ['intricate'] });
    expect(read('no blur')).toEqual({ words: [], decoration: ['no blur'] });
    expect(read('intricate lace').words).toEqual(['intricate', 'lace']);
  });
});
