import { afterEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '../../src/upstreams/connection.js';
import type { ConnectionOptions } from '../../src/upstreams/connection.js';
import { fixtureServer } from '../fixtures/relay.js';
import { benchHost, benchLog } from '../fixtures/upstream-bench.js';

const onNotification = vi.fn();
const onClosed = vi.fn();
let connection: Connection;

async function connect(changed: Partial<ConnectionOptions> = {}): Promise<void> {
  onNotification.mockReset();
  onClosed.mockReset();
  connection = new Connection({
    server: 'odd',
    entry: fixtureServer('odd-upstream.mjs'),
    host: benchHost(),
    log: benchLog,
    maxMessageBytes: 1_000_000,
    stopGraceMs: 300,
    startTimeoutMs: 5000,
    onNotification,
    onClosed,
    ...changed,
  });
  await connection.start();
}

const call = (p: string, onProgress?: (params: object) => void) =>
  connection.request('tools/call', { name: 'odd', arguments: { p } }, { onProgress });

afterEach(() => connection.close());

describe('a connection', () => {
  it('knows what the server can do, and keeps results as they are', async () => {
    await connect();
    expect(connection.capabilities).toMatchObject({
      tools: { listChanged: true },
      experimental: { 'com.acme/x': { y: 1 } },
    });
    const outcome = await call('result');
    expect(outcome).toMatchObject({
      kind: 'result',
      result: { xExtra: [1], content: [{ type: 'video', xDur: 5 }, {}] },
    });
  });

  it('tells all progress before the result', async () => {
    await connect();
    const seen: unknown[] = [];
    await call('burst', (params) => void seen.push((params as { progress: number }).progress));
    expect(seen).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it('passes on what the server says by itself, in order', async () => {
    await connect();
    await call('notify');
    expect(onNotification).toHaveBeenCalledExactlyOnceWith('notifications/message', expect.objectContaining({ xm: 1 }));
  });

  it('takes questions to the host, and refusals back', async () => {
    await connect({ host: benchHost(async (server, method) => ({ server, method, x: [1] })) });
    expect(await call('ask')).toMatchObject({
      result: { content: [{ text: 'asked:{"server":"odd","method":"elicitation/create","x":[1]}' }] },
    });
    await connection.close();
    await connect({
      host: benchHost(() => Promise.reject(Object.assign(new Error('no such method'), { code: -32601 }))),
    });
    expect(await call('ask')).toMatchObject({
      result: { content: [{ text: 'asked:{"code":-32601,"message":"no such method"}' }] },
    });
  });

  it('says with the last words of the server why it could not start', async () => {
    const args = ['-e', 'console.error("KEY is missing"); process.exit(1)'];
    await expect(connect({ entry: { command: process.execPath, args } })).rejects.toThrow(
      /its last words: KEY is missing/,
    );
    expect(connection.lane).toBeUndefined();
  });

  it('gives up a handshake that takes too long, and leaves no process behind', async () => {
    await expect(connect({ entry: fixtureServer('silent-upstream.mjs'), startTimeoutMs: 200 })).rejects.toThrow(
      'timed out',
    );
    expect(await connection.request('ping', undefined, {})).toMatchObject({ failure: { kind: 'not-sent' } });
  });

  it('tells its end', async () => {
    await connect();
    await call('exit');
    expect(onClosed).toHaveBeenCalledTimes(1);
    expect(connection.lane).toBeUndefined();
  });
});

describe('a connection to a server that knows the era of 2026', () => {
  const library = fixtureServer('library-upstream.mjs', ['lib']);
  const host = { ...benchHost(), era: '2026' } as const;

  it('speaks it when the host does, and only then', async () => {
    await connect({ entry: library, host });
    expect([connection.era, connection.capabilities['tools']]).toEqual(['2026', { listChanged: true }]);
    await connection.close();
    await connect({ entry: library });
    expect(connection.era).toBe('2025');
    await connection.close();
    await connect({ entry: library, host, era: '2025' });
    expect(connection.era).toBe('2025');
  });

  it('speaks that of 2025 with a server that does not know a newer one', async () => {
    await connect({ entry: fixtureServer('library-upstream.mjs', ['lib', '2025']), host });
    expect(connection.era).toBe('2025');
  });

  it('takes a subscription to a resource, which is no request any more', async () => {
    await connect({ entry: library, host });
    const outcome = await connection.request('resources/subscribe', { uri: 'lib://page' }, {});
    expect(outcome).toEqual({ kind: 'result', result: {} });
  });
});
