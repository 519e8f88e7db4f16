import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import type { Log } from '../gate/log-port.js';
import { LineFramer } from '../gate/line-framing.js';
import { isDeeper } from '../model/json-depth.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { tooDeepWords, tooLargeWords } from './not-taken-in.js';
import { skippedId } from './skipped-id.js';
import type { SpawnedServer } from './spawned-server.js';

/** Thrown by {@link ChildTransport.send} when it is certain that nothing was written. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

/** Looks at what a server says before the protocol library does. */
export interface Tap {
  /** A raw line in the pieces in which it was read; true when it was taken. */
  line(pieces: readonly Buffer[]): boolean;
  /** A parsed message; true when it was taken. */
  message(message: JsonObject): boolean;
}

/** What a {@link ChildTransport} needs. */
export interface ChildTransportOptions {
  readonly server: string;
  readonly child: SpawnedServer;
  readonly tap: Tap;
  readonly maxMessageBytes: number;
  /** Deepest nesting of a message. */
  readonly depth: number;
  /** Time between end of input, terminate and kill. */
  readonly stopGraceMs: number;
  readonly log: Log;
}

const SHOWN_CHARACTERS = 120;
const SAID_BYTES = 4096;
/** Code of the error that stands for an answer which was not taken in. */
const NOT_TAKEN_IN = -32_000;

/**
 * The protocol library's transport over a child process, with framing of our own: no small size limit, at most one copy per
 * message, no schema pass over every message. What is no JSON-RPC is logged and dropped; the connection lives on.
 */
export class ChildTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  private closed = false;

  constructor(private readonly options: ChildTransportOptions) {}

  /** Begins to read. A server that could not be started closes the transport at once. */
  async start(): Promise<void> {
    const { child, maxMessageBytes, log, server } = this.options;
    const framer = new LineFramer<Buffer>(
      {
        pieces: (pieces) => this.closed || this.options.tap.line(pieces),
        line: (bytes) => this.take(bytes),
        join: (pieces, length) => Buffer.concat(pieces, length),
        tooLong: (bytes) =>
          log.warn({ server, bytes, limit: maxMessageBytes }, 'a message beyond the limit was dropped'),
        skipped: (head, tail) => this.fail(skippedId(head, tail), tooLargeWords(server, maxMessageBytes)),
      },
      maxMessageBytes,
    );
    child.process.stdout.on('data', (chunk: Buffer) => framer.push(chunk));
    child.process.stdout.on('error', (error) => this.onerror?.(error));
    child.process.stderr.on('data', (chunk: Buffer) =>
      log.info({ server }, chunk.toString('utf8', 0, SAID_BYTES).trimEnd()),
    );
    void child.whenGone().then(() => this.end());
  }

  /** Writes one message. Rejects with {@link NotSentError} only when no byte of it was handed over. */
  async send(message: JSONRPCMessage): Promise<void> {
    if (!this.write(message)) throw new NotSentError(`${this.options.server} is not running`);
  }

  /** Writes one message; false when no byte of it was handed over. */
  write(message: unknown): boolean {
    const { child } = this.options;
    if (this.closed || !child.writable) return false;
    child.process.stdin.write(`${JSON.stringify(message)}\n`);
    return true;
  }

  /** Stops the server and resolves when it is gone. */
  async close(): Promise<void> {
    await this.options.child.stop(this.options.stopGraceMs);
    this.end();
  }

  private end(): void {
    if (this.closed) return;
    this.closed = true;
    this.onclose?.();
  }

  private take(bytes: Buffer): void {
    const message = this.parse(bytes);
    if (message === undefined) return;
    const { server, depth, log } = this.options;
    if (!isDeeper(message, depth)) this.hand(message);
    else {
      log.warn({ server, bytes: bytes.length, limit: depth }, 'a message nested too deep was dropped');
      if (message['method'] === undefined) this.fail(message['id'], tooDeepWords(server, depth));
    }
  }

  /** An answer that was not taken in ends the request that waits for it. */
  private fail(id: unknown, message: string): void {
    if (typeof id !== 'number' && typeof id !== 'string') return;
    this.hand({ jsonrpc: '2.0', id, error: { code: NOT_TAKEN_IN, message } });
  }

  private hand(message: JsonObject): void {
    try {
      if (this.options.tap.message(message)) return;
      // The library sorts messages by their members and tells odd ones to onerror.
      this.onmessage?.(message as unknown as JSONRPCMessage);
    } catch (error) {
      this.options.log.warn({ server: this.options.server, error: String(error) }, 'a message could not be handled');
    }
  }

  private parse(bytes: Buffer): JsonObject | undefined {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString());
    } catch {
      value = undefined;
    }
    if (isJsonObject(value) && value['jsonrpc'] === '2.0') return value;
    const shown = bytes.toString('utf8', 0, SHOWN_CHARACTERS);
    this.options.log.warn(
      { server: this.options.server, bytes: bytes.length, shown },
      'a line that is no message was dropped',
    );
    return undefined;
  }
}
