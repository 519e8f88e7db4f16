import type { JsonObject } from '../model/json.js';
import type { LaneCall, LaneListener, RawLane, UpstreamFailure } from '../gate/upstream-port.js';
import { findAnswerId } from './answer-id.js';
import { LineBytes } from './line-bytes.js';

/** Ids of the free lane begin here; the protocol library counts its own from 0. */
const FIRST_LANE_ID = 1_000_000_000;

/** What a {@link MessageLane} needs of its connection. */
export interface LaneLink {
  /** Writes one message; false when no byte of it left. */
  write(message: unknown): boolean;
  readonly timeoutMs: number;
  /** Builds the failure of a call that was sent and will not be answered. */
  lost(why: 'closed' | 'timeout'): UpstreamFailure;
}

interface Waiting {
  readonly listener: LaneListener;
  readonly timer: NodeJS.Timeout;
}

/**
 * Requests at message level over one connection: own ids, own progress tokens (a token equals its request's id), answers
 * handed on as bytes. Whatever does not belong to one of its requests is left to the protocol library.
 */
export class MessageLane implements RawLane {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = FIRST_LANE_ID;

  constructor(private readonly link: LaneLink) {}

  /** Writes a `tools/call`; undefined when nothing could be written. */
  call(params: JsonObject, withProgress: boolean, listener: LaneListener): LaneCall | undefined {
    const id = this.nextId++;
    const meta = params['_meta'] as JsonObject | undefined;
    const sent = withProgress ? { ...params, _meta: { ...meta, progressToken: id } } : params;
    if (!this.link.write({ jsonrpc: '2.0', id, method: 'tools/call', params: sent })) return undefined;
    const timer = setTimeout(() => this.giveUp(id), this.link.timeoutMs);
    timer.unref();
    this.waiting.set(id, { listener, timer });
    return { cancel: (reason) => this.cancel(id, reason) };
  }

  /** Takes a raw line, in the pieces in which it was read, if it is the answer to one of this lane's requests. */
  takeLine(pieces: readonly Buffer[]): boolean {
    if (this.waiting.size === 0) return false;
    const line = new LineBytes(inFew(pieces));
    const found = findAnswerId(line);
    if (found === undefined) return false;
    const { length } = line;
    const call = this.settle(found.id);
    call?.answer({ before: line.part(0, found.idStart), after: line.part(found.idEnd, length), length });
    return call !== undefined;
  }

  /** Takes an answer that had to be parsed (unusual members or spelling), or progress of one of this lane's requests. */
  takeMessage(message: JsonObject): boolean {
    if (message['method'] === 'notifications/progress') {
      const params = message['params'] as JsonObject | undefined;
      const call = this.waiting.get(Number(params?.['progressToken']));
      if (params === undefined || call === undefined) return false;
      call.listener.progress(params);
      return true;
    }
    if (message['method'] !== undefined || (typeof message['id'] !== 'number' && typeof message['id'] !== 'string')) {
      return false;
    }
    const call = this.settle(Number(message['id']));
    if (call === undefined) return false;
    const { id: _id, ...rest } = message;
    const bytes = Buffer.from(JSON.stringify({ id: 0, ...rest }));
    call.answer({ before: [bytes.subarray(0, ID_AT)], after: [bytes.subarray(ID_AT + 1)], length: bytes.length });
    return true;
  }

  /** Fails everything that waits: the connection ended. */
  close(): void {
    for (const id of [...this.waiting.keys()]) this.settle(id)?.failed(this.link.lost('closed'));
  }

  private settle(id: number): LaneListener | undefined {
    const call = this.waiting.get(id);
    if (call === undefined) return undefined;
    this.waiting.delete(id);
    clearTimeout(call.timer);
    return call.listener;
  }

  private cancel(id: number, reason: string | undefined): void {
    if (this.settle(id) === undefined) return;
    this.link.write(cancelled(id, reason));
  }

  private giveUp(id: number): void {
    const listener = this.settle(id);
    this.link.write(cancelled(id, 'no answer in time'));
    listener?.failed(this.link.lost('timeout'));
  }
}

/** Pieces below this many bytes, on average, cost more one by one than a copy of them together. */
const WORTH_BYTES = 8 * 1024;

function inFew(pieces: readonly Buffer[]): readonly Buffer[] {
  if (pieces.length === 1) return pieces;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return length < pieces.length * WORTH_BYTES ? [Buffer.concat(pieces, length)] : pieces;
}

/** Where the id stands in an answer that was put together here: after `{"id":`. */
const ID_AT = 6;

function cancelled(requestId: number, reason: string | undefined): JsonObject {
  const params = reason === undefined ? { requestId } : { requestId, reason };
  return { jsonrpc: '2.0', method: 'notifications/cancelled', params };
}
