import { LRUCache } from 'lru-cache';
import { analyse, type PromptFeatures } from './analyse.js';

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
