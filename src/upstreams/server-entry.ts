import { usualLimits } from '../model/server-limits.js';
import type { OAuthSettings } from './login/oauth-settings.js';

/** A server started as a child process and spoken to over its standard streams. */
export interface CommandEntry {
  readonly command: string;
  readonly args?: readonly string[] | undefined;
  /** Added to a small set of harmless variables; nothing else of the gateway's environment reaches the child. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
}

/** A server reached over HTTP. */
export interface AddressEntry {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How its login is asked for; kept with the tokens, so the gateway itself needs it only then. */
  readonly oauth?: OAuthSettings | undefined;
  /** `sse` is the transport of 2024; everything else is streamable HTTP. */
  readonly type?: 'http' | 'streamable-http' | 'sse' | undefined;
}

/** What is taken from a server at most. */
export interface AnswerLimits {
  /** Largest single message. */
  readonly answerMegabytes?: number | undefined;
  /** Deepest nesting of an answer. */
  readonly depth?: number | undefined;
  /** Longest wait for one answer; where `timeoutMs` is given too, the shorter one holds. */
  readonly seconds?: number | undefined;
}

/** One configured server, in the shape of a client's `mcpServers`, with the gateway's own settings. */
export type ServerEntry = (CommandEntry | AddressEntry) & {
  /** Put before the names of its tools and prompts; default `<server>_`. */
  readonly prefix?: string | undefined;
  /** Longest wait for one answer, default 600,000 ms; progress does not extend it. */
  readonly timeoutMs?: number | undefined;
  /** Longest wait for start and handshake, default 60,000 ms. */
  readonly startTimeoutMs?: number | undefined;
  readonly limits?: AnswerLimits | undefined;
};

/** Whether a server is a child process. */
export function isCommand(entry: ServerEntry): entry is CommandEntry & ServerEntry {
  return 'command' in entry;
}

/** How a server is reached, in words that hold no secrets: no environment, no headers, no address parameters. */
export function describeTarget(entry: ServerEntry): string {
  if (isCommand(entry)) return [entry.command, ...(entry.args ?? [])].join(' ');
  try {
    const url = new URL(entry.url);
    return url.origin + url.pathname;
  } catch {
    return 'an address that is no URL';
  }
}

const megabyte = 1024 * 1024;

/** Longest wait for one answer of a server, in milliseconds. */
export function answerTimeoutMs({ timeoutMs, limits }: ServerEntry): number {
  const limitMs = limits?.seconds === undefined ? undefined : limits.seconds * 1000;
  const usualMs = usualLimits.seconds * 1000;
  return Math.min(timeoutMs ?? limitMs ?? usualMs, limitMs ?? timeoutMs ?? usualMs);
}

/** Largest message of a server in bytes; undefined where nothing is said. */
export function answerBytes({ limits }: ServerEntry): number | undefined {
  return limits?.answerMegabytes === undefined ? undefined : Math.floor(limits.answerMegabytes * megabyte);
}

/** Deepest nesting of a server's messages. */
export function answerDepth({ limits }: ServerEntry): number {
  return limits?.depth ?? usualLimits.depth;
}
