import type { LineBytes } from './line-bytes.js';

/** Where the id of a JSON-RPC answer stands in its line. */
export interface AnswerId {
  readonly id: number;
  /** Byte range of the id's digits. */
  readonly idStart: number;
  readonly idEnd: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
/** The bytes at which something begins or ends that other values stand in. */
const NESTING = new Uint8Array(256);
for (const byte of [QUOTE, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST]) NESTING[byte] = 1;
const ZERO = 0x30;
const NINE = 0x39;
const MAX_DIGITS = 15;
const VERSION = '"2.0"';
const KEYS: readonly string[] = ['jsonrpc', 'id', 'result', 'error'];
const LONGEST_KEY = 7;

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;
}

function skipSpace(line: LineBytes, from: number): number {
  let at = from;
  while (isSpace(line.at(at))) at++;
  return at;
}

/** Index of the quote that closes the string opened just before `from`, or -1. Jumps from quote to quote. */
function stringEnd(line: LineBytes, from: number): number {
  let quote = line.indexOf(QUOTE, from);
  while (quote >= 0) {
    let before = quote - 1;
    while (before >= from && line.at(before) === BACKSLASH) before--;
    if ((quote - 1 - before) % 2 === 0) return quote;
    quote = line.indexOf(QUOTE, quote + 1);
  }
  return -1;
}

/** Index just after the object or list that begins at `from`, or -1. */
function nestedEnd(line: LineBytes, from: number): number {
  let depth = 0;
  for (let at = line.nextOf(NESTING, from); at >= 0; at = line.nextOf(NESTING, at + 1)) {
    const byte = line.at(at);
    if (byte === QUOTE) {
      at = stringEnd(line, at + 1);
      if (at < 0) return -1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth++;
    } else {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** Index just after the value that begins at `from`, or -1. */
function valueEnd(line: LineBytes, from: number): number {
  const first = line.at(from);
  if (first === QUOTE) return stringEnd(line, from + 1) + 1 || -1;
  if (first === OPEN_OBJECT || first === OPEN_LIST) return nestedEnd(line, from);
  let at = from;
  while (at < line.length && line.at(at) !== COMMA && line.at(at) !== CLOSE_OBJECT && !isSpace(line.at(at))) at++;
  return at > from ? at : -1;
}

function wholeNumber(line: LineBytes, start: number, end: number): number | undefined {
  if (end - start > MAX_DIGITS || (end - start > 1 && line.at(start) === ZERO)) return undefined;
  let value = 0;
  for (let at = start; at < end; at++) {
    const byte = line.at(at) ?? 0;
    if (byte < ZERO || byte > NINE) return undefined;
    value = value * 10 + (byte - ZERO);
  }
  return value;
}

interface Member {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Reads one `"key": value` at the top level; undefined when it is none of the four known keys or not well formed. */
function readMember(line: LineBytes, from: number): Member | undefined {
  if (line.at(from) !== QUOTE) return undefined;
  const keyEnd = line.indexOf(QUOTE, from + 1);
  if (keyEnd < 0 || keyEnd - from - 1 > LONGEST_KEY) return undefined;
  const key = line.text(from + 1, keyEnd);
  if (!KEYS.includes(key)) return undefined;
  const colon = skipSpace(line, keyEnd + 1);
  if (line.at(colon) !== COLON) return undefined;
  const start = skipSpace(line, colon + 1);
  const end = valueEnd(line, start);
  return end < 0 ? undefined : { key, start, end };
}

/** All members of the object that fills the line, or undefined; a key met twice makes it undefined. */
function readMembers(line: LineBytes): Map<string, Member> | undefined {
  const members = new Map<string, Member>();
  let at = skipSpace(line, 0);
  if (line.at(at) !== OPEN_OBJECT) return undefined;
  do {
    const member = readMember(line, skipSpace(line, at + 1));
    if (member === undefined || members.has(member.key)) return undefined;
    members.set(member.key, member);
    at = skipSpace(line, member.end);
  } while (line.at(at) === COMMA);
  const complete = line.at(at) === CLOSE_OBJECT && skipSpace(line, at + 1) === line.length;
  return complete ? members : undefined;
}

/**
 * Finds the id of a JSON-RPC answer in its raw line without parsing it, so that a large result can be passed on as the
 * bytes it is, in the pieces in which they came. Undefined means "parse it": not an answer, an id that is no whole number, other top-level keys, anything odd.
 *
 * Why a hit is unambiguous. The scan walks the top level itself, from the first byte to the last: outside strings a quote
 * always opens a string in JSON, inside one it closes it unless an odd number of backslashes stands before it, and brackets
 * outside strings only nest. So for any line that is JSON at all, the members found are exactly the members there are. Keys
 * are compared without escapes, and a line is refused when a key comes twice (a parser would take the last), when a key is
 * unknown (`method` would make it a request) or when anything follows. An upstream therefore cannot dress up one call's
 * answer so that the client reads another call's id. A line that is not JSON may pass the scan; the client's parser drops
 * it, as it would without a gateway.
 */
export function findAnswerId(line: LineBytes): AnswerId | undefined {
  const members = readMembers(line);
  const id = members?.get('id');
  const version = members?.get('jsonrpc');
  if (members === undefined || id === undefined || version === undefined) return undefined;
  if (members.has('result') === members.has('error')) return undefined;
  if (line.text(version.start, version.end) !== VERSION) return undefined;
  const value = wholeNumber(line, id.start, id.end);
  return value === undefined ? undefined : { id: value, idStart: id.start, idEnd: id.end };
}
