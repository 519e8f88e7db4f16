import { isJsonObject } from '../model/json.js';
import { tooLargeWords } from './failure.js';

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

const NOT_TAKEN_IN = -32_000;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * A fetch that takes in no message beyond a limit: the request that it would have answered gets an error in its place, so
 * that nobody waits for it. A stream may go on for ever as long as each of its events stays below the limit.
 */
export function limitedFetch(server: string, maxBytes: number, get: Fetch = fetch): Fetch {
  return async (url, init) => {
    const response = await get(url, init);
    const { body } = response;
    if (body === null) return response;
    const id = requestId(init?.body);
    const instead = id === undefined ? '' : errorText(id, tooLargeWords(server, maxBytes));
    const isStream = response.headers.get('content-type')?.includes('text/event-stream') === true;
    const limited = isStream ? limitEvents(body, maxBytes, instead) : await limitWhole(body, maxBytes, instead);
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    // The bytes were unpacked on the way, and may be others than announced.
    for (const name of ['content-length', 'content-encoding']) headers.delete(name);
    return new Response(limited, { status, statusText, headers });
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

async function limitWhole(body: ReadableStream<Bytes>, maxBytes: number, instead: string): Promise<Bytes | string> {
  const chunks: Bytes[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaving the loop ends the download.
    if (length > maxBytes) return instead;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Ends a stream at the first event beyond the limit; what came of it is no JSON, and is dropped by who reads it. */
function limitEvents(body: ReadableStream<Bytes>, maxBytes: number, instead: string): ReadableStream<Bytes> {
  let length = 0;
  let isLineEmpty = true;
  const count = (chunk: Bytes): void => {
    for (const byte of chunk) {
      length += 1;
      if (byte === NEWLINE) {
        if (isLineEmpty) length = 0;
        isLineEmpty = true;
      } else if (byte !== RETURN) isLineEmpty = false;
    }
  };
  return body.pipeThrough(
    new TransformStream<Bytes, Bytes>({
      transform(chunk, controller) {
        count(chunk);
        if (length <= maxBytes) {
          controller.enqueue(chunk);
          return;
        }
        const event = instead === '' ? '\n\n' : `\n\nevent: message\ndata: ${instead}\n\n`;
        controller.enqueue(new TextEncoder().encode(event));
        controller.terminate();
      },
    }),
  );
}

function errorText(id: string | number, message: string): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code: NOT_TAKEN_IN, message } });
}

/** The id of the one request in a body; undefined for notifications, batches and everything else. */
function requestId(body: unknown): string | number | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    const message: unknown = JSON.parse(body);
    const id = isJsonObject(message) && message['method'] !== undefined ? message['id'] : undefined;
    return typeof id === 'string' || typeof id === 'number' ? id : undefined;
  } catch {
    return undefined;
  }
}
