import type { GenerationRequest } from '../../model/request.js';
import { usualReading, type Reading } from '../../model/reading.js';
import type { Take } from '../../model/take.js';
import type { Difference } from '../../prompt/difference.js';
import { closest } from '../../prompt/closest.js';
import { featuresOf, featuresOfTake } from '../../prompt/features-of.js';
import { sameSubject } from '../../prompt/overlap.js';
import { rootOf } from '../../prompt/root.js';
import { NEGATION } from '../../prompt/words/grammar.js';
import { comparableTakes } from './earlier-takes.js';

/** The earlier take whose prompt comes closest to a request's. */
export interface ClosestTake {
  readonly take: Take;
  /** From the take's prompt to the request's. */
  readonly difference: Difference;
}

/** Where a request stands among earlier attempts. */
export interface Streak {
  /** The cluster that it belongs to; left out when it begins one of its own. */
  readonly cluster?: string | undefined;
  /** The cluster whose prompt it refines. */
  readonly parent?: string | undefined;
}

/** Several rules ask about one request and the same takes. */
const known = new WeakMap<Reading, WeakMap<readonly Take[], WeakMap<GenerationRequest, ClosestTake | 'none'>>>();

/** The comparable earlier take that a request repeats, else the most similar one; undefined when none is like it. */
export function closestTake(
  request: GenerationRequest,
  takes: readonly Take[],
  reading: Reading = usualReading,
): ClosestTake | undefined {
  const underReading =
    known.get(reading) ?? new WeakMap<readonly Take[], WeakMap<GenerationRequest, ClosestTake | 'none'>>();
  known.set(reading, underReading);
  const ofTakes = underReading.get(takes) ?? new WeakMap<GenerationRequest, ClosestTake | 'none'>();
  underReading.set(takes, ofTakes);
  const found = ofTakes.get(request) ?? findClosest(request, takes, reading) ?? 'none';
  ofTakes.set(request, found);
  return found === 'none' ? undefined : found;
}

function findClosest(request: GenerationRequest, takes: readonly Take[], reading: Reading): ClosestTake | undefined {
  if (request.prompt.trim() === '') return undefined;
  const own = featuresOf(request.prompt, request.negativePrompt, reading);
  const earlier = comparableTakes(request, takes, reading);
  const match = closest(
    own,
    earlier.map((take) => ({ id: take.id, features: featuresOfTake(take, reading) })),
    reading,
  );
  const take = earlier.find(({ id }) => id === match?.id);
  return match === undefined || take === undefined ? undefined : { take, difference: match.difference };
}

/**
 * Which attempts a request goes on with. The same prompt again joins the cluster of the take it repeats, and so does a
 * suspect whose change nobody named; a prompt that says something else of the same picture opens a child cluster.
 * @param because the agent's one-line answer about what changed
 */
export function streakOf(
  request: GenerationRequest,
  takes: readonly Take[],
  because?: string,
  reading: Reading = usualReading,
): Streak {
  const match = closestTake(request, takes, reading);
  if (match === undefined) return {};
  const { difference, take } = match;
  const isAgain = difference.rerun === 'certain' || (difference.rerun === 'suspect' && !names(because, difference));
  if (isAgain) return { cluster: take.cluster };
  const own = featuresOf(request.prompt, request.negativePrompt, reading);
  const refines = difference.rerun === 'suspect' || sameSubject(own, featuresOfTake(take, reading));
  return refines ? { parent: take.cluster } : {};
}

/** Whether an answer speaks of something that changed: of a word that only one of the prompts has in that place. */
function names(because: string | undefined, { material }: Difference): boolean {
  if (because === undefined) return false;
  const wordsOf = (text: string): readonly string[] =>
    featuresOf(text).words.map((word) => rootOf(word.startsWith(NEGATION) ? word.slice(NEGATION.length) : word));
  const said = new Set(wordsOf(because));
  return material.some(({ before = '', after = '' }) => {
    const [old, now] = [wordsOf(before), wordsOf(after)];
    return [...old, ...now].some((word) => said.has(word) && !(old.includes(word) && now.includes(word)));
  });
}
