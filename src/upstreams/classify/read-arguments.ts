import { LRUCache } from 'lru-cache';
import type { Evidence, Classification } from './classification.js';
import type { Field } from './schema-fields.js';
import { partSigns, type Part, type PartSign, type Shape } from './words/arguments.js';
import type { ToolKind } from './words/kinds.js';

/** The arguments of a tool by what they mean. */
export interface ReadArguments {
  readonly parts: Classification['arguments'];
  readonly why: readonly Evidence[];
}

/** Kinds of tools of which only some arguments are of interest; every part of those that are not here is. */
const partsOf: Readonly<Partial<Record<ToolKind, readonly Part[]>>> = {
  list: [],
  status: [],
  delete: [],
  cancel: [],
  account: [],
  utility: [],
  infra: [],
  call: [],
  agent: ['model'],
  training: ['open'],
  'generic-invoke': ['open', 'model', 'async', 'count', 'prompt', 'negativePrompt', 'seed'],
};

/**
 * Which argument of a tool is which: by its name, and by the values it can take.
 * @param kind leaves out what means something else with tools of that kind; every part is read without it
 */
export function readArguments(fields: readonly Field[], kind?: ToolKind): ReadArguments {
  const wanted = kind === undefined ? undefined : partsOf[kind];
  if (wanted?.length === 0) return { parts: {}, why: [] };
  const parts: Partial<Record<Part, readonly string[]>> = {};
  const taken = new Set<string>();
  const named = byPart(fields);
  const order =
    kind === 'generic-invoke'
      ? [...partSigns].sort((a, b) => Number(b.part === 'open') - Number(a.part === 'open'))
      : partSigns;
  for (const sign of order) {
    if (wanted?.includes(sign.part) === false) continue;
    const free = named.get(sign.part)?.filter(({ field }) => !taken.has(field.path)) ?? [];
    const found = fitting(free, sign, kind);
    const kept = sign.several === true ? found : found.slice(0, 1);
    if (kept.length === 0) continue;
    parts[sign.part] = kept.map(({ path }) => path);
    for (const { path } of kept) taken.add(path);
  }
  if (wanted === undefined) {
    const files = fields.filter(({ words, depth }) => depth <= 1 && fileNames.test(words));
    const isTaken = (path: string): boolean => [...taken].some((other) => `${path}.`.startsWith(`${other}.`));
    addFiles(
      parts,
      files.filter(({ path }) => !isTaken(path)),
      kind,
    );
  }
  const why = (Object.keys(parts) as Part[]).map((part) => {
    const words = (parts[part] ?? []).join(', ');
    return { about: part, from: 'arguments', says: part, words } as const;
  });
  return { parts, why };
}

/** Files and addresses that do not say what they hold: their description does, else the kind of tool. */
function addFiles(
  parts: Partial<Record<Part, readonly string[]>>,
  fields: readonly Field[],
  kind: ToolKind | undefined,
): void {
  for (const field of fields) {
    if (!hasShape(field, 'asset') || directions.test(field.description)) {
      continue;
    }
    const part = heldIn(field.description) ?? (kind === undefined ? undefined : heldBy[kind]);
    if (part !== undefined) parts[part] = [...(parts[part] ?? []), field.path];
  }
}

/** What a description says first that a file holds. */
function heldIn(description: string): Part | undefined {
  const found = fileParts.map(([part, sign]) => ({ part, at: description.search(sign) })).filter(({ at }) => at !== -1);
  return found.sort((a, b) => a.at - b.at)[0]?.part;
}

const fileNames =
  /^(?:(?:input|source|reference|target|media|upload|local|original) ?)?(?:file|media|asset|upload|input)?s? ?(?:paths?|urls?|uris?|files?|base64)$|^(?:files?|media|input)$/;
const fileParts: readonly (readonly [Part, RegExp])[] = [
  ['sound', /\b(?:audio|voice|recording|song|music)/],
  ['video', /\b(?:video|clip)/],
  ['image', /\b(?:image|photo|picture)/],
];
const heldBy: Readonly<Partial<Record<ToolKind, Part>>> = {
  transcription: 'sound',
  voice: 'sound',
  audio: 'sound',
  music: 'sound',
  image: 'image',
  edit: 'image',
  variation: 'image',
  inpaint: 'image',
  outpaint: 'image',
  upscale: 'image',
  reframe: 'image',
  vectorize: 'image',
  vision: 'image',
  'background-removal': 'image',
  'video-edit': 'video',
};

/** Objects whose arguments are about something beside the result. */
const aside = /\b(?:viewport|browser|window|screen|webhook|callback|storage|network|mounts?) \w/;

interface Candidate {
  readonly field: Field;
  readonly rank: number;
}

/** Fields by the parts that their names fit. */
function byPart(fields: readonly Field[]): ReadonlyMap<Part, readonly Candidate[]> {
  const found = new Map<Part, Candidate[]>();
  for (const field of fields) {
    for (const [part, rank] of ranksOf(field)) {
      const others = found.get(part);
      const candidate = { field, rank: rank + field.depth * 0.5 };
      if (others === undefined) found.set(part, [candidate]);
      else others.push(candidate);
    }
  }
  return found;
}

/** Of the fields named like a part those that can hold it, best first; deeper ones only where no shallower one does. */
function fitting(named: readonly Candidate[], sign: PartSign, kind: ToolKind | undefined): readonly Field[] {
  const sorted = named.filter(({ field }) => fits(field, sign, kind)).sort((a, b) => a.rank - b.rank);
  const shallowest = Math.min(...sorted.map(({ field }) => field.depth));
  return sorted.map(({ field }) => field).filter(({ depth }) => depth === shallowest);
}

/** Names are the same everywhere, so what they can mean is worked out once. */
const known = new LRUCache<string, ReadonlyMap<Part, number>>({ max: 4096 });

/** The parts that an argument's name fits, with how well: 0 is best. */
function ranksOf(field: Field): ReadonlyMap<Part, number> {
  const key = `${field.words}\n${field.qualified}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const ranks = new Map<Part, number>();
  for (const sign of partSigns) {
    const rank = rankOf(field, sign);
    if (rank !== undefined) ranks.set(sign.part, rank);
  }
  known.set(key, ranks);
  return ranks;
}

function rankOf({ words, qualified }: Field, { names, like, never }: PartSign): number | undefined {
  if (never?.test(qualified) === true || aside.test(qualified)) return undefined;
  const at = names.indexOf(words);
  if (at !== -1) return at;
  if (like?.test(words) === true) return Math.min(names.length, 3);
  return names.includes(qualified) ? names.length : undefined;
}

const lines = /^(?:\d{3,4}p|\d{1,2}k|hd|fhd|uhd|full ?hd)$/i;
const gradeWords =
  /^(?:standard|std|pro|hd|high|low|medium|turbo|fast|quality|draft|ultra|premium|basic|relax|balanced|normal|lite|express)/i;
const directions =
  /\b(?:save|saved|saves|write|written|writes|store|output) (?:\S+ ){0,4}?(?:to|path|file|directory|folder|image|location)\b|\bdestination\b/;

type Check = (field: Field, kind: ToolKind | undefined) => boolean;

/** What an argument that is named like a part must be besides, to be it. */
const checks: Readonly<Partial<Record<Part, Check>>> = {
  prompt: isPrompt,
  model: isModel,
  quality: isQuality,
  resolution: (field) => field.words !== 'image size' || holdsLines(field),
  size: (field) => field.words !== 'image size' || !holdsLines(field),
  image: isGiven,
  video: isGiven,
  sound: isGiven,
};

/** Whether an argument that is named like a part can also hold what the part holds. */
function fits(field: Field, { part, shape }: PartSign, kind: ToolKind | undefined): boolean {
  const isMapped = field.entered && shape !== 'asset' && shape !== 'open' && !field.types.has('string');
  return !isMapped && hasShape(field, shape) && (checks[part]?.(field, kind) ?? true);
}

/** Words about a thing are a prompt only for what is known to make one. */
function isPrompt({ words }: Field, kind: ToolKind | undefined): boolean {
  if (kind === 'generic-invoke') return words.endsWith('prompt');
  return kind !== undefined || !/^(?:tags|description|caption)$/.test(words);
}

function isModel({ words, choices, description }: Field): boolean {
  const isVague = words === 'model type' || words === 'version';
  return !isVague || /\bmodel\b/.test(description) || (words === 'version' && choices.length > 1);
}

function isQuality(field: Field): boolean {
  const texts = field.choices.map(String);
  const isGraded = texts.some((text) => gradeWords.test(text) && !lines.test(text));
  if (/^(?:mode|speed|effort|generation mode|tier)$/.test(field.words)) return isGraded;
  if (holdsLines(field)) return isGraded;
  return texts.length > 0 || !/\b(?:jpe?g|webp|encod\w+|compress\w+|bitrate)\b/.test(field.description);
}

/** An asset to start from, not a place to write to. */
function isGiven({ words, description }: Field): boolean {
  return words !== 'clip' && !directions.test(description);
}

/** Whether the values are lines or thousands of pixels: "720p", "2K". */
function holdsLines({ choices, description }: Field): boolean {
  return choices.length > 0
    ? choices.some((choice) => lines.test(String(choice)))
    : /\b(?:\d{3,4}p|[124]k)\b/.test(description);
}

function can({ types }: Field, ...wanted: readonly string[]): boolean {
  return types.size === 0 || wanted.some((type) => types.has(type));
}

const onOff = /^(?:on|off|true|false|yes|no|enabled?|disabled?)$/i;

const shapes: Readonly<Record<Shape, (field: Field) => boolean>> = {
  text: (field) => (field.choices.length === 0 && can(field, 'string')) || isTextList(field),
  number: (field) => can(field, 'number', 'integer') || (field.types.has('string') && field.choices.every(isNumeric)),
  switch: (field) =>
    can(field, 'boolean') ||
    (field.choices.length === 2 && field.choices.every((choice) => onOff.test(String(choice)))),
  asset: (field) => field.choices.length === 0 && can(field, 'string', 'array', 'object'),
  open: ({ types, items, open, entered }) =>
    types.size === 0 || open || entered || (types.has('array') && (items.size === 0 || items.has('object'))),
  any: () => true,
};

function hasShape(field: Field, shape: Shape): boolean {
  return shapes[shape](field);
}

function isTextList({ types, items }: Field): boolean {
  return types.has('array') && (items.size === 0 || items.has('string'));
}

function isNumeric(choice: unknown): boolean {
  return /^(?:auto|-?\d+(?:\.\d+)?\s*s?(?:ec(?:onds)?)?)$/i.test(String(choice));
}
