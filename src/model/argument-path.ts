import { isJsonObject, type JsonObject } from './json.js';

/** The value at a dotted path; only own properties count, so prototype keys read as missing. */
export function argumentAt(root: JsonObject, path: string): unknown {
  let value: unknown = root;
  for (const key of path.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** A copy of the arguments with one dotted path set; nothing else changes. */
export function withArgument(root: JsonObject, path: string, value: unknown): JsonObject {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...root, [key]: value };
  const inner = Object.hasOwn(root, key) ? root[key] : undefined;
  return { ...root, [key]: withArgument(isJsonObject(inner) ? inner : {}, rest.join('.'), value) };
}
