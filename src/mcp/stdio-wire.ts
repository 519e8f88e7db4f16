import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/server';
import { LineFramer } from '../gate/line-framing.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import type { Log } from '../gate/log-port.js';

/** Above this many bytes the parts of a line are handed over one by one instead of being joined. */
const JOIN_LIMIT_BYTES = 64 * 1024;
/** So many bytes of long lines leave before it is told. */
const GONE_BYTES = 1024 * 1024;
/** Nothing came or went for so long: nobody waits for this process. */
const REST_MS = 250;
const NEWLINE = Buffer.from('\n');
/** Stays open for as long as the client listens (era of 2026): nothing that an ending gateway could wait for. */
const LISTEN = 'subscriptions/listen';

/** What a {@link StdioWire} needs. */
export interface StdioWireOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly maxMessageBytes: number;
  readonly log: Log;
  /** Sees every message first; true when it was taken. */
  take(message: JsonObject): boolean;
  /** A request that went to the library was answered. */
  onAnswered?(id: unknown): void;
  /** Long lines have left: the memory in which they were is needed no more. */
  onLongGone?(): void;
  /** Nothing came from the client or went to it for a moment. Told once for each pause. */
  onRest?(): void;
  /** The client closed its end, or can no longer be written to. Told once. */
  onEnd(): void;
}

/** The client's side of the gateway: newline-framed JSON-RPC, with a way past the protocol library for whole lines. */
export class StdioWire implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  private closed = false;
  private goneBytes = 0;
  private movedAt = 0;
  private rest: NodeJS.Timeout | undefined;
  private ended = false;
  private listening = false;
  /** What was read before the library was there; undefined once it is. */
  private held: JSONRPCMessage[] | undefined = [];
  /** Requests of the client that went to the library and are not answered yet. */
  private readonly open = new Set<unknown>();

  constructor(private readonly options: StdioWireOptions) {}

  /** Begins to read: what comes is seen at once, and held until the library starts. */
  listen(): void {
    if (this.listening) return;
    this.listening = true;
    const { input, output, maxMessageBytes, log } = this.options;
    const framer = new LineFramer<Buffer>(
      {
        line: (bytes) => this.take(bytes),
        join: (pieces, length) => Buffer.concat(pieces, length),
        tooLong: (bytes) => log.warn({ bytes, limit: maxMessageBytes }, 'a message beyond the limit was dropped'),
      },
      maxMessageBytes,
    );
    input.on('data', (chunk: Buffer) => framer.push(chunk));
    for (const event of ['end', 'close', 'error']) input.on(event, () => this.end());
    output.on('error', () => this.end());
  }

  /** Hands over what was held, and from now on everything at once. */
  async start(): Promise<void> {
    this.listen();
    const held = this.held ?? [];
    this.held = undefined;
    for (const message of held) this.onmessage?.(message);
  }

  /** Sends one message. A closed wire drops it: nobody is left to read. */
  async send(message: JSONRPCMessage): Promise<void> {
    if (!('method' in message)) {
      this.open.delete(message.id);
      this.options.onAnswered?.(message.id);
    }
    this.writeLine([Buffer.from(JSON.stringify(message))]);
  }

  /** Writes one line, given in parts without its newline. */
  writeLine(parts: readonly Uint8Array[]): void {
    const { output } = this.options;
    if (this.closed || output.destroyed || output.writableEnded) return;
    this.moved();
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    if (bytes <= JOIN_LIMIT_BYTES) {
      output.write(Buffer.concat([...parts, NEWLINE], bytes + 1));
      return;
    }
    output.cork();
    for (const part of parts) output.write(part);
    output.write(NEWLINE, () => this.longGone(bytes));
    output.uncork();
  }

  /** How many requests that went to the library still wait for their answer. */
  get openRequests(): number {
    return this.open.size;
  }

  /** Ends the library's side. The streams belong to the process and are left alone. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.onclose?.();
  }

  /** Something came or went: a pause begins anew. One timer waits for all of it. */
  private moved(): void {
    this.movedAt = performance.now();
    this.rest ??= setTimeout(() => this.lookForRest(), REST_MS).unref();
  }

  private lookForRest(): void {
    const missing = this.movedAt + REST_MS - performance.now();
    // Timers may fire a little early.
    this.rest = missing > 1 ? setTimeout(() => this.lookForRest(), missing).unref() : undefined;
    if (this.rest === undefined) this.options.onRest?.();
  }

  private longGone(bytes: number): void {
    this.goneBytes += bytes;
    if (this.goneBytes < GONE_BYTES) return;
    this.goneBytes = 0;
    // After whatever else is done at this moment: while it goes on, the pieces are still held.
    setImmediate(() => this.options.onLongGone?.());
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.options.onEnd();
  }

  private take(bytes: Buffer): void {
    this.moved();
    let message: unknown;
    try {
      message = JSON.parse(bytes.toString());
    } catch {
      message = undefined;
    }
    if (!isJsonObject(message) || message['jsonrpc'] !== '2.0') {
      this.options.log.warn({ bytes: bytes.length }, 'a line of the client that is no message was dropped');
      return;
    }
    if (this.closed || this.options.take(message)) return;
    const { id, method } = message;
    if (method !== undefined && method !== LISTEN && id !== undefined) this.open.add(id);
    this.cancelled(message);
    const known = message as unknown as JSONRPCMessage;
    if (this.held === undefined) this.onmessage?.(known);
    else this.held.push(known);
  }

  /** A cancelled request is never answered. */
  private cancelled(message: JsonObject): void {
    if (message['method'] !== 'notifications/cancelled' || !isJsonObject(message['params'])) return;
    this.open.delete(message['params']['requestId']);
  }
}
