import { createHash, type Hash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { useAgent } from 'request-filtering-agent';
import { enoughBytes, mediaTypeOf } from './media-type.js';

/** How far a download may go. */
export interface DownloadLimits {
  readonly maxBytes: number;
  /** For all attempts together, milliseconds. */
  readonly timeoutMs: number;
  /** Longest silence of the server, milliseconds. */
  readonly silenceMs: number;
  readonly attempts: number;
  /** Wait before the second attempt, milliseconds; doubles with each one. */
  readonly backOffMs: number;
  /** `host` or `host:port` that may be a private address. */
  readonly allowHosts: readonly string[];
}

/** A file that was downloaded whole. */
export interface Downloaded {
  /** sha-256 of the content, hexadecimal. */
  readonly id: string;
  readonly bytes: number;
  readonly mimeType: string;
}

/** Why a download failed: where it may not go, what the server said, or what came instead of a file. */
export type DownloadFault = 'address' | 'redirects' | 'status' | 'size' | 'type' | 'broken' | 'late';

/** A download that failed; the message adds to the code what was seen, never the address. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';

  constructor(
    readonly code: DownloadFault,
    readonly detail: string,
    /** Whether the same may go well a moment later. */
    readonly isPassing = false,
  ) {
    super(`${code}: ${detail}`);
  }
}

const mostRedirects = 5;

/** What has arrived so far. */
interface Progress {
  readonly file: FileHandle;
  received: number;
  hash: Hash;
  head: Buffer;
  /** Validator of the version that arrived; without one a download begins anew. */
  tag?: string | undefined;
  said?: string | undefined;
}

/**
 * Downloads a file to a path that is free, goes on where a connection broke, and never connects to a private or reserved
 * address that is not allowed: checked for every redirect, on the address that the name really led to.
 * @throws DownloadError; nothing is left at the path then.
 */
export async function download(url: string, path: string, limits: DownloadLimits): Promise<Downloaded> {
  const file = await open(path, 'wx', 0o600);
  const progress: Progress = { file, received: 0, hash: createHash('sha256'), head: Buffer.alloc(0) };
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  try {
    await attempt(new URL(url), progress, limits, deadline);
    const mimeType = mediaTypeOf(progress.head, progress.said);
    if (mimeType === undefined) throw new DownloadError('type', progress.said ?? 'unknown');
    await file.sync();
    return { id: progress.hash.digest('hex'), bytes: progress.received, mimeType };
  } catch (error) {
    await rm(path, { force: true });
    throw deadline.aborted ? new DownloadError('late', `${String(limits.timeoutMs)} ms`) : error;
  } finally {
    await file.close();
  }
}

async function attempt(url: URL, progress: Progress, limits: DownloadLimits, deadline: AbortSignal): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await fetchInto(url, progress, limits, deadline);
      return;
    } catch (error) {
      const fault = faultOf(error);
      if (!fault.isPassing || tried >= limits.attempts || deadline.aborted) throw fault;
      await delay(limits.backOffMs * 2 ** (tried - 1), undefined, { signal: deadline });
    }
  }
}

/** One attempt: redirects followed, then everything that is still missing. */
async function fetchInto(url: URL, progress: Progress, limits: DownloadLimits, deadline: AbortSignal): Promise<void> {
  let from = url;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await ask(from, progress, limits, deadline);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      from = redirected(from, headers.location);
      continue;
    }
    if (statusCode !== 200 && statusCode !== 206) {
      response.destroy();
      const isPassing = statusCode === 408 || statusCode === 425 || statusCode === 429 || statusCode >= 500;
      // A range that is refused means that the file is another one by now.
      if (statusCode === 416) progress.tag = undefined;
      throw new DownloadError('status', String(statusCode), isPassing || statusCode === 416);
    }
    await receive(response, progress, limits);
    return;
  }
  throw new DownloadError('redirects', `more than ${String(mostRedirects)}`);
}

function redirected(from: URL, location: string): URL {
  const to = new URL(location, from);
  if (to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:')) return to;
  throw new DownloadError('address', 'a redirect to another protocol');
}

function ask(url: URL, progress: Progress, limits: DownloadLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const isAllowed = limits.allowHosts.includes(url.host) || limits.allowHosts.includes(url.hostname);
  const agent = useAgent(url.href, { allowPrivateIPAddress: isAllowed, allowMetaIPAddress: false });
  const canResume = progress.received > 0 && progress.tag !== undefined;
  const headers = {
    accept: '*/*',
    'accept-encoding': 'identity',
    ...(canResume ? { range: `bytes=${String(progress.received)}-`, 'if-range': progress.tag } : {}),
  };
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, { agent, headers, signal, timeout: limits.silenceMs }, resolve);
    request.on('timeout', () => request.destroy(new DownloadError('broken', 'the server fell silent', true)));
    request.on('error', reject);
    request.end();
  });
}

async function receive(response: IncomingMessage, progress: Progress, limits: DownloadLimits): Promise<void> {
  const { headers, statusCode } = response;
  const isRest = statusCode === 206 && headers['content-range']?.startsWith(`bytes ${String(progress.received)}-`);
  if (isRest !== true) await restart(progress);
  progress.tag = headers.etag?.startsWith('W/') === false ? headers.etag : undefined;
  progress.said = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const length = Number(headers['content-length'] ?? Number.NaN);
  const whole = progress.received + length;
  if (whole > limits.maxBytes) {
    response.destroy();
    throw new DownloadError('size', `${String(whole)} bytes`);
  }
  for await (const piece of response as AsyncIterable<Buffer>) {
    if (progress.received + piece.length > limits.maxBytes) {
      throw new DownloadError('size', `more than ${String(limits.maxBytes)} bytes`);
    }
    if (progress.head.length < enoughBytes) {
      progress.head = Buffer.concat([progress.head, piece.subarray(0, enoughBytes)]).subarray(0, enoughBytes);
    }
    await progress.file.write(piece, 0, piece.length, progress.received);
    progress.hash.update(piece);
    progress.received += piece.length;
  }
  if (progress.received < whole) throw new DownloadError('broken', 'the connection ended early', true);
}

async function restart(progress: Progress): Promise<void> {
  await progress.file.truncate(0);
  progress.received = 0;
  progress.hash = createHash('sha256');
  progress.head = Buffer.alloc(0);
}

/** What kind of failure it was; connections that break may hold the next time. */
function faultOf(error: unknown): DownloadError {
  if (error instanceof DownloadError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/is not allowed/.test(message)) return new DownloadError('address', 'a private or reserved address');
  const isPassing = /^(ECONNRESET|ECONNREFUSED|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|UND_)/.test(
    code,
  );
  return new DownloadError('broken', code === '' ? message : code, isPassing);
}
