import { describe, expect, it } from 'vitest';
import { mostAlike } from '../../src/prompt/alike.js';

const texts = (...all: string[]) => all.map((text) => ({ text }));
const found = (sought: string, all: { text: string }[], most = 3) =>
  mostAlike(sought, all, most).map(({ text }) => text);

describe('what speaks of much the same', () => {
  const known = texts(
    'a grey hare in deep snow',
    'a red fox in snow',
    'two foxes, red leaves, a lantern',
    'a ceramic mug',
  );

  it('is found by the words it shares, most of them first', () => {
    expect(found('a red fox runs through snow', known)).toEqual([
      'a red fox in snow',
      'two foxes, red leaves, a lantern',
    ]);
    expect(found('a red fox runs through snow', known, 1)).toEqual(['a red fox in snow']);
  });

  it('shares the one word where there is only one', () => {
    expect(found('mug', known)).toEqual(['a ceramic mug']);
  });

  it('is not what shares one word of many, or only words of purpose', () => {
    expect(found('a mug on a table by the sea', known)).toEqual([]);
    expect(found('final campaign image', texts('final campaign image of a mug'))).toEqual([]);
    expect(found('', known)).toEqual([]);
  });
});
