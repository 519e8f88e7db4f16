import { isJsonObject } from '../model/json.js';
import { DepthMeter } from './depth-meter.js';
import { tooDeepWords, tooLargeWords } from './not-taken-in.js';

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

const NOT_TAKEN_IN = -32_000;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** What is taken in of one message at most. */
export interface MessageLimits {
  readonly maxBytes: number;
  /** Deepest nesting of a result. */
  readonly depth: number;
}

/**
 * A fetch that takes in no message beyond limits: the request that it would have answered gets an error in its place, so
 * that nobody waits for it. A stream may go on for ever as long as each of its events stays below them.
 */
export function limitedFetch(server: string, limits: MessageLimits, get: Fetch = fetch): Fetch {
  return async (url, init) => {
    const response = await get(url, init);
    const { body } = response;
    if (body === null) return response;
    const id = requestId(init?.body);
    const { maxBytes, depth } = limits;
    const words = { large: tooLargeWords(server, maxBytes), deep: tooDeepWords(server, depth) };
    const instead: Instead = (why) => (id === undefined ? '' : errorText(id, words[why]));
    const isStream = response.headers.get('content-type')?.includes('text/event-stream') === true;
    const limited = isStream ? limitEvents(body, limits, instead) : await limitWhole(body, limits, instead);
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    // The bytes were unpacked on the way, and may be others than announced.
    for (const name of ['content-length', 'content-encoding']) headers.delete(name);
    return new Response(limited, { status, statusText, headers });
  };
}

type Bytes = Uint8Array<ArrayBuffer>;
type Instead = (why: 'large' | 'deep') => string;

async function limitWhole(
  body: ReadableStream<Bytes>,
  limits: MessageLimits,
  instead: Instead,
): Promise<Blob | string> {
  const chunks: Bytes[] = [];
  const gauge = new Gauge(limits);
  for await (const chunk of body) {
    const why = gauge.takeAll(chunk);
    // Leaving the loop ends the download.
    if (why !== undefined) return instead(why);
    chunks.push(chunk);
  }
  return new Blob(chunks);
}

/** Ends a stream at the first event beyond the limits; what came of it is no JSON, and is dropped by who reads it. */
function limitEvents(body: ReadableStream<Bytes>, limits: MessageLimits, instead: Instead): ReadableStream<Bytes> {
  const gauge = new Gauge(limits);
  return body.pipeThrough(
    new TransformStream<Bytes, Bytes>({
      transform(chunk, controller) {
        const why = gauge.takeEvents(chunk);
        if (why === undefined) {
          controller.enqueue(chunk);
          return;
        }
        const error = instead(why);
        const event = error === '' ? '\n\n' : `\n\nevent: message\ndata: ${error}\n\n`;
        controller.enqueue(new TextEncoder().encode(event));
        controller.terminate();
      },
    }),
  );
}

/** Counts the bytes and the nesting of a message as it comes in. */
class Gauge {
  private length = 0;
  private isLineEmpty = true;
  private readonly meter = new DepthMeter();

  constructor(private readonly limits: MessageLimits) {}

  /** The next bytes of one message; what of it goes too far, if anything does. */
  takeAll(chunk: Bytes): 'large' | 'deep' | undefined {
    this.length += chunk.length;
    for (const byte of chunk) this.meter.take(byte);
    return this.excess();
  }

  /** The next bytes of a stream of messages, with an empty line between two of them. */
  takeEvents(chunk: Bytes): 'large' | 'deep' | undefined {
    for (const byte of chunk) {
      this.length += 1;
      this.meter.take(byte);
      if (byte === NEWLINE) {
        const excess = this.excess();
        if (excess !== undefined) return excess;
        if (this.isLineEmpty) this.length = 0;
        if (this.isLineEmpty) this.meter.reset();
        this.isLineEmpty = true;
      } else if (byte !== RETURN) this.isLineEmpty = false;
    }
    return this.excess();
  }

  private excess(): 'large' | 'deep' | undefined {
    if (this.length > this.limits.maxBytes) return 'large';
    // The message itself is a level around its result.
    return this.meter.deepest > this.limits.depth + 1 ? 'deep' : undefined;
  }
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
