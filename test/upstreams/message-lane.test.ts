import fc from '../setup/properties.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaneListener, RawAnswer } from '../../src/gate/upstream-port.js';
import type { JsonObject } from '../../src/model/json.js';
import { lostFailure } from '../../src/upstreams/failure.js';
import { MessageLane } from '../../src/upstreams/message-lane.js';
import { cutAt } from '../fixtures/cut-bytes.js';

let sent: JsonObject[];
let alive: boolean;
let lane: MessageLane;
const heard = { answer: vi.fn(), progress: vi.fn(), failed: vi.fn() } satisfies LaneListener;

beforeEach(() => {
  sent = [];
  alive = true;
  for (const mock of Object.values(heard)) mock.mockReset();
  lane = new MessageLane({
    write: (message) => alive && sent.push(message as JsonObject) > 0,
    timeoutMs: 60_000,
    lost: (why) => lostFailure('up', why, 'gone'),
  });
});

const line = (message: object): Buffer => Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));

/** What the listener was given, with something put where the id's value stood. */
function answered(id: string): string {
  const [{ before, after }] = heard.answer.mock.calls[0] as [RawAnswer];
  return Buffer.concat([...before, Buffer.from(id), ...after]).toString();
}

describe('the message lane', () => {
  it('sends parameters as they are, with a progress token of its own only when progress is wanted', () => {
    lane.call({ name: 'draw', _meta: { a: 1, progressToken: 'theirs' } }, true, heard);
    lane.call({ name: 'draw', x: 1 }, false, heard);
    expect(sent[0]).toMatchObject({ params: { name: 'draw', _meta: { a: 1, progressToken: sent[0]?.['id'] } } });
    expect(sent[1]).toMatchObject({ params: { name: 'draw', x: 1 } });
    expect(sent[0]?.['id']).not.toBe(sent[1]?.['id']);
  });

  it('hands an answer on as the bytes it is, with the place of its id, and only once', () => {
    lane.call({ name: 'draw' }, false, heard);
    const answer = line({ id: sent[0]?.['id'], result: { a: [1] } });
    expect(lane.takeLine([answer])).toBe(true);
    expect(lane.takeLine([answer])).toBe(false);
    expect(answered('here')).toBe(answer.toString().replace(String(sent[0]?.['id']), 'here'));
    expect(heard.answer).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['at the start', (id: unknown, text: string) => ({ jsonrpc: '2.0', id, result: { text } })],
    ['at the end', (id: unknown, text: string) => ({ result: { text }, jsonrpc: '2.0', id })],
  ])('hands on an answer of any length whose id stands %s, however it was cut', (_where, build) => {
    fc.assert(
      fc.property(fc.nat({ max: 60_000 }), fc.array(fc.nat(), { maxLength: 9 }), (letters, cuts) => {
        heard.answer.mockReset();
        lane.call({ name: 'draw' }, false, heard);
        const answer = Buffer.from(JSON.stringify(build(sent.at(-1)?.['id'], 'é"\\'.repeat(letters / 4))));
        expect(lane.takeLine(cutAt(answer, cuts))).toBe(true);
        expect(answered('"x"')).toBe(answer.toString().replace(String(sent.at(-1)?.['id']), '"x"'));
        expect(heard.answer.mock.calls[0]?.[0]).toMatchObject({ length: answer.length });
      }),
    );
  });

  it('copies none of the bytes of a long answer', () => {
    lane.call({ name: 'draw' }, false, heard);
    const pieces = cutAt(line({ id: sent[0]?.['id'], result: { text: 'x'.repeat(50_000) } }), [20_000]);
    lane.takeLine(pieces);
    const [{ before, after }] = heard.answer.mock.calls[0] as [RawAnswer];
    const memories = new Set([...before, ...after].map(({ buffer }) => buffer));
    expect(memories).toEqual(new Set(pieces.map(({ buffer }) => buffer)));
  });

  it('accepts an answer in an unusual spelling after it was parsed', () => {
    lane.call({ name: 'draw' }, false, heard);
    const answer = { jsonrpc: '2.0', xVendor: 1, id: String(sent[0]?.['id']), result: { ok: 1 } };
    expect(lane.takeLine([Buffer.from(JSON.stringify(answer))])).toBe(false);
    expect(lane.takeMessage(answer)).toBe(true);
    expect(JSON.parse(answered('"x"'))).toEqual({ ...answer, id: 'x' });
  });

  it('leaves everything that is not its own to others', () => {
    lane.call({ name: 'draw' }, false, heard);
    expect(lane.takeLine([line({ id: 7, result: {} })])).toBe(false);
    for (const message of [
      { id: 7, result: {} },
      { id: sent[0]?.['id'], method: 'ping' },
      { method: 'notifications/message' },
    ]) {
      expect(lane.takeMessage({ jsonrpc: '2.0', ...message })).toBe(false);
    }
    expect(lane.takeMessage({ method: 'notifications/progress', params: { progressToken: 7 } })).toBe(false);
  });

  it('hears progress under its own token', () => {
    lane.call({ name: 'draw' }, true, heard);
    const params = { progressToken: sent[0]?.['id'], progress: 3 };
    expect(lane.takeMessage({ method: 'notifications/progress', params })).toBe(true);
    expect(heard.progress).toHaveBeenCalledWith(params);
  });

  it('tells the upstream of a cancellation once, and hears nothing of that call any more', () => {
    const call = lane.call({ name: 'draw' }, false, heard);
    call?.cancel('enough');
    call?.cancel('enough');
    const cancelled = {
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId: sent[0]?.['id'], reason: 'enough' },
    };
    expect(sent.slice(1)).toEqual([cancelled]);
    lane.close();
    expect(heard.failed).not.toHaveBeenCalled();
  });

  it('fails what waits when the connection ends, and refuses what cannot be written', () => {
    lane.call({ name: 'draw' }, false, heard);
    lane.close();
    expect(heard.failed).toHaveBeenCalledWith(expect.objectContaining({ kind: 'lost', why: 'closed' }));
    alive = false;
    expect(lane.call({ name: 'draw' }, false, heard)).toBeUndefined();
  });

  it('gives up after the time allowed, and says so to the upstream', () => {
    vi.useFakeTimers();
    try {
      lane.call({ name: 'draw' }, false, heard);
      vi.advanceTimersByTime(60_000);
      expect(heard.failed).toHaveBeenCalledWith(expect.objectContaining({ kind: 'lost', why: 'timeout' }));
      expect(sent.at(-1)).toMatchObject({ method: 'notifications/cancelled', params: { requestId: sent[0]?.['id'] } });
    } finally {
      vi.useRealTimers();
    }
  });
});
