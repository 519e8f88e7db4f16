import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StdioWire } from '../../src/mcp/stdio-wire.js';
import type { JsonObject } from '../../src/model/json.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const take = vi.fn((_message: JsonObject) => false);
const onEnd = vi.fn();
const onAnswered = vi.fn();
const onmessage = vi.fn();
let input: PassThrough;
let output: PassThrough;
let wire: StdioWire;

beforeEach(async () => {
  for (const mock of [take, onEnd, onmessage, log.warn]) mock.mockClear();
  take.mockReturnValue(false);
  input = new PassThrough();
  output = new PassThrough();
  wire = new StdioWire({ input, output, maxMessageBytes: 1000, log, take, onEnd, onAnswered });
  wire.onmessage = onmessage;
  await wire.start();
});

const say = async (...lines: string[]): Promise<void> => {
  input.write(lines.map((line) => `${line}\n`).join(''));
  await new Promise((resolve) => setImmediate(resolve));
};

describe('the wire to the client', () => {
  it('tells each pause once, and none while something comes or goes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const onRest = vi.fn();
      const other = new StdioWire({ input, output, maxMessageBytes: 1000, log, take, onEnd, onRest });
      for (let at = 0; at < 10; at += 1) {
        other.writeLine([Buffer.from('{}')]);
        vi.advanceTimersByTime(200);
      }
      expect(onRest).not.toHaveBeenCalled();
      vi.advanceTimersByTime(60_000);
      expect(onRest).toHaveBeenCalledOnce();
      other.writeLine([Buffer.from('{}')]);
      vi.advanceTimersByTime(60_000);
      expect(onRest).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells when long lines of a megabyte together have left, and not before or for short ones', async () => {
    const onLongGone = vi.fn();
    const slow = new PassThrough({ highWaterMark: 1 });
    const other = new StdioWire({ input, output: slow, maxMessageBytes: 1000, log, take, onEnd, onLongGone });
    const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    for (let line = 0; line < 100; line += 1) other.writeLine([Buffer.alloc(60_000)]);
    slow.read();
    await turn();
    other.writeLine([Buffer.alloc(500_000), Buffer.alloc(500_000)]);
    other.writeLine([Buffer.alloc(200_000)]);
    await turn();
    expect(onLongGone).not.toHaveBeenCalled();
    slow.resume();
    await vi.waitFor(() => expect(onLongGone).toHaveBeenCalledTimes(1));
  });

  it('shows every message to the tap first, and to the library what the tap left', async () => {
    take.mockReturnValueOnce(true);
    await say('{"jsonrpc":"2.0","id":1,"method":"a"}', '{"jsonrpc":"2.0","id":2,"method":"b"}');
    expect(take).toHaveBeenCalledTimes(2);
    expect(onmessage).toHaveBeenCalledExactlyOnceWith({ jsonrpc: '2.0', id: 2, method: 'b' });
  });

  it('drops what is no message, and what is beyond the limit, and says so', async () => {
    await say(
      'nonsense',
      '[]',
      '{"id":1}',
      `{"jsonrpc":"2.0","method":"${'x'.repeat(2000)}"}`,
      '{"jsonrpc":"2.0","method":"fine"}',
    );
    expect(onmessage).toHaveBeenCalledExactlyOnceWith({ jsonrpc: '2.0', method: 'fine' });
    expect(log.warn).toHaveBeenCalledTimes(4);
  });

  it('tells which requests were answered', async () => {
    await wire.send({ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data: 1 } });
    await wire.send({ jsonrpc: '2.0', id: 'seven', result: {} });
    expect(onAnswered).toHaveBeenCalledExactlyOnceWith('seven');
  });

  it('reads before the library is there, and hands over in order what it read', async () => {
    const line = new PassThrough();
    const early = new StdioWire({ input: line, output, maxMessageBytes: 1000, log, take, onEnd });
    early.onmessage = onmessage;
    early.listen();
    line.write('{"jsonrpc":"2.0","id":1,"method":"a"}\n{"jsonrpc":"2.0","id":2,"method":"b"}\n');
    await new Promise((resolve) => setImmediate(resolve));
    expect(take).toHaveBeenCalledTimes(2);
    expect([onmessage.mock.calls.length, early.openRequests]).toEqual([0, 2]);
    await early.start();
    line.write('{"jsonrpc":"2.0","id":3,"method":"c"}\n');
    await new Promise((resolve) => setImmediate(resolve));
    expect(onmessage.mock.calls.map(([message]) => (message as JsonObject)['id'])).toEqual([1, 2, 3]);
  });

  it('does not count the stream on which a client of 2026 listens: it stays open to the end', async () => {
    await say('{"jsonrpc":"2.0","id":"listen:0","method":"subscriptions/listen","params":{}}');
    expect(onmessage).toHaveBeenCalledOnce();
    expect(wire.openRequests).toBe(0);
  });

  it('counts requests that wait for an answer, and forgets answered and cancelled ones', async () => {
    await say(
      '{"jsonrpc":"2.0","id":1,"method":"a"}',
      '{"jsonrpc":"2.0","id":"x","method":"b"}',
      '{"jsonrpc":"2.0","method":"n"}',
    );
    expect(wire.openRequests).toBe(2);
    await wire.send({ jsonrpc: '2.0', id: 1, result: {} });
    expect(wire.openRequests).toBe(1);
    await say('{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"x"}}');
    expect(wire.openRequests).toBe(0);
  });

  it('does not take a request of its own for an answer', async () => {
    await say('{"jsonrpc":"2.0","id":1,"method":"a"}');
    await wire.send({ jsonrpc: '2.0', id: 1, method: 'elicitation/create' });
    expect(wire.openRequests).toBe(1);
  });

  it.each([10, 100_000])('writes a line of %i bytes given in parts as one line', async (bytes) => {
    const chunks: Buffer[] = [];
    output.on('data', (chunk: Buffer) => chunks.push(chunk));
    const middle = Buffer.alloc(bytes, 'm');
    wire.writeLine([Buffer.from('<'), middle, Buffer.from('>')]);
    await new Promise((resolve) => setImmediate(resolve));
    const expected = Buffer.concat([Buffer.from('<'), middle, Buffer.from('>\n')]);
    expect(Buffer.concat(chunks).equals(expected)).toBe(true);
  });

  it('tells the end of the client once, and writes nothing after it was closed', async () => {
    input.end();
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalled());
    output.destroy(new Error('gone'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(onEnd).toHaveBeenCalledTimes(1);
    await wire.close();
    expect(() => wire.writeLine([Buffer.from('late')])).not.toThrow();
  });
});
