import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChildTransport, NotSentError } from '../../src/upstreams/child-transport.js';
import { SpawnedServer } from '../../src/upstreams/spawned-server.js';
import { benchLog } from '../fixtures/upstream-bench.js';

const tap = { line: vi.fn((_pieces: readonly Buffer[]) => false), message: vi.fn((_message: object) => false) };
let child: SpawnedServer;
let transport: ChildTransport;
const limits = { maxMessageBytes: 200, depth: 5 };

/** A server that says what it is told to and echoes what it hears. */
async function start(says: string): Promise<string[]> {
  const script = `process.stdout.write(${JSON.stringify(says)}); process.stdin.pipe(process.stdout); process.stdin.on('end', () => process.exit(0))`;
  child = new SpawnedServer({ command: process.execPath, args: ['-e', script] });
  transport = new ChildTransport({ server: 'up', child, tap, ...limits, stopGraceMs: 500, log: benchLog });
  const seen: string[] = [];
  transport.onmessage = (message) => void seen.push(JSON.stringify(message));
  await transport.start();
  return seen;
}

beforeEach(() => {
  for (const mock of [tap.line, tap.message, benchLog.warn]) mock.mockReset();
});
afterEach(() => transport.close());

describe('the transport over a child process', () => {
  it('reads messages and drops everything else', async () => {
    const seen = await start(`nonsense\n[]\n{"id":1}\n${'x'.repeat(500)}\n{"jsonrpc":"2.0","method":"fine"}\n`);
    await vi.waitFor(() => expect(seen).toEqual(['{"jsonrpc":"2.0","method":"fine"}']));
    expect(benchLog.warn).toHaveBeenCalledTimes(4);
  });

  it('shows lines and messages to the tap first, which may keep them', async () => {
    tap.line.mockReturnValueOnce(true);
    tap.message.mockReturnValueOnce(true);
    const seen = await start('{"jsonrpc":"2.0","id":1}\n{"jsonrpc":"2.0","id":2}\n{"jsonrpc":"2.0","id":3}\n');
    await vi.waitFor(() => expect(seen).toEqual(['{"jsonrpc":"2.0","id":3}']));
    expect(tap.line).toHaveBeenCalledTimes(3);
    expect(tap.message).toHaveBeenCalledTimes(2);
  });

  it('writes one message a line', async () => {
    const seen = await start('');
    await transport.send({ jsonrpc: '2.0', method: 'echo', params: { text: 'a\nb' } });
    await vi.waitFor(() => expect(seen).toEqual(['{"jsonrpc":"2.0","method":"echo","params":{"text":"a\\nb"}}']));
  });

  it('says that nothing was sent once the server is gone, and tells its end once', async () => {
    await start('');
    const onclose = vi.fn();
    transport.onclose = onclose;
    await transport.close();
    await transport.close();
    expect(onclose).toHaveBeenCalledTimes(1);
    expect(transport.write({})).toBe(false);
    await expect(transport.send({ jsonrpc: '2.0', method: 'late' })).rejects.toBeInstanceOf(NotSentError);
  });

  it('survives a reader that throws', async () => {
    const seen = await start('{"jsonrpc":"2.0","id":1}\n{"jsonrpc":"2.0","id":2}\n');
    const read = transport.onmessage;
    transport.onmessage = (message) => {
      if ('id' in message && message.id === 1) throw new Error('odd');
      read?.(message);
    };
    await vi.waitFor(() => expect(seen).toEqual(['{"jsonrpc":"2.0","id":2}']));
  });

  it('ends the request whose answer was too large, where the id stands at either end', async () => {
    const [first, last] = [
      `{"jsonrpc":"2.0","id":4,"result":"${'x'.repeat(900)}"}`,
      `{"result":"${'x'.repeat(900)}","jsonrpc":"2.0","id":5}`,
    ];
    const seen = await start(`${first}\n${last}\n`);
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    expect(seen.map((each) => JSON.parse(each) as object)).toMatchObject([
      { id: 4, error: { code: -32000 } },
      { id: 5, error: { message: expect.stringContaining('answered with more than') as string } },
    ]);
  });

  it('ends the request whose answer is nested too deep, and drops what else is', async () => {
    const deep = `${'['.repeat(9)}${']'.repeat(9)}`;
    const seen = await start(
      `{"jsonrpc":"2.0","id":"a","result":${deep}}\n{"jsonrpc":"2.0","method":"m","params":${deep}}\n`,
    );
    await vi.waitFor(() => expect(benchLog.warn).toHaveBeenCalledTimes(2));
    expect(seen.map((each) => JSON.parse(each) as object)).toMatchObject([
      { id: 'a', error: { message: expect.stringContaining('5 levels') as string } },
    ]);
  });
});
