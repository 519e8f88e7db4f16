import type { PromptFeatures } from './analyse.js';
import { lightWords } from './words/grammar.js';

const SAME_SUBJECT = 0.6;

function subjectWords(features: PromptFeatures): ReadonlySet<string> {
  return new Set(features.words.filter((word) => !lightWords.has(word)));
}

/** The share of the smaller prompt's content words that the other has too, 0 to 1. */
export function overlap(a: PromptFeatures, b: PromptFeatures): number {
  const [left, right] = [subjectWords(a), subjectWords(b)];
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  if (few.size === 0) return a.key === b.key ? 1 : 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}

/** Whether two prompts are about the same picture. */
export function sameSubject(a: PromptFeatures, b: PromptFeatures): boolean {
  return overlap(a, b) >= SAME_SUBJECT;
}
