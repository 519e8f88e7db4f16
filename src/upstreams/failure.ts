import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import type { UpstreamFailure } from '../gate/upstream-port.js';
import { unwrapError } from './error-wrap.js';
import { NotSentError } from './child-transport.js';
import { loginNeeded } from './login/login-needed.js';

/** Connection errors after which it is certain that a server got nothing. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
]);

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const UNSUPPORTED_VERSION = -32022;

function codesOf(error: unknown): readonly unknown[] {
  if (!isJsonObject(error)) return [];
  const nested = Array.isArray(error['errors']) ? error['errors'] : [];
  return [error['code'], ...nested.flatMap(codesOf), ...codesOf(error['cause'])];
}

/** Whether an error proves that no byte of the request left. */
function provesNothingLeft(error: unknown): boolean {
  if (error instanceof NotSentError) return true;
  // The protocol library's own words for "there was no transport to write to".
  if (error instanceof Error && error.message === 'Not connected') return true;
  // One address refused is enough only when every address tried refused.
  const codes = codesOf(error).filter((code) => typeof code === 'string');
  return codes.length > 0 && codes.every((code) => NEVER_CONNECTED.has(code));
}

function statusOf(error: unknown): number | undefined {
  const data = isJsonObject(error) ? error['data'] : undefined;
  const status = isJsonObject(data) ? data['status'] : undefined;
  return typeof status === 'number' ? status : undefined;
}

/**
 * The era to try instead, when a connection failed over which one the server speaks; undefined when it failed for another
 * reason.
 * @param tried the newest one that was offered
 */
export function otherEra(error: unknown, tried: '2025' | '2026'): '2025' | '2026' | undefined {
  if (!isJsonObject(error)) return undefined;
  if (tried === '2025') return isUnsupported(error) ? '2026' : undefined;
  const status = statusOf(error);
  const isOdd = status !== undefined && status !== UNAUTHORIZED && status !== FORBIDDEN;
  return error['code'] === 'ERA_NEGOTIATION_FAILED' || isOdd ? '2025' : undefined;
}

/** Whether a server said that it does not know the era, in an answer of its own or in the body of an HTTP error. */
function isUnsupported({ code, data }: JsonObject): boolean {
  if (code === UNSUPPORTED_VERSION) return true;
  const text = isJsonObject(data) ? data['text'] : undefined;
  try {
    const body: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    const error = isJsonObject(body) ? body['error'] : undefined;
    return isJsonObject(error) && error['code'] === UNSUPPORTED_VERSION;
  } catch {
    return false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function whyLost(error: unknown): 'closed' | 'timeout' | 'stopped' {
  return isJsonObject(error) && error['code'] === 'REQUEST_TIMEOUT' ? 'timeout' : 'closed';
}

/**
 * Reads what a failed request means. Anything that does not prove that nothing left, and is no answer of the server, is
 * `lost`: when in doubt the request may have been heard.
 * @param stopped whether the caller itself stopped waiting
 * @param ending how the server ended, for the message
 */
export function readFailure(server: string, error: unknown, stopped: boolean, ending: string): UpstreamFailure {
  // The server refused the request at its door, for want of a login.
  const needed = loginNeeded(error);
  if (needed !== undefined) return { kind: 'not-sent', server, message: needed.message };
  if (provesNothingLeft(error)) {
    return { kind: 'not-sent', server, message: `The server "${server}" could not be reached: ${messageOf(error)}.` };
  }
  const said = unwrapError(error) ?? error;
  if (isJsonObject(said) && typeof said['code'] === 'number') {
    const { code, message, data } = said;
    const answer = { kind: 'protocol-error', server, code, message: String(message) } as const;
    return data === undefined ? answer : { ...answer, data };
  }
  const status = statusOf(error);
  if (status !== undefined) {
    return { kind: 'protocol-error', server, code: status, message: messageOf(error), data: { httpStatus: status } };
  }
  if (stopped) return { kind: 'lost', server, why: 'stopped', message: `The call to "${server}" was cancelled.` };
  return lostFailure(server, whyLost(error), ending);
}

/** The failure of a request that was sent and got no answer. */
export function lostFailure(server: string, why: 'closed' | 'timeout' | 'stopped', ending: string): UpstreamFailure {
  const reason = why === 'timeout' ? 'gave no answer in time' : `ended before it answered (${ending})`;
  return {
    kind: 'lost',
    server,
    why,
    message: `The server "${server}" ${reason}. Whether it did the work is unknown.`,
  };
}
