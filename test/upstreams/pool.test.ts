import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../src/gate/log-port.js';
import type { LaneListener, UpstreamFailure } from '../../src/gate/upstream-port.js';
import { Pool } from '../../src/upstreams/pool.js';
import type { ServerEntry } from '../../src/upstreams/server-entry.js';
import { fixtureServer } from '../fixtures/relay.js';

const none = (): void => undefined;
const log: Log = { debug: none, info: none, warn: none, error: none };
const odd = fixtureServer('odd-upstream.mjs');
let folder: string;
let pool: Pool;

function make(servers: Record<string, ServerEntry>): Pool {
  pool = new Pool({ servers, cacheFolder: folder, log, self: { name: 'test', version: '1' }, stopGraceMs: 300 });
  return pool;
}

async function failureOf(
  server: string,
  method: string,
  params: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<UpstreamFailure> {
  const outcome = await pool.request(server, method, params, { signal });
  if (outcome.kind !== 'failure') throw new Error('it did not fail');
  return outcome.failure;
}

const call = (p: string) => ({ name: 'odd', arguments: { p } });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pool-'));
});
afterEach(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

describe('a request that failed', () => {
  it('was not sent when the server could not be started', async () => {
    make({ gone: { command: '/nowhere/no-such-server' } });
    expect(await failureOf('gone', 'tools/call', call('x'))).toMatchObject({ kind: 'not-sent', server: 'gone' });
  });

  it('was not sent when nothing listens at the address', async () => {
    make({ far: { url: 'http://127.0.0.1:9/mcp' } });
    expect(await failureOf('far', 'tools/call', call('x'))).toMatchObject({ kind: 'not-sent' });
  });

  it('was not sent when no such server is configured, or the caller had stopped before', async () => {
    make({ odd });
    expect(await failureOf('other', 'tools/call', call('x'))).toMatchObject({ kind: 'not-sent' });
    expect(await failureOf('odd', 'tools/call', call('x'), AbortSignal.abort())).toMatchObject({
      kind: 'not-sent',
      why: 'stopped',
    });
  });

  it('was not sent when the gateway is closing', async () => {
    make({ odd });
    await pool.tools();
    await pool.close();
    expect(await failureOf('odd', 'tools/call', call('x'))).toMatchObject({ kind: 'not-sent' });
  });

  it('is lost when the server ended after it was written', async () => {
    make({ odd });
    expect(await failureOf('odd', 'tools/call', call('exit'))).toMatchObject({ kind: 'lost', why: 'closed' });
  });

  it('is lost when no answer came in time', async () => {
    make({ odd: { ...odd, timeoutMs: 200 } });
    expect(await failureOf('odd', 'tools/call', call('hang'))).toMatchObject({ kind: 'lost', why: 'timeout' });
  });

  it('is lost when the caller stopped waiting', async () => {
    make({ odd });
    await pool.tools();
    const stop = new AbortController();
    const failed = failureOf('odd', 'tools/call', call('hang'), stop.signal);
    setTimeout(() => stop.abort(), 50);
    expect(await failed).toMatchObject({ kind: 'lost', why: 'stopped' });
  });

  it('is an error of the protocol, word for word, when the server said so', async () => {
    make({ odd });
    expect(await failureOf('odd', 'tools/call', call('customError'))).toEqual({
      kind: 'protocol-error',
      server: 'odd',
      code: 4242,
      message: 'custom: boom',
      data: { why: [1, { z: 2 }] },
    });
    expect(await failureOf('odd', 'tools/call', call('error'))).toMatchObject({
      kind: 'protocol-error',
      code: -32042,
      message: 'URL elicitation required',
      data: { elicitations: [{ url: 'https://e.x' }], xd: 1 },
    });
  });
});

describe('the tools of a server', () => {
  it('are known once they were listed, and nobody is waited for before', async () => {
    make({ odd });
    expect(pool.knownTools()).toEqual([]);
    const listed = await pool.tools();
    expect(listed.length).toBeGreaterThan(0);
    expect(pool.knownTools()).toEqual(listed);
  });
});

describe('the free lane of a server', () => {
  const listener = (failed: (failure: UpstreamFailure) => void): LaneListener => ({
    answer: none,
    progress: none,
    failed,
  });

  it('is there only once the server itself said what its tools are', async () => {
    make({ odd });
    expect(pool.lane('odd')).toBeUndefined();
    await pool.request('odd', 'ping', undefined);
    expect(pool.lane('odd')).toBeUndefined();
    await pool.confirm('odd');
    expect(pool.lane('odd')).toBeDefined();
  });

  it('is gone with the connection, and a call on an old one is refused', async () => {
    make({ odd });
    await pool.confirm('odd');
    const lane = pool.lane('odd')!;
    const failure = await new Promise<UpstreamFailure>(
      (resolve) => void lane.call(call('exit'), false, listener(resolve)),
    );
    expect(failure).toMatchObject({ kind: 'lost', why: 'closed' });
    expect(lane.call(call('params'), false, listener(none))).toBeUndefined();
    expect(pool.lane('odd')).toBeUndefined();
  });
});

describe('the status', () => {
  it('names targets without secrets', () => {
    make({
      odd: { command: 'serve', args: ['--fast'], env: { KEY: 'secret' } },
      far: { url: 'https://user:secret@e.x/mcp?key=secret', headers: { Authorization: 'secret' } },
    });
    expect(pool.status().map(({ target, state }) => [target, state])).toEqual([
      ['serve --fast', 'idle'],
      ['https://e.x/mcp', 'idle'],
    ]);
  });

  it('says which server has a list of tools that is too large, and lists the others', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => ({ name: `t${String(index)}` }));
    writeFileSync(path.join(folder, 'tools.json'), JSON.stringify(many));
    make({ many: { ...fixtureServer('changing-upstream.mjs', [folder]) }, odd });
    expect((await pool.tools()).map(({ exposed }) => exposed)).toEqual(['odd_odd', 'odd_second']);
    expect(await pool.confirm('many')).toBe(false);
    const [status] = pool.status();
    expect(status).toMatchObject({ state: 'ready', problems: [expect.stringContaining('larger than 5000 entries')] });
    writeFileSync(path.join(folder, 'tools.json'), JSON.stringify(many.slice(0, 1)));
    expect(await pool.confirm('many')).toBe(true);
    expect(pool.status()[0]?.problems).toEqual([]);
  });
});
