import { acts, films, isIn } from './layer-detectors.js';
import { motionWords, stillMedia } from './words/motion.js';

/** "a bottle is opened", "a candle being lit": something is done, whatever it is. */
const passive = /\b(?:being\s[a-z]|(?:is|are|gets?|was|were)\s[a-z]{2,}(?:ed|en|wn|it|ut)\b)/iu;

/** "a monk sips tea": after a thing, a word in -s that nobody knows may tell what it does. */
function mayTell(prompt: string): boolean {
  const text = prompt.slice(0, 2000).replace(/\s+/gu, ' ');
  const told = /\b(?:an?|the|one|his|her|its|my)\s(?:(?!of\b)[a-z]+\s){1,3}[a-z]{3,}(?<!s)s\s(?!of\b)[a-z]/iu;
  return told.test(text) || passive.test(text);
}

/** Whether a film is asked for in which neither anything nor the camera moves; in doubt something does. */
export function isStillFilm(words: readonly string[], prompt: string): boolean {
  if (words.some(films) && !words.includes('static')) return false;
  // Who asks a film tool for a photo means one, unless the film is told after all.
  const opensStill = words.slice(0, 3).some((word) => stillMedia.has(word));
  return !words.some(isIn(motionWords)) && (opensStill || !(words.some(acts) || mayTell(prompt)));
}
