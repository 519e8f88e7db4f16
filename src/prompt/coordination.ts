import type { RawClause } from './tokens.js';
import { boosterWords } from './words/boosters.js';
import { conjunctions, dependentWords, lightWords, placePrepositions } from './words/grammar.js';
import { materialWords } from './words/material.js';
import { numberWords } from './words/numbers.js';

const LONGEST_THING = 5;
const LONGEST_MEDIUM = 4;
const MEDIA = new Set(['style', 'camera']);
const OPENERS = new Set(['a', 'an', 'the', 'one', 'some']);

/** "a red boat", "two old men": a thing and what it is like, nothing that happens and no place. */
function isThing(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length < 2 || words.length > LONGEST_THING) return false;
  if (!OPENERS.has(first) && !numberWords.has(first) && !/^\d+$/u.test(first)) return false;
  return words.slice(1).every((word) => {
    const name = materialWords.get(word);
    const isOther = dependentWords.has(word) || lightWords.has(word) || name === 'relation' || name === 'action';
    return !isOther && /^\p{L}+$/u.test(word) && !/ing$/u.test(word);
  });
}

/** "a green bench and a red boat" as two clauses: which of two things is named first is no content. */
function things(clause: RawClause): readonly RawClause[] {
  const parts: string[][] = [[]];
  for (const word of clause.words) {
    if (conjunctions.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  if (parts.length < 2 || !parts.every(isThing)) return [clause];
  return parts.map((words, at) => ({ ...clause, words, endsSentence: clause.endsSentence && at === parts.length - 1 }));
}

/** "oil painting of a fox" as two clauses, "oil painting" and "a fox": the medium may stand in front or at the end. */
function medium(clause: RawClause): readonly RawClause[] {
  const at = clause.words.indexOf('of');
  const before = clause.words.slice(0, Math.max(at, 0));
  const isMedium = (word: string): boolean => MEDIA.has(materialWords.get(word) ?? '');
  if (before.length > LONGEST_MEDIUM || !before.some(isMedium)) return [clause];
  if (!before.every((word) => isMedium(word) || OPENERS.has(word) || boosterWords.has(word))) return [clause];
  const rest = clause.words.slice(at + 1);
  if (rest.length === 0) return [clause];
  return [
    { ...clause, words: before, endsSentence: false },
    { ...clause, words: rest, labels: 0 },
  ];
}

const opensWithThing = ({ words: [first = ''] }: RawClause): boolean =>
  OPENERS.has(first) || numberWords.has(first) || /^\d/u.test(first);

/** "in a kitchen, two people cook" as "two people cook in a kitchen": a place may stand in front or at the end. */
function unfronted(clauses: readonly RawClause[]): readonly RawClause[] {
  const [place, main, ...rest] = clauses;
  if (place === undefined || main === undefined || place.endsSentence || place.labels > 0) return clauses;
  const isPlace = placePrepositions.has(place.words[0] ?? '') && place.words.length > 1;
  if (!isPlace || !opensWithThing(main)) return clauses;
  return [{ ...main, words: [...main.words, ...place.words] }, ...rest];
}

/** Brings the parts of clauses that could as well stand the other way round into one order, or apart. */
export function uncoordinated(clauses: readonly RawClause[]): readonly RawClause[] {
  return unfronted(clauses).flatMap(medium).flatMap(things);
}
