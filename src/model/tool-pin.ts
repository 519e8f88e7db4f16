import { canonicalJson } from './canonical-json.js';
import { isJsonObject, type JsonObject } from './json.js';
import type { Strength } from './strength.js';

/** How a change of a tool's definition is taken: any of it, only what its schemas ask for, or none. */
export const trustModes = ['pinned', 'schema', 'off'] as const;

/** One of {@link trustModes}. */
export type TrustMode = (typeof trustModes)[number];

/** When a definition was pinned, and by whose word; `first-use`: nobody was asked, it was the first one seen. */
export interface PinEntry {
  /** Digest of the pinned parts. */
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly who: 'first-use' | Strength;
}

/** A tool's definition as it is trusted. */
export interface ToolPin extends PinEntry {
  readonly server: string;
  /** Digest of how the server is reached: another command is another server. */
  readonly reach: string;
  /** The upstream's own tool name. */
  readonly tool: string;
  /** The parts of the definition that are pinned. */
  readonly definition: JsonObject;
  /** What it was before, oldest first. */
  readonly before: readonly PinEntry[];
}

/**
 * How a tool's definition stands to its pin. `new`: there is none yet; `texts`: only what is written for a reader differs;
 * `changed`: what the schemas ask for differs, too; `unread`: the pins could not be read.
 */
export type Standing = 'pinned' | 'new' | 'texts' | 'changed' | 'unread';

const parts = ['name', 'title', 'description', 'inputSchema', 'outputSchema', 'annotations'] as const;
const schemas = ['inputSchema', 'outputSchema'] as const;
/** Members of a schema that are written for a reader and bind no argument. */
const texts: ReadonlySet<string> = new Set(['title', 'description', '$comment', 'markdownDescription', 'examples']);
const deepest = 200;

/** The parts of a tool's definition that a pin covers; what else a server says (icons, `_meta`) may change freely. */
export function pinnedParts(definition: JsonObject): JsonObject {
  return Object.fromEntries(
    parts.flatMap((part) => (Object.hasOwn(definition, part) ? [[part, definition[part]]] : [])),
  );
}

/** How a definition stands to the one that is pinned. */
export function standingTo(pinned: JsonObject, definition: JsonObject, mode: TrustMode): Standing {
  if (mode === 'off' || canonicalJson(pinned) === canonicalJson(pinnedParts(definition))) return 'pinned';
  const isSame = schemas.every((part) => canonicalJson(bare(pinned[part])) === canonicalJson(bare(definition[part])));
  if (!isSame) return 'changed';
  return mode === 'schema' ? 'pinned' : 'texts';
}

/** A schema without its texts. A property that is called like one is an object, and stays. */
function bare(value: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((item) => bare(item, depth + 1));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key, item]) => !texts.has(key) || isJsonObject(item));
  return Object.fromEntries(kept.map(([key, item]) => [key, bare(item, depth + 1)]));
}
