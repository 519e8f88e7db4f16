import { opensWithThing } from './clause-order.js';
import { dependentWords, lightWords } from './words/grammar.js';
import { materialWords } from './words/material.js';

const LONGEST_THING = 5;

/** "a red boat", "two old men": a thing and what it is like, nothing that happens and no place. */
export function isThing(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > LONGEST_THING || !opensWithThing({ words })) return false;
  return words.slice(1).every((word) => {
    const name = materialWords.get(word);
    const isOther = dependentWords.has(word) || lightWords.has(word) || name === 'relation' || name === 'action';
    return !isOther && /^\p{L}+$/u.test(word) && !/ing$/u.test(word);
  });
}
