import type { PromptFeatures } from '../model/prompt-features.js';
import { materialWords } from './words/material.js';
import { changing, opposites } from './words/opposites.js';

const OF_THE_WHOLE = new Set(['style', 'camera', 'light', 'mood', 'time']);
/** Said of the whole picture only where nothing else is in the clause: a black and white cat is no such picture. */
const ALONE = new Set(['black white', 'anime', 'cartoon']);
/** A prompt of more words tells of several shots. */
const MOST_OF_ONE_SHOT = 40;
const BETWEEN = new Set(['to', 'into', 'or']);

/** A clause as it is searched. */
interface SearchedClause {
  readonly words: readonly string[];
  /** With a space before and after each word. */
  readonly text: string;
}

/** Whether a clause says a phrase; one of two words may stand either way round. */
function says({ words: clause, text }: SearchedClause, phrase: string): boolean {
  const words = phrase.split(' ');
  const isTurned = words.length === 2 && text.includes(` ${words.toReversed().join(' ')} `);
  if (!isTurned && !text.includes(` ${phrase} `)) return false;
  if (!ALONE.has(phrase)) return true;
  return clause.every((word) => words.includes(word) || OF_THE_WHOLE.has(materialWords.get(word) ?? ''));
}

interface Said {
  readonly phrase: string;
  /** Number of its clause. */
  readonly at: number;
}

/** First words of phrases: most phrases begin with a word that the prompt does not have, and need no search. */
const firstWords = new Map(
  opposites.flatMap(({ left, right }) =>
    [...left, ...right].map((phrase) => [phrase, phrase.split(' ')[0] ?? ''] as const),
  ),
);

function find(
  clauses: readonly SearchedClause[],
  known: ReadonlySet<string>,
  phrases: readonly string[],
): readonly Said[] {
  return phrases
    .filter((phrase) => known.has(firstWords.get(phrase) ?? ''))
    .flatMap((phrase) => clauses.flatMap((clause, at) => (says(clause, phrase) ? [{ phrase, at }] : [])));
}

/** Whether one is said to go over into the other: "dawn to dusk". */
function isPassage(clause: readonly string[], one: string, other: string): boolean {
  return clause.some((word, at) => {
    const around = [clause[at - 1], clause[at + 1]];
    return BETWEEN.has(word) && around.includes(one) && around.includes(other);
  });
}

/** Pairs of sayings in a prompt that cannot both be meant, each pair once; none where it tells of a change. */
export function contradictionsIn({ clauses, words }: PromptFeatures): readonly (readonly [string, string])[] {
  if (words.some((word) => changing.has(word))) return [];
  const searched = clauses.map((clause) => ({ words: clause, text: ` ${clause.join(' ')} ` }));
  const known = new Set(words);
  return opposites.flatMap(({ left, right, unless, isNear = false }) => {
    if (words.some((word) => unless?.has(word) === true) || (isNear && words.length > MOST_OF_ONE_SHOT)) return [];
    const ones = find(searched, known, left);
    const others = ones.length === 0 ? [] : find(searched, known, right);
    const pairs = ones.flatMap((one) => others.map((other) => [one, other] as const));
    const pair = pairs.find(
      ([one, other]) =>
        (!isNear || Math.abs(one.at - other.at) <= 1) && !isPassage(clauses[one.at] ?? [], one.phrase, other.phrase),
    );
    return pair === undefined ? [] : [[pair[0].phrase.replace('no:', 'no '), pair[1].phrase] as const];
  });
}
