import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** A server over HTTP whose calls answer as their name says. */
async function oddAddress(): Promise<{ readonly url: string; readonly server: Server }> {
  const large = 'x'.repeat(300_000);
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const { id, method, params } = JSON.parse(body) as { id?: number; method: string; params?: { name?: string } };
      if (id === undefined) return void response.writeHead(202).end();
      const initialized = { protocolVersion: '2025-11-25', capabilities: {}, serverInfo: { name: 'h', version: '1' } };
      const way = method === 'initialize' ? 'initialize' : params?.name;
      const type = way === 'events' ? 'text/event-stream' : 'application/json';
      response.writeHead(way === 'broken' ? 503 : 200, { 'content-type': type });
      const answer = (result: string): string => `{"jsonrpc":"2.0","id":${String(id)},"result":${result}}`;
      if (way === 'initialize') return void response.end(answer(JSON.stringify(initialized)));
      if (way === 'events') return void response.write(`data: ${answer(`"${large}"`)}`);
      return void response.end(answer(way === 'large' ? `"${large}"` : way === 'deep' ? deep : '{"fine":true}'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/mcp`, server };
}

describe('a connection over HTTP', () => {
  it('takes in no answer beyond size and depth, says so at once, and goes on', async () => {
    const { url, server } = await oddAddress();
    try {
      await connect({ entry: { url }, maxMessageBytes: 250_000 });
      const ask = (name: string) => connection.request('tools/call', { name }, {});
      for (const way of ['large', 'events']) {
        expect(await ask(way)).toMatchObject({
          kind: 'failure',
          failure: { kind: 'protocol-error', message: expect.stringContaining('answered with more than') as string },
        });
      }
      expect(await ask('deep')).toMatchObject({
        kind: 'failure',
        failure: { message: expect.stringContaining('200 levels') as string },
      });
      expect(await ask('broken')).toMatchObject({ failure: { data: { httpStatus: 503 } } });
      expect(await ask('fine')).toEqual({ kind: 'result', result: { fine: true } });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
