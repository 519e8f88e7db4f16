import { argumentAt } from '../model/argument-path.js';
import type { Place, Sign } from '../model/answer-signs.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { shortened } from '../model/shortened.js';

/** Longest text that is read for values; an answer larger than this holds media, not a state. */
const longestText = 200_000;
/** A list of many jobs is longer than what is said of one. */
const longestList = 4_000_000;

/** The value at a place of an answer; undefined where there is none. */
export function valueAt(result: JsonObject, place: Place): unknown {
  if (typeof place === 'string') return argumentAt(result, place);
  for (const text of textsOf(result)) {
    const found = 'json' in place ? jsonValue(text, place.json) : wordAfter(text, place.after);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The list at a place of an answer; without a place: the one that its first text is. Undefined where there is none. */
export function listAt(result: JsonObject, place: Place | undefined): readonly unknown[] | undefined {
  const [first = ''] = textsOf(result);
  const found =
    place === undefined
      ? parsedBetween(first, '[', ']', longestList)
      : typeof place === 'object' && 'json' in place
        ? textsOf(result)
            .map((text) => jsonValue(text, place.json, longestList))
            .find((value) => value !== undefined)
        : valueAt(result, place);
  return Array.isArray(found) ? found : undefined;
}

/** Whether an answer shows at least one of some signs. */
export function showsAny(result: JsonObject, signs: readonly Sign[]): boolean {
  return signs.some(({ at, values }) => isOneOf(result, at, values));
}

/**
 * Whether the value at a place is one of some values (upper and lower case are the same); without a place: whether the
 * first text of the answer begins with one.
 */
export function isOneOf(result: JsonObject, at: Place | undefined, values: Sign['values']): boolean {
  if (at === undefined) return beginsWith(result, values.map(String));
  const found = valueAt(result, at);
  return found !== undefined && values.some((value) => plain(value) === plain(found));
}

/** Whether the first text of an answer begins with one of some texts. */
export function beginsWith(result: JsonObject, beginnings: readonly string[]): boolean {
  if (beginnings.length === 0) return false;
  const first = textsOf(result)[0];
  return first !== undefined && beginnings.some((beginning) => first.trimStart().startsWith(beginning));
}

/** The first words of an answer, for a person. */
export function wordsOf(result: JsonObject): string {
  return shortened((textsOf(result)[0] ?? '').trim(), 300);
}

function textsOf(result: JsonObject): string[] {
  const blocks: unknown[] = Array.isArray(result['content']) ? result['content'] : [];
  return blocks.flatMap((block) =>
    isJsonObject(block) && block['type'] === 'text' && typeof block['text'] === 'string' ? [block['text']] : [],
  );
}

function jsonValue(text: string, path: string, longest = longestText): unknown {
  const parsed = parsedBetween(text, '{', '}', longest);
  return isJsonObject(parsed) ? argumentAt(parsed, path) : undefined;
}

/** Servers put words before and after the JSON; the outermost braces or brackets hold it. */
function parsedBetween(text: string, open: '{' | '[', close: '}' | ']', longest: number): unknown {
  const [start, end] = [text.indexOf(open), text.lastIndexOf(close)];
  if (start < 0 || end < start || text.length > longest) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

/** The word behind a marker: up to white space, without quotes and the sentence's own marks around it. */
function wordAfter(text: string, marker: string): string | undefined {
  const at = text.indexOf(marker);
  if (at < 0) return undefined;
  const [word = ''] = text
    .slice(at + marker.length, at + marker.length + 500)
    .trimStart()
    .split(/\s/, 1);
  const bare = word.replace(/^["'`(<[*]+/, '').replace(/["'`)>\]*,;:.!?]+$/, '');
  return bare === '' ? undefined : bare;
}

function plain(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
