import { american } from './american.js';
import { actionsOf } from './inflect.js';
import type { Slip } from './slip.js';
import { slipBetween } from './slip.js';
import { isNamed, isSynonym } from './synonym.js';
import { confusableWords } from './words/confusable.js';
import { NEGATION } from './words/grammar.js';
import { materialWords } from './words/material.js';
import { vocabulary } from './words/vocabulary.js';

const LETTERS = /^(?:\p{Script=Latin}|\p{Script=Cyrillic})+$/u;
const NOUN_CLASSES = new Set(['style', 'light', 'camera', 'sound', 'material', 'subject']);
/** What a word of these does to the next one is lost when both are written together: "green house", "greenhouse". */
const ATTRIBUTES = new Set(['color', 'size', 'count', 'mood', 'relation', 'time', 'action']);
const MIN_LENGTH_MATERIAL = 6;
const MIN_LENGTH_LOST_LETTER = 7;
const MIN_LENGTH_SPELLED_OUT = 6;
const MIN_LENGTH_INFLECTED = 10;
const MIN_LENGTH_DOUBLED = 9;

/** A letter that was typed twice where English hardly ever doubles it, or thrice. */
function isStutter(long: string, at: number): boolean {
  const [letter = '', before, beforeThat] = [long[at], long[at - 1], long[at - 2]];
  return letter === before && (before === beforeThat || /[aihjkqvwxyu]/u.test(letter));
}

/** An umlaut that is written with an e: "Portraet". */
function isSpelledOut(long: string, at: number): boolean {
  return long.length >= MIN_LENGTH_SPELLED_OUT && long[at] === 'e' && /[aou]/u.test(long[at - 1] ?? '');
}

/**
 * One letter too many or too few, away from both ends, where inflection and other words live. A word that nobody knows may
 * be a name, or of another language: there, more places are left alone. A letter doubled before -ed, -ing or -er makes
 * another word ("striped", "stripped"), and so does one lost between two such forms.
 */
function isLetterLost(short: string, long: string, slip: Slip, isKnown: boolean): boolean {
  if (isStutter(long, slip.at)) return true;
  if (slip.lookalikes.every((word) => confusableWords.has(word))) return false;
  return isKnown || isSpelledOut(long, slip.at) || isLostOutside(short, long, slip);
}

/** Whether a letter was lost in a word that nobody knows, and that is no name. */
function isLostOutside(short: string, long: string, { at, kind }: Slip): boolean {
  const [isDoubled, rest] = [kind === 'undoubled', long.slice(at + 1)];
  if (isDoubled && long.length >= MIN_LENGTH_DOUBLED) return true;
  if ((rest.length < 2 && !isDoubled) || /^(?:.?(?:ed|ing|er|ers|y))$/u.test(rest)) return false;
  const bothInflected = !isDoubled && /(?:ing|ed)$/u.test(short) && /(?:ing|ed)$/u.test(long);
  return long.length >= (bothInflected ? MIN_LENGTH_INFLECTED : MIN_LENGTH_LOST_LETTER);
}

/** Words of our tables. Short ones are looked for where no other language stands. */
function isListed(word: string, length: number): boolean {
  const isKnown = (form: string): boolean => isNamed(form) || vocabulary.has(form) || confusableWords.has(form);
  return (
    isKnown(word) || isKnown(word.replace(/s$/u, '')) || (length >= MIN_LENGTH_MATERIAL && materialWords.has(word))
  );
}

/** Whether one word is the other with a slip of the pen: never for two words that are both known. */
export function isTypo(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const slip = slipBetween(short, long);
  if (slip === undefined || !LETTERS.test(short) || !LETTERS.test(long)) return false;
  const isReal = (word: string): boolean => materialWords.has(word) || isListed(word, long.length);
  if (isReal(short) && isReal(long)) return false;
  if (slip.kind === 'swapped') return true;
  return isLetterLost(short, long, slip, isListed(short, long.length) || isListed(long, long.length));
}

/** Whether two forms tell the same action: "walks", "walking". */
export function isSameAction(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (!short.endsWith('s') || !long.endsWith('ing')) return false;
  // "paints" and "painting", "lights" and "lighting" are also things, and other ones.
  if ([short, long].some((word) => NOUN_CLASSES.has(materialWords.get(word) ?? ''))) return false;
  const stems = [short.slice(0, -1), short.slice(0, -2), short.replace(/ies$/u, 'y')];
  return stems.some((stem) => stem.length >= 3 && actionsOf(stem).now.every((form) => form === short || form === long));
}

/** Whether two words say the same: another spelling, a slip of the pen, another tense of
 * an action, or another name. Negated with negated. */
export function isSameWord(left: string, right: string): boolean {
  const isNegated = left.startsWith(NEGATION);
  if (isNegated !== right.startsWith(NEGATION)) return false;
  const [one, other] = isNegated ? [left.slice(NEGATION.length), right.slice(NEGATION.length)] : [left, right];
  return american(one) === american(other) || isTypo(one, other) || isSameAction(one, other) || isSynonym(one, other);
}

/** Whether one word is the plural of the other: a change of count. */
export function isPlural(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length >= 2 && (long === `${short}s` || long === `${short}es`);
}

/** Whether the same letters are only written apart or together: "tea cup", "teacup". */
export function isSpacing(left: readonly string[], right: readonly string[]): boolean {
  if (left.join('') !== right.join('')) return false;
  return [...left, ...right].every((word) => /^\p{L}+$/u.test(word) && !ATTRIBUTES.has(materialWords.get(word) ?? ''));
}
