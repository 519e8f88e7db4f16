import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { RawClient } from '../fixtures/raw-client.js';
import type { RawMessage } from '../fixtures/raw-client.js';
import { fixtureServer, RelayBuilder } from '../fixtures/relay.js';
import type { Relay } from '../fixtures/relay.js';

const builder = new RelayBuilder();
let client: RawClient;
let made = 0;

async function start(config: Parameters<RelayBuilder['make']>[0]): Promise<Relay> {
  const relay = await builder.make(config);
  client = new RawClient(relay);
  await client.initialize();
  return relay;
}

async function names(): Promise<string[]> {
  const { result } = await client.request('tools/list');
  return (result?.['tools'] as { name: string }[]).map((tool) => tool.name);
}

function textOf(message: RawMessage): string {
  const content = message.result?.['content'] as { text: string }[];
  return content[0]!.text;
}

async function statusOf(server: string): Promise<Record<string, unknown>> {
  const { result } = await client.call('report', { name: 'x' });
  const { servers } = result?.['structuredContent'] as { servers: Record<string, unknown>[] };
  return servers.find((status) => status['server'] === server)!;
}

const odd = fixtureServer('odd-upstream.mjs');

afterAll(() => builder.clean());
afterEach(async () => {
  await client.close();
});

describe('an upstream that misbehaves', () => {
  it('fails the calls in flight when it crashes, and is started again with the next call', async () => {
    await start({ servers: { odd } });
    await names();
    const hanging = client.call('odd_odd', { p: 'hang' });
    const crashing = client.call('odd_odd', { p: 'exit' });
    for (const answer of [await hanging, await crashing]) {
      expect(answer.result).toMatchObject({ isError: true });
      expect(textOf(answer)).toMatch(
        /^E_UPSTREAM_LOST The server "odd" ended before it answered \(ended with code 3\)/,
      );
    }
    expect(textOf(await client.call('odd_odd', { p: 'params' }))).toContain('"name":"odd"');
  });

  it('may end in the middle of a long answer: that call fails, none of it is passed on, and all goes on', async () => {
    await start({ servers: { odd } });
    await names();
    const answer = await client.call('odd_odd', { p: 'torn', bytes: 1_000_000 });
    expect(answer.result).toMatchObject({ isError: true });
    expect(textOf(answer)).toMatch(/^E_UPSTREAM_LOST The server "odd" ended before it answered \(ended with code 3\)/);
    expect(textOf(await client.call('odd_odd', { p: 'params' }))).toContain('"name":"odd"');
    expect(client.broken).toEqual([]);
  });

  it('is not started more often than allowed', async () => {
    await start({ servers: { odd }, startsPerMinute: 2 });
    await names();
    await client.call('odd_odd', { p: 'exit' });
    await client.call('odd_odd', { p: 'exit' });
    const answer = await client.call('odd_odd', { p: 'params' });
    expect(answer.result).toMatchObject({ isError: true });
    expect(textOf(answer)).toMatch(/^E_UPSTREAM_UNAVAILABLE .*"odd".*2 times within a minute; try again in \d+ s/);
  });

  it('may write garbage, unknown ids and half messages: they are logged and dropped', async () => {
    await start({ servers: { odd } });
    await names();
    expect(textOf(await client.call('odd_odd', { p: 'garbage' }))).toBe('after garbage');
    expect(client.broken).toEqual([]);
    expect(client.messages.map((message) => message.id)).not.toContain(424242);
    await vi.waitFor(() => expect(client.stderr).toContain('a line that is no message was dropped'));
  });

  it('may answer twice: the client hears the first answer once, and never another id', async () => {
    await start({ servers: { odd } });
    await names();
    const answer = await client.call('odd_odd', { p: 'twice' });
    await client.call('odd_odd', { p: 'params' });
    expect(textOf(answer)).toBe('first');
    const ids = client.messages.map((message) => message.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('may write a line beyond the limit: it is dropped and the connection lives on', async () => {
    await start({ servers: { odd }, maxMessageBytes: 100_000 });
    await names();
    void client.call('odd_odd', { p: 'big', bytes: 200_000 });
    expect(textOf(await client.call('odd_odd', { p: 'params' }))).toContain('"name":"odd"');
    await vi.waitFor(() => expect(client.stderr).toContain('beyond the limit'));
  });

  it('is told by name, command and what to do when its command does not exist', async () => {
    await start({ servers: { gone: { command: '/nowhere/no-such-server', args: ['--x'] }, odd } });
    expect(await names()).toEqual(['report', 'odd_odd', 'odd_second']);
    const answer = await client.call('gone_paint', {});
    expect(answer.result).toMatchObject({ isError: true });
    expect(textOf(answer)).toContain('"gone" (/nowhere/no-such-server --x) could not be started');
    expect(textOf(answer)).toContain('ENOENT');
    expect(textOf(answer)).toContain('Check that the command exists');
    expect(await statusOf('gone')).toMatchObject({ state: 'failed', tools: 0 });
    expect(textOf(await client.call('odd_odd', { p: 'params' }))).toContain('"name":"odd"');
  });

  it('is left out when it does not finish its start in time', async () => {
    const slow = { ...fixtureServer('silent-upstream.mjs'), startTimeoutMs: 300 };
    await start({ servers: { slow, odd } });
    expect(await names()).toEqual(['report', 'odd_odd', 'odd_second']);
    expect(await statusOf('slow')).toMatchObject({ state: 'failed' });
  });

  it('that is slow does not keep the others from being listed, and is announced when it comes', async () => {
    const slow = fixtureServer('silent-upstream.mjs', [], { SILENT_MS: '1500' });
    await start({ servers: { slow, odd }, listPatienceMs: 700 });
    expect(await names()).toEqual(['report', 'odd_odd', 'odd_second']);
    await client.see((message) => message.method === 'notifications/tools/list_changed');
    expect(await names()).toEqual(['report', 'slow_whisper', 'odd_odd', 'odd_second']);
  });

  it('that hangs in its start does not keep the gateway from ending', async () => {
    await start({ servers: { slow: fixtureServer('silent-upstream.mjs') }, listPatienceMs: 100 });
    expect(await names()).toEqual(['report']);
    expect(await client.close()).toBe(0);
  });

  it('is heard again after a crash, before its next call', async () => {
    await start({ servers: { odd } });
    await names();
    await client.call('odd_odd', { p: 'grow' });
    expect(await names()).toContain('odd_extra0');
    await client.call('odd_odd', { p: 'exit' });
    expect((await client.call('odd_extra0', {})).error).toMatchObject({ code: -32602 });
  });

  it('answers a tool nobody has with a protocol error while all servers are well', async () => {
    await start({ servers: { odd } });
    await names();
    expect((await client.call('odd_none', {})).error).toMatchObject({
      code: -32602,
      message: 'Unknown tool: odd_none',
    });
  });

  it('gives no answer in time: the call is reported as lost', async () => {
    await start({ servers: { odd: { ...odd, timeoutMs: 300 } } });
    await names();
    expect(textOf(await client.call('odd_odd', { p: 'hang' }))).toMatch(/^E_UPSTREAM_LOST .*gave no answer in time/);
  });
});

describe('names', () => {
  it('are never shadowed: what collides is left out and reported', async () => {
    const one = { ...fixtureServer('odd-upstream.mjs'), prefix: '' };
    const two = { ...fixtureServer('library-upstream.mjs', ['two']), prefix: '' };
    const three = { ...fixtureServer('library-upstream.mjs', ['three']), prefix: '' };
    await start({ servers: { one, two, three } });
    expect(await names()).toEqual(['report', 'odd', 'second', 'hello', 'steps', 'confirm']);
    expect(textOf(await client.call('hello', { to: 'you' }))).toBe('two: hello you');
    expect((await statusOf('two'))['problems']).toEqual([
      'its tool "wait" was left out: "wait" is a name of the gateway\'s own; give the server a prefix',
    ]);
    expect((await statusOf('three'))['problems']).toContain(
      'its tool "hello" was left out: "hello" is already "hello" of "two"; give the servers different prefixes',
    );
  });
});

describe('the list cache', () => {
  it('answers before an upstream is up, and starts nothing for it', async () => {
    const log = path.join(builder.folder, `silent-${++made}.log`);
    writeFileSync(log, '');
    const first = await start({ servers: { odd } });
    const before = await names();
    await client.close();
    const [file] = readdirSync(first.folder);
    const saved = readFileSync(path.join(first.folder, file!), 'utf8');
    expect(statSync(path.join(first.folder, file!)).mode & 0o777).toBe(0o600);

    // The same list under the cache name of a server that never says a word.
    const silent = fixtureServer('silent-upstream.mjs', [], { SILENT_LOG: log });
    const probe = await builder.make({ servers: { odd: { ...silent, startTimeoutMs: 100 } } });
    const { ToolCache } = await import('../../src/upstreams/tool-cache.js');
    mkdirSync(probe.folder, { recursive: true });
    new ToolCache(probe.folder).write('odd', silent, (JSON.parse(saved) as { lists: object }).lists);
    client = new RawClient(probe);
    await client.initialize();
    expect(readFileSync(log, 'utf8')).toBe('');
    expect(await names()).toEqual(before);
  });

  it('announces a change only when the list really differs', async () => {
    const relay = await start({ servers: { odd } });
    const before = await names();
    await client.close();

    client = new RawClient(relay);
    await client.initialize();
    expect(await names()).toEqual(before);
    expect(textOf(await client.call('odd_odd', { p: 'params' }))).toContain('"name":"odd"');
    expect(client.messages.filter((message) => message.method !== undefined)).toEqual([]);
    await client.close();

    const [file] = readdirSync(relay.folder);
    const cached = path.join(relay.folder, file!);
    writeFileSync(cached, readFileSync(cached, 'utf8').replace('"name":"second"', '"name":"old"'));
    client = new RawClient(relay);
    await client.initialize();
    expect(await names()).toEqual(['report', 'odd_odd', 'odd_old']);
    await client.see((message) => message.method === 'notifications/tools/list_changed');
    expect(await names()).toEqual(before);
  });

  it('is not believed for a call: the server is heard first', async () => {
    const relay = await start({ servers: { odd } });
    await names();
    await client.close();
    const [file] = readdirSync(relay.folder);
    const cached = path.join(relay.folder, file!);
    writeFileSync(cached, readFileSync(cached, 'utf8').replace('"name":"second"', '"name":"old"'));
    client = new RawClient(relay);
    await client.initialize();
    expect((await client.call('odd_old', {})).error).toMatchObject({ code: -32602 });
    expect(textOf(await client.call('odd_second', { p: 'params' }))).toContain('"name":"second"');
  });

  it('that is broken counts as absent', async () => {
    const relay = await start({ servers: { odd } });
    const before = await names();
    await client.close();
    const [file] = readdirSync(relay.folder);
    writeFileSync(path.join(relay.folder, file!), '{"format":1,"lists":');
    client = new RawClient(relay);
    await client.initialize();
    expect(await names()).toEqual(before);
  });
});
