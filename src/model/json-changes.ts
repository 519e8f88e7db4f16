import { canonicalJson } from './canonical-json.js';
import { isJsonObject } from './json.js';

/** One place at which two values differ. */
export interface JsonChange {
  /** Dotted path; empty for the whole. */
  readonly path: readonly string[];
  readonly how: 'added' | 'removed' | 'changed';
}

const deepest = 50;

/** Where two JSON values differ, from the outside in: the smallest places that say all of it, in the order of their keys. */
export function jsonChanges(before: unknown, after: unknown, path: readonly string[] = []): JsonChange[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (!isJsonObject(before) || !isJsonObject(after) || path.length > deepest) return [{ path, how: 'changed' }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key): JsonChange[] => {
    const at = [...path, key];
    if (!Object.hasOwn(before, key)) return [{ path: at, how: 'added' }];
    if (!Object.hasOwn(after, key)) return [{ path: at, how: 'removed' }];
    return jsonChanges(before[key], after[key], at);
  });
}
