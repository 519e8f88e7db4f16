import { LRUCache } from 'lru-cache';
import { usualReading, type Reading } from '../model/reading.js';
import { analyse, type PromptFeatures } from './analyse.js';

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
    ofPrompts: new LRUCache<string, PromptFeatures>({ max: 5000 }),
    ofPairs: new LRUCache<string, PromptFeatures>({ max: 5000 }),
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
