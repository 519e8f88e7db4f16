import type { Evidence } from './classification.js';
import type { ReadArguments } from './read-arguments.js';
import { kindSigns, nameSigns, wordSigns, type KindSign, type ToolKind } from './words/kinds.js';

/** What the words of a definition say about the kind of work. */
export interface KindWords {
  /** The tool's name in small words, without the server's. */
  readonly name: string;
  readonly title: string;
  /** First sentence of the description. */
  readonly lead: string;
  readonly description: string;
  /** Whether the name says that something is made or thought of. */
  readonly makes: boolean;
  /** Paths of arguments that a call must have. */
  readonly required: ReadonlySet<string>;
}

/** A kind with its ground. */
export interface ReadKind {
  readonly kind: ToolKind;
  readonly why: Evidence;
}

type Parts = ReadArguments['parts'];

/** What kind of work a tool that generates does: its name says it, else its first sentence, its arguments, or all it says. */
export function readKind(words: KindWords, parts: Parts): ReadKind {
  const { name, title, lead, makes } = words;
  const description = words.description.slice(0, 600);
  const found =
    signIn('name', name, kindSigns) ??
    signIn('name', name, nameSigns) ??
    signIn('name', name, wordSigns) ??
    signIn('title', title, kindSigns) ??
    signIn('description', lead, kindSigns) ??
    fromArguments(parts) ??
    signIn('description', lead, wordSigns) ??
    signIn('description', description, kindSigns) ??
    signIn('description', description, wordSigns);
  if (found === undefined) {
    return says(makes && parts.prompt?.[0]?.includes('.') === false ? 'llm' : 'utility', 'name', name);
  }
  return narrowed(found, words, parts) ?? found;
}

function says(kind: ToolKind, from: Evidence['from'], words: string): ReadKind {
  return { kind, why: { about: 'kind', from, says: kind, words } };
}

function signIn(from: Evidence['from'], text: string, signs: readonly KindSign[]): ReadKind | undefined {
  for (const { kind, sign } of signs) {
    const match = sign.exec(text);
    if (match !== null) return says(kind, from, match[0].trim());
  }
  return undefined;
}

/** What the arguments alone say: seconds with a shape are a film, a shape alone is a picture. */
function fromArguments(parts: Parts): ReadKind | undefined {
  const shape = parts.aspect ?? parts.resolution ?? parts.size ?? parts.width;
  if (parts.seconds && (shape ?? parts.image)) return says('video', 'arguments', parts.seconds.join(', '));
  if (parts.prompt && shape) return says('image', 'arguments', shape.join(', '));
  return undefined;
}

/** Kinds that work on something given: a name that says only "image" or "video" may mean one of them. */
const derived: Readonly<Partial<Record<ToolKind, readonly ToolKind[]>>> = {
  image: [
    'edit',
    'inpaint',
    'outpaint',
    'upscale',
    'background-removal',
    'reframe',
    'vectorize',
    'vision',
    'variation',
    'video',
  ],
  video: ['video-edit', 'upscale', 'vision'],
  audio: ['voice', 'transcription'],
};

/** A wide kind made narrow by the first sentence, where the call must bring what is worked on. */
function narrowed(found: ReadKind, { lead, required }: KindWords, parts: Parts): ReadKind | undefined {
  const narrower = derived[found.kind];
  if (narrower === undefined) return undefined;
  const given = found.kind === 'video' ? parts.video : found.kind === 'image' ? parts.image : [''];
  const bringsIt = found.kind === 'audio' || given?.some((path) => required.has(path)) === true;
  const byLead = signIn('description', lead, kindSigns);
  return bringsIt && byLead !== undefined && narrower.includes(byLead.kind) ? byLead : undefined;
}
