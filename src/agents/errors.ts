import type { JsonObject } from '../model/json.js';
import type { Said } from './greenlight.js';

/** Throw this (or any error with `billed: false`) from a paid function when the provider did not bill the call. */
export class UnbilledError extends Error {
  override readonly name = 'UnbilledError';
  readonly billed = false;
}

/** A paid call that Greenlight did not let through. Nothing was spent; the message says why and what to do instead. */
export class RefusedError extends Error {
  override readonly name: string = 'RefusedError';
  /** For frameworks that ask: calling again as it is changes nothing. */
  readonly isRetryable = false;
  readonly data: JsonObject;

  constructor(said: Said) {
    super(said.text);
    this.data = said.data;
  }
}

/** A paid call that failed. The message says what became of the money; `cause` is what the function threw. */
export class PaidCallError extends Error {
  override readonly name: string = 'PaidCallError';
  /** For frameworks that ask: a paid call is never repeated by itself. */
  readonly isRetryable = false;
  readonly data: JsonObject;

  constructor(said: Said, cause?: unknown) {
    super(said.text, { cause });
    this.data = said.data;
  }
}

/** Answers of a provider that come before any work is begun: not signed in, no such place, too many requests. */
const refusedStatuses: ReadonlySet<unknown> = new Set([401, 404, 429]);

/**
 * Whether an error is known not to be billed: it says so itself (`billed: false`), or it carries the HTTP status of a
 * provider that turned the request away unread. Everything else may have been billed.
 */
export function isUnbilled(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('billed' in error && error.billed === false) return true;
  return 'statusCode' in error && refusedStatuses.has(error.statusCode);
}
