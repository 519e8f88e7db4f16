import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RawClient } from '../fixtures/raw-client.js';
import { fixture, fixtureServer, RelayBuilder } from '../fixtures/relay.js';
import type { Relay } from '../fixtures/relay.js';

const builder = new RelayBuilder();
const SERVERS = {
  a: fixtureServer('library-upstream.mjs', ['a']),
  b: fixtureServer('library-upstream.mjs', ['b', '2025']),
  first: fixtureServer('first-line-upstream.mjs'),
};
const INFO = { name: 'test-client', version: '2.0.0' };
const text = (value: string): object => ({ content: [{ type: 'text', text: value }] });
const cleanups: (() => unknown)[] = [];
let relay: Relay;

beforeAll(async () => {
  relay = await builder.make({ servers: SERVERS, paid: ['a_hello'] });
});
afterAll(() => builder.clean());
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function firstLine(): Promise<FirstClient> {
  const client = new FirstClient(INFO, { capabilities: { elicitation: { form: {} } } });
  await client.connect(new FirstTransport({ ...relay, stderr: 'ignore' }));
  cleanups.push(() => client.close());
  return client;
}

async function current(mode: 'legacy' | 'auto', answer?: () => object): Promise<Client> {
  const client = new Client(INFO, {
    capabilities: { elicitation: { form: {} } },
    versionNegotiation: { mode },
  });
  if (answer !== undefined) client.setRequestHandler('elicitation/create', () => answer() as never);
  await client.connect(new StdioClientTransport({ ...relay, stderr: 'ignore' }));
  cleanups.push(() => client.close());
  return client;
}

const CLIENTS = [
  ['of the first line', firstLine],
  ['of the current line in the era of 2025', () => current('legacy')],
  ['of the current line that negotiates 2026', () => current('auto')],
] as const;

describe.each(CLIENTS)('a client %s', (_name, connect) => {
  it('lists the tools of all servers', async () => {
    const { tools } = await (await connect()).listTools();
    const expected = ['hello', 'steps', 'wait', 'confirm'];
    expect(tools.map((tool) => tool.name)).toEqual([
      'report',
      ...expected.map((name) => `a_${name}`),
      ...expected.map((name) => `b_${name}`),
      'first_echo',
      'first_steps',
      'first_fail',
    ]);
  });

  it('calls free tools of servers of both lines', async () => {
    const client = await connect();
    await client.listTools();
    expect(await client.callTool({ name: 'b_hello', arguments: { to: 'you' } })).toMatchObject(text('b: hello you'));
    expect(await client.callTool({ name: 'first_echo', arguments: { say: 'ho' } })).toMatchObject(text('ho'));
    expect(await client.callTool({ name: 'first_fail', arguments: {} })).toMatchObject({
      isError: true,
      ...text('it failed'),
    });
  });

  it('calls a free tool without having listed any', async () => {
    const client = await connect();
    expect(await client.callTool({ name: 'b_hello', arguments: { to: 'me' } })).toMatchObject(text('b: hello me'));
  });

  it('calls an own tool and a paid one', async () => {
    const client = await connect();
    expect(await client.callTool({ name: 'report', arguments: { name: 'Ada' } })).toMatchObject(text('hello Ada x1'));
    const paid = await client.callTool({ name: 'a_hello', arguments: { to: 'x', greenlight: { shot: 's' } } });
    expect(paid['structuredContent']).toMatchObject({
      tool: 'hello',
      arguments: { to: 'x', greenlight: { shot: 's' } },
      client: { name: 'test-client', version: '2.0.0' },
    });
  });

  it('gets prompts, resources, templates and completions of two servers', async () => {
    const client = await connect();
    expect((await client.listPrompts()).prompts.map((prompt) => prompt.name)).toEqual(['a_draft', 'b_draft']);
    expect(await client.getPrompt({ name: 'b_draft', arguments: { topic: 'tea' } })).toMatchObject({
      messages: [{ content: { text: 'b: draft about tea' } }],
    });
    expect((await client.listResources()).resources.map((resource) => resource.uri)).toEqual(['a://page', 'b://page']);
    expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(2);
    expect(await client.readResource({ uri: 'b://page' })).toMatchObject({ contents: [{ text: 'page of b' }] });
    expect(await client.readResource({ uri: 'b://row/7' })).toMatchObject({ contents: [{ text: 'row 7 of b' }] });
    const argument = { name: 'topic', value: 't' };
    expect(await client.complete({ ref: { type: 'ref/prompt', name: 'b_draft' }, argument })).toMatchObject({
      completion: { values: ['b:draft'] },
    });
    await expect(client.readResource({ uri: 'c://page' })).rejects.toMatchObject({
      code: expect.any(Number) as number,
    });
  });
});

describe('a question to the person', () => {
  it('is an input-required result in the era of 2026, and the repeated call finds the answers', async () => {
    let asked = 0;
    const client = await current('auto', () => ({ action: 'accept', content: { ok: ++asked > 0 } }));
    const { structuredContent } = await client.callTool({
      name: 'a_hello',
      arguments: { to: 'x', ask: ['hero', 'finish'] },
    });
    expect(structuredContent).toMatchObject({
      client: { era: '2026' },
      answers: [
        { kind: 'answered', action: 'accept', content: { ok: true } },
        { kind: 'answered', action: 'accept', content: { ok: true } },
      ],
    });
    expect(asked).toBe(2);
  });

  it('is a request in the era of 2025', async () => {
    const client = await current('legacy', () => ({ action: 'decline' }));
    const { structuredContent } = await client.callTool({ name: 'a_hello', arguments: { to: 'x', ask: ['hero'] } });
    expect(structuredContent).toMatchObject({
      client: { era: '2025' },
      answers: [{ kind: 'answered', action: 'decline' }],
    });
  });

  it('of an upstream is an input-required result for a client of 2026', async () => {
    const messages: string[] = [];
    const client = new Client(INFO, {
      capabilities: { elicitation: { form: {} } },
      versionNegotiation: { mode: 'auto' },
    });
    client.setRequestHandler('elicitation/create', (request) => {
      messages.push(request.params.message);
      return { action: 'accept', content: { ok: true } };
    });
    await client.connect(new StdioClientTransport({ ...relay, stderr: 'ignore' }));
    cleanups.push(() => client.close());
    const calls = ['b_confirm', 'b_confirm'].map((name) => client.callTool({ name, arguments: {} }));
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject(text('b: accept {"ok":true}'));
    expect(messages).toEqual(['[b] Really?', '[b] Really?']);
  });

  it('of an upstream is refused for a client that cannot be asked', async () => {
    const client = new Client(INFO, { versionNegotiation: { mode: 'auto' } });
    await client.connect(new StdioClientTransport({ ...relay, stderr: 'ignore' }));
    cleanups.push(() => client.close());
    expect(await client.callTool({ name: 'b_confirm', arguments: {} })).toMatchObject({ isError: true });
  });

  it('of an upstream reaches the person of a client of 2025', async () => {
    const client = await current('legacy', () => ({ action: 'accept', content: { ok: true } }));
    expect(await client.callTool({ name: 'b_confirm', arguments: {} })).toMatchObject(text('b: accept {"ok":true}'));
  });
});

describe('a client of 2026', () => {
  it('that stops waiting for a free call stops it at the upstream', async () => {
    const log = path.join(builder.folder, 'odd.log');
    const odd = fixtureServer('odd-upstream.mjs', [], { ODD_LOG: log });
    const client = new Client(INFO, { versionNegotiation: { mode: 'auto' } });
    await client.connect(new StdioClientTransport({ ...(await builder.make({ servers: { odd } })), stderr: 'ignore' }));
    cleanups.push(() => client.close());
    await client.listTools();
    const stop = new AbortController();
    const hanging = client.callTool({ name: 'odd_odd', arguments: { p: 'hang' } }, { signal: stop.signal });
    await expect.poll(() => readFileSync(log, 'utf8')).toContain('"hang"');
    stop.abort('enough');
    await expect(hanging).rejects.toThrow();
    await expect.poll(() => readFileSync(log, 'utf8')).toContain('notifications/cancelled');
  });

  it('hears all progress, before the result', async () => {
    const odd = fixtureServer('odd-upstream.mjs');
    const client = new Client(INFO, { versionNegotiation: { mode: 'auto' } });
    await client.connect(new StdioClientTransport({ ...(await builder.make({ servers: { odd } })), stderr: 'ignore' }));
    cleanups.push(() => client.close());
    const seen: number[] = [];
    client.setNotificationHandler('notifications/progress', ({ params }) => void seen.push(params.progress));
    const call = {
      method: 'tools/call',
      params: { name: 'odd_odd', arguments: { p: 'burst' }, _meta: { progressToken: 'mine' } },
    };
    const anything = {
      '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) },
    } as const;
    expect(await client.request(call, anything)).toMatchObject(text('done'));
    expect(seen).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });
});

describe('an upstream over HTTP', () => {
  /** Starts the server and a client of a gateway in front of it. */
  async function startFar(): Promise<{ client: RawClient; port: string }> {
    const server = spawn(process.execPath, [fixture('first-line-upstream.mjs'), 'http']);
    cleanups.push(() => void server.kill());
    const port = await new Promise<string>((resolve) =>
      server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
    );
    const client = new RawClient(await builder.make({ servers: { far: { url: `http://127.0.0.1:${port}/mcp` } } }));
    cleanups.push(() => client.close());
    await client.initialize();
    return { client, port };
  }

  it('is listed, called, and its progress arrives', async () => {
    const { client } = await startFar();
    const { result } = await client.request('tools/list');
    const names = (result?.['tools'] as { name: string }[]).map((tool) => tool.name);
    expect(names).toEqual(['report', 'far_echo', 'far_steps', 'far_fail']);
    expect((await client.call('far_echo', { say: 'hi' })).result).toMatchObject(text('hi'));
    const from = client.messages.length;
    const answer = await client.call('far_steps', { count: 20 }, { _meta: { progressToken: 'far' } });
    const before = client.messages.slice(from, client.messages.indexOf(answer));
    expect(before.map((message) => message.params?.['progress'])).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });

  it('that forgot the session is met anew with the call after', async () => {
    const { client, port } = await startFar();
    expect((await client.call('far_echo', { say: 'one' })).result).toMatchObject(text('one'));
    await fetch(`http://127.0.0.1:${port}/forget`);
    expect((await client.call('far_echo', { say: 'two' })).error).toMatchObject({ data: { httpStatus: 404 } });
    expect((await client.call('far_echo', { say: 'three' })).result).toMatchObject(text('three'));
  });

  it('that nobody listens for is a clear tool error', async () => {
    const over = await builder.make({ servers: { far: { url: 'http://127.0.0.1:9/mcp?key=secret' } } });
    const client = new RawClient(over);
    cleanups.push(() => client.close());
    await client.initialize();
    const { result } = await client.call('far_echo', { say: 'hi' });
    expect(result).toMatchObject({ isError: true });
    expect(JSON.stringify(result)).toContain('(http://127.0.0.1:9/mcp) could not be started');
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});
