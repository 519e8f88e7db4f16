import type { Row } from './sql.js';

function unexpected(name: string, value: unknown): never {
  throw new TypeError(`column ${name} holds ${value === null ? 'null' : typeof value}, which it never should`);
}

/** A text column. */
export function text(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : unexpected(name, value);
}

/** A text column that may be NULL. */
export function optionalText(row: Row, name: string): string | undefined {
  return row[name] === null ? undefined : text(row, name);
}

/** An integer column. */
export function integer(row: Row, name: string): number {
  const value = row[name];
  return Number.isSafeInteger(value) ? (value as number) : unexpected(name, value);
}

/** An integer column that may be NULL. */
export function optionalInteger(row: Row, name: string): number | undefined {
  return row[name] === null ? undefined : integer(row, name);
}

/** A text column that holds one of a fixed list of words. */
export function word<T extends string>(row: Row, name: string, words: readonly T[]): T {
  const value = text(row, name);
  return words.find((each) => each === value) ?? unexpected(name, value);
}

/** A column of JSON text; what it means is known to who wrote it. */
export function json(row: Row, name: string): unknown {
  return JSON.parse(text(row, name));
}
