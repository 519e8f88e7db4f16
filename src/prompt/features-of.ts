import { LRUCache } from 'lru-cache';
import type { PromptFeatures, PromptReading } from '../model/prompt-features.js';
import { usualReading, type Reading } from '../model/reading.js';
import type { Take } from '../model/take.js';
import { analyse } from './analyse.js';
import { checksum } from './checksum.js';
import { reader } from './reader.js';

/** Analysed prompts, by their texts: the same earlier takes are compared again with every call. */
interface Known {
  readonly ofPrompts: LRUCache<string, PromptFeatures>;
  readonly ofPairs: LRUCache<string, PromptFeatures>;
}

/** By how they were read: what is decoration under one reading is content under another. */
const known = new WeakMap<Reading, Known>();

function knownUnder(reading: Reading): Known {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const made = {
    ofPrompts: new LRUCache<string, PromptFeatures>({ max: 1000 }),
    ofPairs: new LRUCache<string, PromptFeatures>({ max: 1000 }),
  };
  known.set(reading, made);
  return made;
}

/** The features of a prompt under a reading, analysed once and remembered. */
export function featuresOf(prompt: string, negativePrompt = '', reading: Reading = usualReading): PromptFeatures {
  const { ofPrompts, ofPairs } = knownUnder(reading);
  // Most have no negative prompt, and then the prompt's own string is the key: its hash need not be made anew.
  const isPlain = negativePrompt === '';
  const cache = isPlain ? ofPrompts : ofPairs;
  const key = isPlain ? prompt : `${prompt}\u0000${negativePrompt}`;
  const features = cache.get(key) ?? analyse({ prompt, negativePrompt }, reading);
  // A prompt of megabytes is not worth keeping: it would push out thousands of ordinary ones.
  if (key.length <= 50_000) cache.set(key, features);
  return features;
}

const usual = optionsOf(usualReading);

/** What of a reading makes other features. */
function optionsOf({ boosters, notBoosters, modelMakesAnother, seedMakesAnother }: Reading): string {
  return JSON.stringify([boosters, notBoosters, modelMakesAnother, seedMakesAnother]);
}

/** Number of this reader under a reading: what was stored under another one is read again. */
export function readerOf(reading: Reading): number {
  const options = optionsOf(reading);
  if (options === usual) return reader;
  return (reader ^ Number.parseInt(checksum(options, 0).slice(0, 7), 16)) >>> 0;
}

/** The features of an earlier take: as they were stored, when this reader made them in this way, else read again. */
export function featuresOfTake(
  take: Pick<Take, 'prompt' | 'negativePrompt' | 'reading'>,
  reading: Reading = usualReading,
): PromptFeatures {
  const { reading: stored } = take;
  return stored?.reader === readerOf(reading) ? stored.features : featuresOf(take.prompt, take.negativePrompt, reading);
}

/** How a prompt is stored, to be read by {@link featuresOfTake}. */
export function readingOf(prompt: string, negativePrompt: string, reading: Reading = usualReading): PromptReading {
  return { reader: readerOf(reading), features: featuresOf(prompt, negativePrompt, reading) };
}
