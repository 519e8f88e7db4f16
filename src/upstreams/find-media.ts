import { enoughBytes, mediaTypeOf } from './media-type.js';

/** Media that stands in a text as base64 or hexadecimal digits. */
export interface FoundMedia {
  /** Where it begins in the text, with the `data:` before it. */
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
  readonly mimeType: string;
}

/** Shorter runs of digits are ids, tokens and icons: they flood nothing. */
const shortest = 1024;
const shortestData = 256;
/** A line that ends sooner ends the run: lists of words and ids are no media. */
const shortestLine = 40;

const isDigit = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  isDigit[letter.charCodeAt(0)] = 1;
}

/** Line ends and digits as encoders of JSON and addresses write them. */
const escaped = /\\+(?:u00(?:2b|2f|3d)|[nr/])|%(?:2b|2f|3d)|[\r\n]+/iy;

/**
 * Finds the media in a text: after `data:…;base64,`, or any long run of base64 or hexadecimal digits that begins like a
 * media file, in JSON, Markdown or alone, broken into lines or escaped.
 * @param large digits from which on a run counts as media whatever it begins with
 */
export function findMedia(text: string, large: number): readonly FoundMedia[] {
  const found: FoundMedia[] = [];
  if (text.length < shortestData) return found;
  for (let at = 0; at < text.length; at += 1) {
    if (isDigit[text.charCodeAt(at)] !== 1) continue;
    const end = runFrom(text, at);
    const media = end - at < shortestData ? undefined : mediaIn(text, at, end, large);
    if (media !== undefined) found.push(media);
    at = end;
  }
  return found;
}

/** Where a run of digits ends that begins at a place. */
function runFrom(text: string, start: number): number {
  let at = start;
  let lineStart = start;
  for (;;) {
    while (isDigit[text.charCodeAt(at)] === 1) at += 1;
    const next = text[at];
    if (next !== '\\' && next !== '%' && next !== '\n' && next !== '\r') return at;
    escaped.lastIndex = at;
    const skipped = escaped.exec(text)?.[0];
    if (skipped === undefined) return at;
    const isLineEnd = /[nr\r\n]$/.test(skipped);
    if (isLineEnd && at - lineStart < shortestLine) return at;
    at += skipped.length;
    if (isLineEnd) lineStart = at;
  }
}

function mediaIn(text: string, from: number, to: number, large: number): FoundMedia | undefined {
  const before = text.slice(Math.max(0, from - 200), from);
  const data = /data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=.+-]+)*;base64,$/i.exec(before);
  if (data === null && to - from < shortest) return undefined;
  const digits = plain(text.slice(from, to));
  const bytes = /^(?:[0-9a-f]{2})+$/i.test(digits) ? Buffer.from(digits, 'hex') : Buffer.from(digits, 'base64');
  const mimeType = mediaTypeOf(bytes.subarray(0, enoughBytes), undefined) ?? data?.[1]?.toLowerCase();
  if (mimeType === undefined && data === null && digits.length < large) return undefined;
  const padding = /^(?:=|\\+u003d|%3d){0,3}/i.exec(text.slice(to, to + 24))?.[0].length ?? 0;
  const start = from - (data?.[0].length ?? 0);
  return { start, end: to + padding, bytes, mimeType: mimeType ?? 'application/octet-stream' };
}

function plain(digits: string): string {
  if (!/[\\%\r\n]/.test(digits)) return digits;
  return digits
    .replaceAll(/\\+u002b|%2b/gi, '+')
    .replaceAll(/\\+u002f|%2f|\\+\//gi, '/')
    .replaceAll(/\\+u003d|%3d/gi, '=')
    .replaceAll(/\\+[nr]|[\r\n]+/g, '');
}
