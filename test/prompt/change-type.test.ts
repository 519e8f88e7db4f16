import { describe, expect, it } from 'vitest';
import { isDoing, typeOfPhrase, typeOfWord } from '../../src/prompt/change-type.js';

describe('what a word is about', () => {
  it.each([
    ['red', 'colour'],
    ['3', 'number'],
    ['many', 'number'],
    ['no:hat', 'negation'],
    ['"SALE', 'quoted-text'],
    ['dawn', 'time-or-weather'],
    ['rain', 'time-or-weather'],
    ['soft', 'light'],
    ['telephoto', 'camera'],
    ['watercolor', 'style'],
    ['wooden', 'substance'],
    ['tiny', 'size'],
    ['happy', 'mood'],
    ['left', 'relation'],
    ['kitchen', 'setting'],
    ['dog', 'subject'],
    ['bicycles', 'subject'],
    ['running', 'action'],
    ['gazes', 'action'],
    ['rowing', 'action'],
    ['ceiling', 'detail'],
    ['narrator', 'voice'],
    ['cello', 'sound'],
    ['techno', 'style'],
    ['seconds', 'duration'],
    ['红色', 'colour'],
    ['特写镜头', 'camera'],
    ['sleek', 'detail'],
  ])('%s: %s', (word, type) => {
    expect(typeOfWord(word)).toBe(type);
  });

  it.each([
    ['second', 'duration'],
    ['fps', 'camera'],
    ['bpm', 'sound'],
    ['kites', 'number'],
  ])('reads a number by what it counts: 5 %s is %s', (unit, type) => {
    expect(typeOfWord('5', unit)).toBe(type);
  });
});

describe('what a phrase is about', () => {
  const typeOf = (text: string) => {
    const words = text.split(' ');
    return typeOfPhrase(
      words,
      words.map((word, at) => typeOfWord(word, words[at + 1])),
    );
  };

  it.each([
    ['dawn light', 'light'],
    ['red hat', 'subject'],
    ['with red hat', 'subject'],
    ['in kitchen', 'setting'],
    ['oil painting', 'style'],
    ['10 seconds', 'duration'],
    ['saying "Open', 'quoted-text'],
    ['abandoned windmill behind', 'detail'],
    ['with', 'relation'],
    ['behind', 'relation'],
  ])('%s: %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });
});

describe('what goes on', () => {
  it.each(['rowing', 'weaving'])('is told by the ending of %s', (word) => {
    expect(isDoing(word)).toBe(true);
  });

  it.each(['ceiling', 'king', 'row', ''])('is not told by %s', (word) => {
    expect(isDoing(word)).toBe(false);
  });
});
