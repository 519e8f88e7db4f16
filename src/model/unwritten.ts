import { isJsonObject, type JsonObject } from './json.js';

/** Key in the `_meta` of an answer, and of a block in it, that holds media which could not be written to a file: why. */
const mark = 'greenlight/unwritten';

/** Why media in an answer, or in a block of one, could not be written to its file; undefined where all was. */
export function unwrittenIn(value: unknown): string | undefined {
  const meta = isJsonObject(value) ? value['_meta'] : undefined;
  const why = isJsonObject(meta) ? meta[mark] : undefined;
  return typeof why === 'string' ? why : undefined;
}

/** An answer or block that says why media in it could not be written, or, without a reason, that says nothing of it. */
export function markedUnwritten(value: JsonObject, why: string | undefined): JsonObject {
  const { _meta: meta, ...rest } = value;
  const others = isJsonObject(meta) ? Object.entries(meta).filter(([key]) => key !== mark) : [];
  if (why !== undefined) return { ...rest, _meta: { ...Object.fromEntries(others), [mark]: why } };
  if (unwrittenIn(value) === undefined) return value;
  return others.length === 0 ? rest : { ...rest, _meta: Object.fromEntries(others) };
}
