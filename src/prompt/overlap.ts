import type { PromptFeatures } from '../model/prompt-features.js';
import { rootOf } from './root.js';
import { lightWords } from './words/grammar.js';

const SAME_SUBJECT = 0.6;
const COMPARABLE = 0.5;
const MOST_UNSHARED = 6;

/** The words of prompts that are compared again and again. */
const known = new WeakMap<PromptFeatures, ReadonlySet<string>>();

/** What the content words are filed under, so that another name or form of a word counts as shared. */
export function subjectWords(features: PromptFeatures): ReadonlySet<string> {
  const before = known.get(features);
  if (before !== undefined) return before;
  const words = new Set(features.words.filter((word) => !lightWords.has(word)).map(rootOf));
  known.set(features, words);
  return words;
}

/** The share of the smaller prompt's content words that the other has too, 0 to 1. */
export function overlap(a: PromptFeatures, b: PromptFeatures): number {
  const [left, right] = [subjectWords(a), subjectWords(b)];
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  if (few.size === 0) return a.key === b.key ? 1 : 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared / few.size;
}

/** Whether a close comparison of two prompts says something about how alike they are. */
export function isComparable(a: PromptFeatures, b: PromptFeatures): boolean {
  return a.key === b.key || overlap(a, b) >= COMPARABLE;
}

/**
 * Whether a close comparison of two prompts can find a re-run at all: cheap, so that most earlier prompts can be passed
 * over. A re-run differs in a few words at most (misspelt ones, or ones written together).
 */
export function mayRepeat(a: PromptFeatures, b: PromptFeatures): boolean {
  if (a.key === b.key) return true;
  const [left, right] = [subjectWords(a), subjectWords(b)];
  const most = Math.max(MOST_UNSHARED, Math.min(left.size, right.size) / 5);
  return unshared(left, right, most) + unshared(right, left, most) <= most;
}

/** How many words of one prompt the other lacks; counting ends where it is too many anyway. */
function unshared(words: ReadonlySet<string>, others: ReadonlySet<string>, most: number): number {
  let count = 0;
  for (const word of words) {
    if (!others.has(word)) count += 1;
    if (count > most) break;
  }
  return count;
}

/**
 * Whether two prompts are about the same picture: most words are shared, and what each of them begins with (where people
 * put the subject) is in the other too. A style block that several shots share does not make them one.
 */
export function sameSubject(a: PromptFeatures, b: PromptFeatures): boolean {
  return overlap(a, b) >= SAME_SUBJECT && leadShared(a, b) && leadShared(b, a);
}

/** Whether at least half of a prompt's first clause that says something is in the other prompt. */
function leadShared(a: PromptFeatures, b: PromptFeatures): boolean {
  const lead = a.clauses
    .map((clause) => clause.filter((word) => !lightWords.has(word)))
    .find(({ length }) => length > 0);
  if (lead === undefined) return true;
  const words = subjectWords(b);
  return lead.filter((word) => words.has(rootOf(word))).length * 2 >= lead.length;
}
