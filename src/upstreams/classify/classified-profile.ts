import type { Kind } from '../../model/kind.js';
import { profileSchema, type Profile } from '../../model/profile.js';
import type { Classification } from './classification.js';
import { fieldsOf, type Field } from './schema-fields.js';
import type { ToolKind } from './words/kinds.js';

/** Kinds that the gate has another word for; those that are not here and not its own are `other`. */
const named: Readonly<Partial<Record<ToolKind, Kind>>> = {
  image: 'image',
  video: 'video',
  voice: 'voice',
  music: 'music',
  audio: 'sound',
  '3d': '3d',
  edit: 'edit',
  vectorize: 'edit',
  'video-edit': 'edit',
  inpaint: 'inpaint',
  outpaint: 'outpaint',
  reframe: 'reframe',
  upscale: 'upscale',
  'background-removal': 'background-removal',
  variation: 'variation',
};

/** Another unit than seconds, or a value that stands for "as you like": the gate would misread the number. */
const notSeconds = /(?:^|_)ms$|Ms$|millis/i;
const anyValue = /(?:^|[^\d])-1\b|\bauto\b|\b0 (?:for|means|=)/;

/**
 * The profile by which calls of a tool are read, as far as its definition tells. A number is only read where the schema takes
 * nothing else: an argument that cannot be read would hold the call back.
 */
export function classifiedProfile(classification: Classification, inputSchema: unknown): Profile {
  if (!classification.paid) return profileSchema.parse({ paid: false });
  const byPath = new Map(fieldsOf(inputSchema).map((field) => [field.path, field]));
  const { arguments: parts } = classification;
  const first = (
    paths: readonly string[] | undefined,
    fits: (field: Field) => boolean = () => true,
  ): string | undefined => paths?.find((path) => isReachable(path, byPath) && fits(byPath.get(path) as Field));
  const number = (paths: readonly string[] | undefined): string | undefined => first(paths, isNumber);
  const toggle = (paths: readonly string[] | undefined): string | undefined =>
    first(paths, ({ types }) => types.size === 1 && types.has('boolean'));
  const inputs = [parts.image, parts.video, parts.sound, parts.mask].flatMap((paths) => paths ?? []);
  const found = {
    prompt: first(parts.prompt),
    negativePrompt: first(parts.negativePrompt),
    count: number(parts.count),
    model: first(parts.model, ({ types }) => types.size === 0 || types.has('string')),
    quality: first(parts.quality),
    width: number(parts.width),
    height: number(parts.height),
    size: first(parts.size),
    aspect: first(parts.aspect),
    resolution: first(parts.resolution),
    seconds: number(parts.seconds?.filter((path) => !notSeconds.test(path))),
    audio: toggle(parts.audio),
    preview: toggle(parts.preview),
    enhance: toggle(parts.enhance),
    seed: number(parts.seed),
  };
  const { freeWhen } = classification;
  return profileSchema.parse({
    paid: true,
    kind: named[classification.kind] ?? 'other',
    arguments: { ...Object.fromEntries(Object.entries(found).filter(([, path]) => path !== undefined)), inputs },
    ...(freeWhen === undefined ? {} : { freeWhen }),
  });
}

/** Dots lead into objects, so an argument whose own name has one cannot be named. */
function isReachable(path: string, byPath: ReadonlyMap<string, Field>): boolean {
  return byPath.get(path)?.depth === path.split('.').length - 1;
}

function isNumber({ types, choices, description }: Field): boolean {
  if (anyValue.test(description)) return false;
  if (choices.length > 0) return choices.every((choice) => /^\d+(?:\.\d+)?\s*s?$/.test(String(choice)));
  return [...types].every((type) => type === 'number' || type === 'integer' || type === 'null');
}
