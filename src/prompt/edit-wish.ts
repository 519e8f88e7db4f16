import { typeOfWord } from './change-type.js';
import { conjunctions, lightWords } from './words/grammar.js';
import { changeOrders } from './words/layers.js';
import { materialWords } from './words/material.js';
import { degreeWords, pointingWords, recolourWords, regionWords, wholeWords } from './words/whole-picture.js';

/**
 * What somebody's wish for a picture that is there asks for: more canvas around it, another colour of one thing, another
 * form of one part; `other` for whatever concerns more than that, or cannot be told.
 */
export type EditWish = 'canvas' | 'colour' | 'part' | 'other';

/** A longer wish names more than one thing. */
const mostWords = 14;

const canvas = new RegExp(
  [
    '^(?:make it |a bit |slightly |much |go )*wider(?: (?:shot|frame|view|format|picture|image|crop|angle))?(?: (?:on|to|at) .*)?$',
    String.raw`\bzoom(?:ed)? (?:it )?(?:out|back)\b`,
    String.raw`\bmore (?:empty |free |negative )?(?:room|space|margin|headroom|canvas)\b`,
    String.raw`\b(?:extend|expand|widen|uncrop|outpaint)\b`,
    String.raw`\b(?:too tight(?:ly)?|cropped too|cut off|less cropped|pull(?:ed)? back|step back)\b`,
    String.raw`\bshow more of\b.*\b(?:left|right|above|below|around|scene|surroundings|place)\b`,
  ].join('|'),
);

/** Reads one thing that a person wants changed, in their own words. */
export function editWish(text: string): EditWish {
  const words = wordsIn(text);
  if (!isOneThing(text, words)) return 'other';
  if (canvas.test(words.join(' '))) return 'canvas';
  if (words.some(isAboutAll)) return 'other';
  const things = words.filter(isThing);
  if (things.length === 0) return 'other';
  if (words.some((word) => recolourWords.has(word) || materialWords.get(word) === 'color')) return 'colour';
  return isPointedAt(words, things) ? 'part' : 'other';
}

/** Whether something that should go is one part of the picture, and not how all of it looks. */
export function isOnePart(text: string): boolean {
  const words = wordsIn(text);
  return isOneThing(text, words) && !words.some(isAboutAll) && words.some(isThing);
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];

function isOneThing(text: string, words: readonly string[]): boolean {
  const isListed = /[,;\n&+]/.test(text.trim()) || words.some((word) => conjunctions.has(word));
  return words.length > 0 && words.length <= mostWords && !isListed;
}

const isAboutAll = (word: string): boolean => wholeWords.has(word) || degreeWords.has(word);

/** Whether a word may name a thing: it gives no order, no place, no colour and no mood. */
function isThing(word: string): boolean {
  const isSmall = lightWords.has(word) || pointingWords.has(word) || regionWords.has(word) || recolourWords.has(word);
  if (isSmall || changeOrders.has(word)) return false;
  const type = materialWords.get(word);
  return type === undefined || type === 'subject' || type === 'material';
}

/** Whether words say which thing is meant: by a place, by an article, or because they name no more than a thing. */
function isPointedAt(words: readonly string[], things: readonly string[]): boolean {
  if (words.some((word) => regionWords.has(word) || pointingWords.has(word))) return true;
  const type = typeOfWord(things[0] ?? '');
  return words.length === 1 && (type === 'subject' || type === 'setting');
}
