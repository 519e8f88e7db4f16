import { absences, NEGATION } from './words/grammar.js';
import { materialWords, type MaterialClass } from './words/material.js';

/** A number, in digits or in a script's own signs. */
export const numeral = /\p{N}|^[一二两三四五六七八九十几]/u;
const SIGN = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\p{Sc}%→←↑↓#]|^[-+=<>×÷±*]$/u;

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
const LONGEST_UNSPACED = 8;

/**
 * What a material word is about. In scripts without spaces a word may be glued to its neighbours: then the first material
 * part of it tells.
 */
export function materialPart(word: string): MaterialClass | undefined {
  const whole = materialWords.get(word);
  if (whole !== undefined || word.length > LONGEST_UNSPACED || !UNSPACED.test(word)) return whole;
  for (let from = 0; from < word.length; from += 1) {
    for (let to = word.length; to > from; to -= 1) {
      const part = materialWords.get(word.slice(from, to));
      if (part !== undefined) return part;
    }
  }
  return undefined;
}

/** Whether a word's coming or going always changes the picture: numbers, colours, light, places, negations, quotes … */
export function isMaterial(word: string): boolean {
  if (word.startsWith('"') || word.startsWith(NEGATION)) return true;
  return numeral.test(word) || SIGN.test(word) || absences.has(word) || materialPart(word) !== undefined;
}
