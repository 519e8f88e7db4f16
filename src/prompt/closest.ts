import stringSimilarity from 'string-similarity';
import type { PromptFeatures } from '../model/prompt-features.js';
import { usualReading, type Reading } from '../model/reading.js';
import type { Difference } from './difference.js';
import { difference } from './difference.js';
import { isComparable, mayRepeat, overlap } from './overlap.js';

/** An earlier prompt to compare with. */
export interface Candidate {
  readonly id: string;
  readonly features: PromptFeatures;
}

/** The earlier prompt that comes closest. */
export interface Closest {
  readonly id: string;
  /** From the earlier prompt to the new one. */
  readonly difference: Difference;
  /** Dice's coefficient of the canonical texts, 0 to 1: for ranking and showing, never for deciding. */
  readonly similarity: number;
}

/** Earlier prompts that may be repeated, at most, that are ranked, and that are compared word by word. */
const MOST_RANKED = 40;
const MOST_COMPARED = 8;
/** Others, which only the most similar is wanted of. */
const MOST_OTHERS = 3;
const RANKED_LENGTH = 2000;
const RANK: Readonly<Record<Difference['rerun'], number>> = { certain: 0, suspect: 1, no: 2 };

function similarity(a: PromptFeatures, b: PromptFeatures): number {
  if (a.key === b.key) return 1;
  return stringSimilarity.compareTwoStrings(a.key.slice(0, RANKED_LENGTH), b.key.slice(0, RANKED_LENGTH));
}

/** Finds the earlier prompt a new one repeats, else the most similar one; undefined when none shares its words. */
export function closest(
  features: PromptFeatures,
  candidates: readonly Candidate[],
  reading: Reading = usualReading,
): Closest | undefined {
  const compare = ({ candidate, score }: Ranked): Closest => ({
    id: candidate.id,
    difference: difference(candidate.features, features, reading),
    similarity: score,
  });
  const comparable = candidates.filter((candidate) => isComparable(candidate.features, features));
  const likely = comparable.filter((candidate) => mayRepeat(candidate.features, features));
  const repeated = ranked(likely, features, MOST_RANKED)
    .slice(0, MOST_COMPARED)
    .map(compare)
    .sort((left, right) => RANK[left.difference.rerun] - RANK[right.difference.rerun])
    .at(0);
  if (repeated !== undefined && repeated.difference.rerun !== 'no') return repeated;
  return ranked(comparable, features, MOST_OTHERS).slice(0, 1).map(compare).at(0);
}

interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

/** The candidates that share most words, at most so many, the most similar first. */
function ranked(candidates: readonly Candidate[], features: PromptFeatures, most: number): readonly Ranked[] {
  return mostShared(candidates, features, most)
    .map((candidate) => ({ candidate, score: similarity(candidate.features, features) }))
    .sort((left, right) => right.score - left.score);
}

function mostShared(candidates: readonly Candidate[], features: PromptFeatures, most: number): readonly Candidate[] {
  if (candidates.length <= most) return candidates;
  return candidates
    .map((candidate) => ({ candidate, shared: overlap(candidate.features, features) }))
    .sort((left, right) => right.shared - left.shared)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
