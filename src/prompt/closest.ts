import stringSimilarity from 'string-similarity';
import type { PromptFeatures } from '../model/prompt-features.js';
import { usualReading, type Reading } from '../model/reading.js';
import type { Difference } from './difference.js';
import { difference } from './difference.js';
import { isComparable, overlap } from './overlap.js';

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

/** Of hundreds of takes on one shot only those that share most words are worth a closer look. */
const MOST_RANKED = 40;
const MOST_COMPARED = 8;
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
  const comparable = candidates.filter((candidate) => isComparable(candidate.features, features));
  return mostShared(comparable, features)
    .map((candidate) => ({ candidate, similarity: similarity(candidate.features, features) }))
    .sort((left, right) => right.similarity - left.similarity)
    .slice(0, MOST_COMPARED)
    .map(({ candidate, similarity: score }) => ({
      id: candidate.id,
      difference: difference(candidate.features, features, reading),
      similarity: score,
    }))
    .sort((left, right) => RANK[left.difference.rerun] - RANK[right.difference.rerun])
    .at(0);
}

function mostShared(candidates: readonly Candidate[], features: PromptFeatures): readonly Candidate[] {
  if (candidates.length <= MOST_RANKED) return candidates;
  const shared = new Map(
    candidates.map((each) => [each, each.features.key === features.key ? 2 : overlap(each.features, features)]),
  );
  return [...candidates]
    .sort((left, right) => (shared.get(right) ?? 0) - (shared.get(left) ?? 0))
    .slice(0, MOST_RANKED);
}
