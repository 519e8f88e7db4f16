import type { Kind } from '../model/kind.js';
import { featuresOf } from './features-of.js';
import {
  cameraMoves,
  changeOrders,
  instruments,
  moods,
  musicGenres,
  opposites,
  placeNouns,
  plainGenres,
  tempos,
} from './words/layers.js';
import { foreignArticles, lightWords } from './words/grammar.js';
import { materialWords, type MaterialClass } from './words/material.js';

/** A layer that a prompt may say something of. */
export type Layer =
  | 'subject'
  | 'setting'
  | 'action'
  | 'light'
  | 'composition'
  | 'style'
  | 'motion'
  | 'camera'
  | 'genre'
  | 'mood'
  | 'tempo'
  | 'instruments';

/** What a prompt says and what it leaves to chance. */
export interface Specificity {
  /** Layers of its kind that it says nothing of, the most telling first. */
  readonly lacks: readonly Layer[];
  /** Words that cannot both be meant. */
  readonly contradictions: readonly (readonly [string, string])[];
  /** Whether a film is asked for in which nothing moves. */
  readonly isStill: boolean;
  /** Whether so little is said that the result is a matter of luck. */
  readonly isVague: boolean;
}

type Detector = (word: string) => boolean;

const isOf =
  (...names: readonly MaterialClass[]): Detector =>
  (word) =>
    names.some((name) => materialWords.get(word) === name);
const isIn =
  (words: ReadonlySet<string>): Detector =>
  (word) =>
    words.has(word);
const either =
  (...detectors: readonly Detector[]): Detector =>
  (word) =>
    detectors.some((detector) => detector(word));

const moves = either(isOf('action'), (word) => /^\p{L}{3,}ing$/u.test(word) && !materialWords.has(word));
const lights = isOf('light', 'time', 'weather');
const styles = isOf('style', 'material');

/** By kind, each layer with the words that speak of it. Kinds that are not here start from what is there already. */
const layers: Partial<Record<Kind, Partial<Record<Layer, Detector>>>> = {
  image: { setting: isIn(placeNouns), light: lights, style: styles, composition: isOf('camera'), action: moves },
  video: { motion: moves, camera: isIn(cameraMoves), setting: isIn(placeNouns), light: lights, style: styles },
  music: {
    genre: isIn(musicGenres),
    mood: either(isIn(moods), isOf('mood')),
    instruments: isIn(instruments),
    tempo: isIn(tempos),
  },
};

const FEW_WORDS = 8;
const FEW_LAYERS = 1;
const nothingMissing = { lacks: [], contradictions: [], isStill: false, isVague: false } as const;

/** What a thing is: a word that is neither decoration nor said of how the thing is shown. */
const isSubject: Detector = (word) =>
  !lights(word) && !isOf('style', 'camera', 'color', 'size', 'mood')(word) && !lightWords.has(word);

function contradictionsIn(words: ReadonlySet<string>): readonly (readonly [string, string])[] {
  return opposites.flatMap(([left, right]) => {
    const [one, other] = [left.find((word) => words.has(word)), right.find((word) => words.has(word))];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
}

/** Whether a prompt is not in English, by its letters or its articles. */
function isForeign(prompt: string): boolean {
  const words = prompt.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => !/^\p{Script=Latin}+$/u.test(word)) || words.some((word) => foreignArticles.has(word));
}

/**
 * What a prompt of some kind leaves to chance. A mark (logo, icon) and an order to change something need no layers.
 * Never throws; linear in the prompt's length.
 */
export function specificity(request: { readonly kind: Kind; readonly prompt: string }): Specificity {
  const expected = layers[request.kind];
  if (expected === undefined || request.prompt.trim() === '') return nothingMissing;
  const features = featuresOf(request.prompt);
  // A negated word speaks of its layer too; a quoted one is a literal.
  const words = features.words.filter((word) => !word.startsWith('"')).map((word) => word.replace(/^no:/u, ''));
  // "instrumental, no vocals" contradicts nothing: what is negated is not asked for.
  const contradictions = contradictionsIn(new Set(features.words));
  // The lists are English: of a prompt in another language they would say that it says nothing.
  if (isForeign(request.prompt)) return { ...nothingMissing, contradictions };
  const isMark = words.some((word) => plainGenres.has(word)) || changeOrders.has(words[0] ?? '');
  if (isMark) return { ...nothingMissing, contradictions };
  const missing = (Object.keys(expected) as Layer[]).filter((layer) => !words.some(expected[layer] ?? (() => false)));
  const said = Object.keys(expected).length - missing.length;
  const lacksSubject =
    request.kind !== 'music' && (!words.some(isSubject) || words.every((word) => features.decoration.includes(word)));
  return {
    lacks: lacksSubject ? ['subject', ...missing] : missing,
    contradictions,
    isStill: request.kind === 'video' && missing.includes('motion') && missing.includes('camera'),
    isVague: lacksSubject || (said <= FEW_LAYERS && words.length < FEW_WORDS),
  };
}
