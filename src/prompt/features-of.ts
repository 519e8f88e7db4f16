import { LRUCache } from 'lru-cache';
import type { PromptFeatures, PromptReading } from '../model/prompt-features.js';
import type { Take } from '../model/take.js';
import { analyse } from './analyse.js';
import { reader } from './reader.js';

/** Analysed prompts, by their texts: the same earlier takes are compared again with every call. */
const ofPrompts = new LRUCache<string, PromptFeatures>({ max: 5000 });
const ofPairs = new LRUCache<string, PromptFeatures>({ max: 5000 });

/** The features of a prompt, analysed once and remembered. */
export function featuresOf(prompt: string, negativePrompt = ''): PromptFeatures {
  // Most have no negative prompt, and then the prompt's own string is the key: its hash need not be made anew.
  const isPlain = negativePrompt === '';
  const cache = isPlain ? ofPrompts : ofPairs;
  const key = isPlain ? prompt : `${prompt}\u0000${negativePrompt}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const features = analyse({ prompt, negativePrompt });
  // A prompt of megabytes is not worth keeping: it would push out thousands of ordinary ones.
  if (key.length <= 50_000) cache.set(key, features);
  return features;
}

/** The features of an earlier take: as they were stored, when this reader made them, else read again. */
export function featuresOfTake(take: Pick<Take, 'prompt' | 'negativePrompt' | 'reading'>): PromptFeatures {
  return take.reading?.reader === reader ? take.reading.features : featuresOf(take.prompt, take.negativePrompt);
}

/** How a prompt is stored, to be read by {@link featuresOfTake}. */
export function readingOf(prompt: string, negativePrompt: string): PromptReading {
  return { reader, features: featuresOf(prompt, negativePrompt) };
}
