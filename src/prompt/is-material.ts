import { absences, NEGATION } from './words/grammar.js';
import { materialWords } from './words/material.js';

const NUMERAL = /\p{N}|^[一二两三四五六七八九十几]/u;
const SIGN = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\p{Sc}%→←↑↓#]|^[-+=<>×÷±*]$/u;

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
const LONGEST_UNSPACED = 8;

/** In scripts without spaces a word may be glued to its neighbours: one material part makes it material. */
function hasMaterialPart(word: string): boolean {
  if (word.length > LONGEST_UNSPACED || !UNSPACED.test(word)) return false;
  const starts = Array.from(word, (_, at) => at);
  return starts.some((from) => starts.some((to) => to >= from && materialWords.has(word.slice(from, to + 1))));
}

/** Whether a word's coming or going always changes the picture: numbers, colours, light, places, negations, quotes … */
export function isMaterial(word: string): boolean {
  if (word.startsWith('"') || word.startsWith(NEGATION)) return true;
  if (hasMaterialPart(word)) return true;
  return NUMERAL.test(word) || SIGN.test(word) || absences.has(word) || materialWords.has(word);
}
