import type { ChangeType } from './change.js';
import { actionsOf, pluralsOf } from './inflect.js';
import { materialPart, numeral } from './is-material.js';
import { absences, lightWords, NEGATION } from './words/grammar.js';
import { instruments, moods, musicGenres, nounsInIng, placeNouns, tempos, voiceWords } from './words/layers.js';
import { materialWords, type MaterialClass } from './words/material.js';
import { nounGroups, verbGroups } from './words/synonyms.js';
import { unitTypes } from './words/settings.js';

const ofClass: Readonly<Record<MaterialClass, ChangeType>> = {
  count: 'number',
  color: 'colour',
  light: 'light',
  time: 'time-or-weather',
  weather: 'time-or-weather',
  camera: 'camera',
  relation: 'relation',
  style: 'style',
  material: 'substance',
  size: 'size',
  mood: 'mood',
  sound: 'sound',
  subject: 'subject',
  action: 'action',
};

/** What a phrase is about as a whole, when one of its words is: a hat is a thing, whatever its colour. */
const LEADING: readonly ChangeType[] = ['quoted-text', 'negation', 'duration', 'subject', 'setting', 'action'];

function readNames(): ReadonlyMap<string, ChangeType> {
  const types = new Map<string, ChangeType>();
  const add = (words: Iterable<string>, type: ChangeType): void => {
    for (const word of words) types.set(word, type);
  };
  // What is set last holds: a word of several lists is what the more telling one says.
  for (const verb of verbGroups.flat()) {
    const { now, past } = actionsOf(verb);
    add([verb, ...now, ...past], 'action');
  }
  for (const noun of nounGroups.flat()) add([noun, ...pluralsOf(noun)], 'subject');
  add(moods, 'mood');
  add(musicGenres, 'style');
  add([...tempos, ...instruments], 'sound');
  for (const [unit, type] of unitTypes) types.set(unit, type);
  for (const [word, name] of materialWords) types.set(word, ofClass[name]);
  add(placeNouns, 'setting');
  add(voiceWords, 'voice');
  add(absences, 'negation');
  return types;
}

/** Made when the first word is asked for. */
let names: ReadonlyMap<string, ChangeType> | undefined;

/** What a single content word is about; `next` is the word after it, which says what a number counts. */
export function typeOfWord(word: string, next = ''): ChangeType {
  if (word.startsWith('"')) return 'quoted-text';
  if (word.startsWith(NEGATION)) return 'negation';
  if (numeral.test(word)) return unitTypes.get(next) ?? 'number';
  names ??= readNames();
  const named = names.get(word);
  if (named !== undefined) return named;
  const glued = materialPart(word);
  if (glued !== undefined) return ofClass[glued];
  return isDoing(word) ? 'action' : 'detail';
}

/** Whether a word tells by its ending that something goes on: "rowing", but not "ceiling". */
export function isDoing(word: string): boolean {
  return /^\p{L}{3,}ing$/u.test(word) && !nounsInIng.has(word);
}

/** What several words are about together, given what each of them is about. */
export function typeOfPhrase(words: readonly string[], types: readonly ChangeType[]): ChangeType {
  const leading = LEADING.find((type) => types.includes(type));
  if (leading !== undefined) return leading;
  const telling = types.filter((_, at) => !lightWords.has(words[at] ?? ''));
  if (telling.length === 0) return 'relation';
  // An unknown thing and where it stands is more than where it stands.
  const said = telling.filter((type) => type !== 'relation');
  return said.findLast((type) => type !== 'detail') ?? said.at(-1) ?? 'relation';
}
