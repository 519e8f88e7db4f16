import { opensWithThing } from './clause-order.js';
import { withConverse } from './converse.js';
import { withMusicApart } from './music-tags.js';
import { isTypo } from './same-word.js';
import { withRoom, withSettingLast } from './setting-last.js';
import { isThing } from './thing.js';
import type { RawClause } from './tokens.js';
import { boosterWords } from './words/boosters.js';
import { conjunctions, openers, placePrepositions, showing, shots } from './words/grammar.js';
import { plainGenres } from './words/layers.js';
import { materialWords } from './words/material.js';

const LONGEST_MEDIUM = 5;
const LONGEST_STATEMENT = 30;
const longMedia = [...materialWords]
  .filter(([word, name]) => name === 'style' && word.length > 5)
  .map(([word]) => word);
/** What is said of both things that were named before. */
const BOTH = new Set(['are', 'were']);
const TINTS = new Set(['black', 'and', 'white', 'monochrome', 'sepia']);

/** A clause in two, cut before the word at a place; `skipped` words there are left out. */
function cut(clause: RawClause, at: number, skipped = 0): readonly RawClause[] {
  return [
    { ...clause, words: clause.words.slice(0, at), endsSentence: false },
    { ...clause, words: clause.words.slice(at + skipped), labels: 0 },
  ];
}

/** The words of a clause between its conjunctions. */
function partsOf(words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (conjunctions.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

/** "a green bench and a red boat" as two clauses: which of two things is named first is no content. */
function things(clause: RawClause): readonly RawClause[] {
  const parts = partsOf(clause.words);
  if (parts.length < 2 || !parts.every(isThing)) return [clause];
  return parts.map((words) => ({ ...clause, words }));
}

/**
 * "minimal flat logo for a bakery" as two clauses, "minimal flat" and "logo for a bakery": how the whole is made may stand
 * before it or apart. Only in a prompt that names one such thing.
 */
function withMannerApart(clauses: readonly RawClause[]): readonly RawClause[] {
  const marks = clauses.flatMap(({ words }) => words).filter((word) => plainGenres.has(word));
  if (marks.length !== 1) return clauses;
  return clauses.flatMap((clause) => {
    const length = mannerLength(clause.words);
    return length === 0 ? [clause] : cut(clause, length);
  });
}

/** How many words of style stand before the mark that they describe. */
function mannerLength(words: readonly string[]): number {
  const plain = openers.has(words[0] ?? '') ? 1 : 0;
  const at = words.findIndex((word) => plainGenres.has(word));
  const before = words.slice(plain, Math.max(at, plain));
  const isStyle = before.length > 0 && before.every((word) => materialWords.get(word) === 'style');
  return isStyle ? at : 0;
}

/** "a laptop and two cups on a desk" with the two things in the order of their letters. */
function withSortedSubjects(clause: RawClause): RawClause {
  const [first = [], second = [], ...more] = partsOf(clause.words);
  const end = second.findIndex((word, at) => at > 0 && (placePrepositions.has(word) || BOTH.has(word)));
  const things = [first, second.slice(0, Math.max(end, 0))];
  if (more.length > 0 || !things.every(isThing)) return clause;
  const [one, other] = things.map((words) => words.join(' ')).sort();
  return { ...clause, words: `${one ?? ''} and ${other ?? ''}`.split(' ').concat(second.slice(end)) };
}

/** "an owl sleeps while a seal eats" as two clauses: both go on at once. */
function atOnce(clause: RawClause): readonly RawClause[] {
  const at = clause.words.findIndex((word) => word === 'while' || word === 'as');
  const [first = clause, second = clause] = cut(clause, at, 1);
  return at > 0 && opensWithThing(first) && opensWithThing(second) ? [first, second] : [clause];
}

/** Whether a word names a medium or a shot, mistyped or not. */
function isMedium(word: string): boolean {
  if (materialWords.get(word) === 'style' || shots.has(word)) return true;
  return !materialWords.has(word) && longMedia.some((medium) => medium[0] === word[0] && isTypo(medium, word));
}

/** How many words before "of" or "depicts" name the medium of the whole ("oil painting of"); 0 when the clause names none. */
function mediumLength({ words }: RawClause): number {
  const at = words.findIndex((word) => showing.has(word));
  const before = words.slice(0, Math.max(at, 0));
  const first = words.slice(at + 1).find((word) => !openers.has(word));
  // A photo of a painting is no painting of a photo.
  if (first === undefined || isMedium(first) || at > LONGEST_MEDIUM || !before.some(isMedium)) return 0;
  return before.every((word) => isMedium(word) || openers.has(word) || boosterWords.has(word) || TINTS.has(word))
    ? at
    : 0;
}

/**
 * "oil painting of a fox" as two clauses, "oil painting" and "a fox": the medium may stand in front or at the end. Two
 * media belong to two things, and stay with them.
 */
export function withMediumApart(clauses: readonly RawClause[]): readonly RawClause[] {
  if (clauses.filter((clause) => mediumLength(clause) > 0).length !== 1) return clauses;
  return clauses.flatMap((clause) => {
    const length = mediumLength(clause);
    return length === 0 ? [clause] : cut(clause, length, 1);
  });
}

/** "in a kitchen, two people cook" as "two people cook in a kitchen": a place may stand in front or at the end. */
function unfronted(clauses: readonly RawClause[]): readonly RawClause[] {
  const [place, main, ...rest] = clauses;
  if (place === undefined || main === undefined || place.endsSentence || place.labels > 0) return clauses;
  const isPlace = placePrepositions.has(place.words[0] ?? '') && place.words.length > 1;
  if (!isPlace || !opensWithThing(main)) return clauses;
  return [{ ...main, words: [...main.words, ...place.words] }, ...rest];
}

/** "an empty beach without people" as two clauses, where the prompt holds nothing else that could lack them. */
function withLackApart(clauses: readonly RawClause[]): readonly RawClause[] {
  const [only] = clauses;
  const at = only?.words.indexOf('without') ?? -1;
  if (only === undefined || clauses.length > 1 || at < 1 || at === only.words.length - 1) return clauses;
  return cut(only, at);
}

/** What is said in the end, apart from how it is said: `a warm voice, British accent: "Welcome"`. */
function withSpeechApart(clauses: readonly RawClause[]): readonly RawClause[] {
  const last = clauses.at(-1);
  const speech = last?.words.at(-1) ?? '';
  const labels = clauses.reduce((sum, clause) => sum + clause.labels, 0);
  if (last === undefined || labels !== 1 || last.labels !== 1 || !speech.startsWith('"')) return clauses;
  if (last.words.length === 1) return clauses;
  return [...clauses.slice(0, -1), ...cut(last, last.words.length - 1)];
}

/** "a man on a bench, feeding birds" as one clause: what else somebody does who was named before. */
function joined(clauses: readonly RawClause[]): readonly RawClause[] {
  const [first, second] = clauses;
  if (first === undefined || second === undefined || clauses.length > 2 || first.endsSentence) return clauses;
  const isPlaced = opensWithThing(first) && first.words.some((word) => placePrepositions.has(word));
  if (!isPlaced || !/ing$/u.test(second.words[0] ?? '') || second.words.length < 2) return clauses;
  return [{ ...second, words: [...first.words, ...second.words] }];
}

/** A short statement as one says it most plainly; in a long one, what belongs to what is not told so easily. */
function plainlySaid(clauses: readonly RawClause[]): readonly RawClause[] {
  if (clauses.reduce((sum, { words }) => sum + words.length, 0) > LONGEST_STATEMENT) return clauses;
  return joined(clauses).map((clause) => ({ ...clause, words: withSettingLast(withConverse(withRoom(clause.words))) }));
}

/** Brings the parts of clauses that could as well stand the other way round into one order, or apart. */
export function uncoordinated(clauses: readonly RawClause[]): readonly RawClause[] {
  const apart = withMannerApart(withMusicApart(withSpeechApart(withLackApart(unfronted(clauses)))));
  return plainlySaid(apart.flatMap(atOnce).flatMap(things).map(withSortedSubjects));
}
