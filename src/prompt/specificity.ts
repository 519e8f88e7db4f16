import type { JsonObject } from '../model/json.js';
import type { Kind } from '../model/kind.js';
import { usualReading, type Reading } from '../model/reading.js';
import type { PromptFeatures } from '../model/prompt-features.js';
import { contradictionsIn } from './contradictions.js';
import { featuresOf } from './features-of.js';
import { isForeign } from './is-foreign.js';
import {
  acts,
  either,
  films,
  isIn,
  isOf,
  isSubject,
  lights,
  moves,
  places,
  saysWhere,
  styles,
  type Detector,
} from './layer-detectors.js';
import { speechDirections } from './speech-directions.js';
import { isStillFilm } from './still-film.js';
import { isWholeAsItIs } from './whole-as-it-is.js';
import * as listed from './words/layers.js';

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
  | 'instruments'
  | 'voice'
  | 'tone'
  | 'pace';

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

/** What is looked at: a request, or the part of one that is there. */
export interface Described {
  readonly kind: Kind;
  readonly prompt: string;
  readonly arguments?: JsonObject | undefined;
  /** Assets that the call starts from: what they show need not be said. */
  readonly inputs?: readonly string[] | undefined;
}

/** By kind, each layer with the words that speak of it. Kinds that are not here start from what is there already. */
const layers: Partial<Record<Kind, Partial<Record<Layer, Detector>>>> = {
  image: { setting: places, light: lights, style: styles, composition: isOf('camera'), action: acts },
  video: {
    motion: moves,
    camera: either(films, isIn(listed.filmLooks)),
    setting: places,
    light: lights,
    style: styles,
  },
  music: {
    genre: isIn(listed.musicGenres),
    mood: either(isIn(listed.moods), isOf('mood')),
    instruments: isIn(listed.instruments),
    tempo: isIn(listed.tempos),
  },
  sound: {},
};

const FEW_WORDS = 8;
const FEW_LAYERS = 1;
const nothingMissing: Specificity = { lacks: [], contradictions: [], isStill: false, isVague: false };

/** Of a text to be spoken only its directions are looked at; without any, the voice is a matter of luck. */
function ofSpeech({ prompt, arguments: settings }: Described): Specificity {
  const given = speechDirections(prompt, settings);
  const lacks = (['voice', 'tone', 'pace'] as const).filter((layer) => !given.has(layer));
  return { ...nothingMissing, lacks, isVague: given.size === 0 };
}

/** The layers that a prompt says nothing of, and whether that is too little. */
function ofLayers(
  kind: Kind,
  known: Partial<Record<Layer, Detector>>,
  words: readonly string[],
  { decoration }: PromptFeatures,
): Pick<Specificity, 'lacks' | 'isVague'> {
  const expected = Object.keys(known) as Layer[];
  const isSaid = (layer: Layer): boolean =>
    words.some(known[layer] ?? (() => false)) || (layer === 'setting' && saysWhere(words));
  const missing = expected.filter((layer) => !isSaid(layer));
  const isPraise = words.every((word) => decoration.includes(word));
  const lacksSubject = kind !== 'music' && (isPraise || !words.some(isSubject));
  const said = expected.length - missing.length;
  const isThin = expected.length > 0 && said <= FEW_LAYERS && words.length < FEW_WORDS;
  return { lacks: lacksSubject ? ['subject', ...missing] : missing, isVague: lacksSubject || isThin };
}

/**
 * What a prompt of some kind leaves to chance. A mark, an order to change something, writing and a cut-out need no
 * layers, and of a prompt in another language nothing is said. Never throws; linear in the prompt's length.
 */
export function specificity(request: Described, reading: Reading = usualReading): Specificity {
  const { kind, prompt, inputs = [] } = request;
  // The lists are English: of a prompt in another language they would say that it says nothing.
  if (prompt.trim() === '' || isForeign(prompt)) return nothingMissing;
  if (kind === 'voice') return ofSpeech(request);
  const known = layers[kind];
  if (known === undefined) return nothingMissing;
  const features = featuresOf(prompt, '', reading);
  const contradictions = contradictionsIn(features);
  // A negated word speaks of its layer too; a quoted one is a literal.
  const words = features.words.filter((word) => !word.startsWith('"')).map((word) => word.replace(/^no:/u, ''));
  if (isWholeAsItIs(features, words, kind)) return { ...nothingMissing, contradictions };
  const isStill = kind === 'video' && isStillFilm(words, prompt);
  // A picture that is given shows its subject, its place and its light; a film of it still has to move.
  if (inputs.length > 0) return { ...nothingMissing, contradictions, isStill, lacks: isStill ? ['motion'] : [] };
  return { ...ofLayers(kind, known, words, features), contradictions, isStill };
}
