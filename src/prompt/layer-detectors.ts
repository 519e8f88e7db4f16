import { typeOfWord } from './change-type.js';
import { lightWords, placePrepositions } from './words/grammar.js';
import * as listed from './words/layers.js';
import { materialWords, type MaterialClass } from './words/material.js';
import { motionWords } from './words/motion.js';

/** Whether a word speaks of something. */
export type Detector = (word: string) => boolean;

/** Words of these classes. */
export const isOf =
  (...names: readonly MaterialClass[]): Detector =>
  (word) =>
    names.some((name) => materialWords.get(word) === name);

/** Words of these lists. */
export const isIn =
  (...lists: readonly ReadonlySet<string>[]): Detector =>
  (word) =>
    lists.some((words) => words.has(word));

/** Words of any of these. */
export const either =
  (...detectors: readonly Detector[]): Detector =>
  (word) =>
    detectors.some((detector) => detector(word));

/** What somebody does. */
export const acts: Detector = (word) => typeOfWord(word) === 'action';

/** What moves in a film. */
export const moves: Detector = either(acts, isIn(motionWords));

/** Light, time and weather. */
export const lights: Detector = isOf('light', 'time', 'weather');

/** Media, manners and substances. */
export const styles: Detector = either(isOf('style', 'material'), isIn(listed.colourNamedMedia));

/** Places, one or many. */
export const places: Detector = (word) => listed.placeNouns.has(word) || listed.placeNouns.has(word.replace(/s$/u, ''));

const isManner = isOf('time', 'style', 'color', 'camera', 'mood', 'size', 'light');

/** Whether something is said to be in, on or under something, whatever that is: "in fresh snow", "by an old mill". */
export function saysWhere(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!placePrepositions.has(word)) return false;
    const rest = words.slice(at + 1);
    const end = rest.findIndex((next) => lightWords.has(next));
    return (end < 0 ? rest : rest.slice(0, end)).some((next) => !isManner(next));
  });
}

/** How a camera stands or moves. */
export const films: Detector = isIn(listed.cameraMoves);

/** What a thing is: a word that is neither praise nor said of how the thing is shown. */
export const isSubject: Detector = (word) =>
  !lights(word) &&
  !isOf('style', 'camera', 'color', 'size', 'mood')(word) &&
  !isIn(listed.emptyNouns, listed.praiseWords, lightWords)(word);
