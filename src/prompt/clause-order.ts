import type { RawClause } from './tokens.js';
import { dependentWords, openers, sequenceWords } from './words/grammar.js';
import { materialWords } from './words/material.js';
import { numberWords } from './words/numbers.js';

const ATTRIBUTES = new Set(['color', 'size', 'count', 'mood']);
const LONG_SENTENCE = 3;

/** Whether a clause begins with the name of a thing: "a fox", "two foxes". */
export const opensWithThing = ({ words: [first = ''] }: Pick<RawClause, 'words'>): boolean =>
  openers.has(first) || numberWords.has(first) || /^\d/u.test(first);

const opensDependent = ({ words: [first = ''] }: RawClause): boolean => dependentWords.has(first);

/** Whether a clause holds nothing but words of the given kind, and the grammar around them. */
function isOnly({ words }: RawClause, holds: (name: string) => boolean): boolean {
  const isKind = (word: string): boolean => holds(materialWords.get(word) ?? '');
  return words.some(isKind) && words.every((word) => isKind(word) || dependentWords.has(word) || openers.has(word));
}

const tellsSequence = ({ words }: RawClause): boolean =>
  words.some((word, at) => {
    // "5 second clip" and "next to the door" tell no sequence.
    const isOther = /^\d/u.test(words[at - 1] ?? '') || (word === 'next' && words[at + 1] === 'to');
    return sequenceWords.has(word) && !isOther;
  });

const atLeast = (count: number, clauses: readonly RawClause[], test: (clause: RawClause) => boolean): boolean =>
  clauses.filter(test).length >= count;

function sentenceLengths(clauses: readonly RawClause[]): readonly number[] {
  const lengths: number[] = [0];
  for (const { words, endsSentence } of clauses) {
    lengths.push((lengths.pop() ?? 0) + words.length);
    if (endsSentence) lengths.push(0);
  }
  return lengths;
}

/**
 * Whether the order of the clauses is part of what the prompt says: a story in sentences, words of time ("then"),
 * labels ("first frame: …"), or clauses that lean on the one before them while there is more than one to lean on.
 */
export function orderMatters(clauses: readonly RawClause[]): boolean {
  if (clauses.length < 2) return false;
  if (clauses.some(tellsSequence)) return true;
  if (clauses.reduce((sum, { labels }) => sum + labels, 0) >= 2) return true;
  if (sentenceLengths(clauses).filter((length) => length >= LONG_SENTENCE).length >= 2) return true;
  if (atLeast(2, clauses, opensWithThing) && clauses.some(opensDependent)) return true;
  if (clauses.some((clause) => isOnly(clause, (name) => name === 'relation'))) return true;
  return atLeast(2, clauses, (clause) => isOnly(clause, (name) => ATTRIBUTES.has(name)));
}
