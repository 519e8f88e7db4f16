import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

const KEY = 'greenlight/upstream-error';
const ANY_ERROR = -32000;

/**
 * Packs an error answer into the data of a plain one, in place. The protocol library makes classes of its own out of some
 * codes and keeps only the data it knows; packed, an upstream's error comes through it whole.
 */
export function wrapError(message: JsonObject): void {
  const { error } = message;
  if (!isJsonObject(error)) return;
  // The message was just parsed and belongs to nobody else yet.
  Object.assign(message, { error: { code: ANY_ERROR, message: String(error['message']), data: { [KEY]: error } } });
}

/** The upstream's error inside a thrown one; undefined when there is none. */
export function unwrapError(thrown: unknown): JsonObject | undefined {
  const data = isJsonObject(thrown) ? thrown['data'] : undefined;
  const error = isJsonObject(data) ? data[KEY] : undefined;
  return isJsonObject(error) ? error : undefined;
}
