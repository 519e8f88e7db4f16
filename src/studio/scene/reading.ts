import type { REGIONS } from './recipe.js';
import { COLOURS, DAYTIMES, PLACES, STYLES, SUBJECTS, WEATHERS } from './words.js';
import type { Daytime, Place, Style, SubjectName, Weather } from './words.js';

/** The part of a picture that an edit is limited to. */
export type Region = (typeof REGIONS)[number];

/** A subject with the region it was asked for, if any. */
export interface ReadSubject {
  name: SubjectName;
  colour?: string | undefined;
  region?: Region | undefined;
  /** Its place in the arrangement of the first drawing; undefined for what an edit added. */
  slot?: number | undefined;
}

/** What the renderer understood of a prompt. */
export interface Reading {
  place: Place;
  daytime: Daytime;
  weather: Weather;
  style: Style;
  subjects: ReadSubject[];
  /** How many subjects the first drawing was arranged for; edits leave the arrangement as it is. */
  arrangedFor: number;
}

type PartReading = { [Key in Exclude<keyof Reading, 'arrangedFor'>]?: Reading[Key] | undefined };

const INDOOR_SUBJECTS: ReadonlySet<SubjectName> = new Set(['bottle', 'cup', 'shoe', 'lamp', 'book', 'gift']);
const SUBJECT_LIMIT = 3;

function firstMatch<T extends string>(rows: readonly (readonly [T, RegExp])[], text: string): T | undefined {
  return rows.find(([, words]) => words.test(text))?.[0];
}

/** A colour counts for the subject it stands before ("red car" and "red vintage car", not "car, red sky"). */
function colourBefore(text: string, end: number): string | undefined {
  const before = text.slice(Math.max(0, end - 24), end).replace(/^.*[,.;]/, '');
  return COLOURS.find(([words]) => words.test(before))?.[1];
}

function readSubjects(text: string): ReadSubject[] {
  return SUBJECTS.map(([name, words]) => ({ name, at: text.search(words) }))
    .filter((found) => found.at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ name, at }) => ({ name, colour: colourBefore(text, at) }));
}

function readPart(prompt: string): PartReading {
  const text = prompt.toLowerCase();
  return {
    place: firstMatch(PLACES, text),
    daytime: firstMatch(DAYTIMES, text),
    weather: firstMatch(WEATHERS, text),
    style: firstMatch(STYLES, text),
    subjects: readSubjects(text),
  };
}

function defaultDaytime(part: PartReading): Daytime {
  if (part.style === 'neon') return 'night';
  return part.weather === 'rain' || part.weather === 'storm' || part.weather === 'fog' ? 'overcast' : 'day';
}

function defaultPlace(subjects: readonly ReadSubject[]): Place {
  const first = subjects[0]?.name;
  if (first === 'boat' || first === 'lighthouse') return 'sea';
  return first !== undefined && INDOOR_SUBJECTS.has(first) ? 'studio' : 'meadow';
}

/** Reads a prompt into a scene; the words of the negative prompt are left out. */
export function readPrompt(prompt: string, negativePrompt = ''): Reading {
  const part = readPart(prompt);
  const unwanted = readPart(negativePrompt);
  const banned = new Set(unwanted.subjects?.map((subject) => subject.name));
  const subjects = (part.subjects ?? []).filter((subject) => !banned.has(subject.name)).slice(0, SUBJECT_LIMIT);
  const keep = <T>(wanted: T | undefined, refused: T | undefined): T | undefined =>
    wanted === refused ? undefined : wanted;
  const kept: PartReading = {
    place: keep(part.place, unwanted.place),
    weather: keep(part.weather, unwanted.weather),
    style: keep(part.style, unwanted.style),
  };
  const place = kept.place ?? defaultPlace(subjects);
  // An empty podium shows nothing: a product that has no name is a bottle.
  if (place === 'studio' && subjects.length === 0 && !banned.has('bottle')) subjects.push({ name: 'bottle' });
  return {
    place,
    daytime: keep(part.daytime, unwanted.daytime) ?? defaultDaytime(kept),
    weather: kept.weather ?? 'clear',
    style: kept.style ?? 'plain',
    subjects: subjects.map((subject, slot) => ({ ...subject, slot })),
    arrangedFor: subjects.length,
  };
}

/** The reading of a scene after an edit, and whether the edit's words meant anything to the renderer. */
export interface EditedReading {
  reading: Reading;
  understood: boolean;
  /** True when place, light, weather or style changed: more than a subject came or went. */
  repainted: boolean;
}

/** Applies the words of an edit to a scene ("remove the boat", "make it night", "add a red balloon"). */
export function applyEdit(scene: Reading, prompt: string, region?: Region): EditedReading {
  const removals = prompt.toLowerCase().match(/\b(remove|without|no|delete|erase)\b[^,.;]*/g) ?? [];
  const removed = new Set(readSubjects(removals.join(' ')).map((subject) => subject.name));
  const part = readPart(removals.reduce((text, removal) => text.replace(removal, ' '), prompt.toLowerCase()));
  const added = (part.subjects ?? []).map((subject) => ({ ...subject, region }));
  const named = new Set([...removed, ...added.map((subject) => subject.name)]);
  const reading: Reading = {
    place: part.place ?? scene.place,
    daytime: part.daytime ?? scene.daytime,
    weather: part.weather ?? scene.weather,
    style: part.style ?? scene.style,
    subjects: [...scene.subjects.filter((subject) => !named.has(subject.name)), ...added].slice(-SUBJECT_LIMIT - 1),
    arrangedFor: scene.arrangedFor,
  };
  const repainted = (['place', 'daytime', 'weather', 'style'] as const).some((key) => reading[key] !== scene[key]);
  return { reading, repainted, understood: repainted || named.size > 0 };
}
