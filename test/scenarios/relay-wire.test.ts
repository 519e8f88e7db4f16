import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RawClient } from '../fixtures/raw-client.js';
import type { RawMessage } from '../fixtures/raw-client.js';
import { fixtureServer, RelayBuilder } from '../fixtures/relay.js';

const builder = new RelayBuilder();
let client: RawClient;
let oddLog: string;
let made = 0;

async function start(capabilities: object = {}, config: object = {}): Promise<RawMessage> {
  oddLog = path.join(builder.folder, `odd-${++made}.log`);
  const odd = fixtureServer('odd-upstream.mjs', [], { ODD_LOG: oddLog });
  client = new RawClient(await builder.make({ servers: { odd }, ...config }));
  return client.initialize(capabilities);
}

/** What the upstream heard. */
function heard(): RawMessage[] {
  const lines = readFileSync(oddLog, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as RawMessage);
}

function denseRow(at: number): object {
  return { at, said: `"é\\${at}"`, more: [at / 7, [{}]] };
}

function textOf(message: RawMessage): string {
  const content = message.result?.['content'] as { text: string }[];
  return content[0]!.text;
}

afterAll(() => builder.clean());
afterEach(async () => {
  await client.close();
});

describe('a free call over the wire of 2025', () => {
  beforeEach(async () => {
    await start();
    await client.request('tools/list');
  });

  it('keeps unknown content types and unknown keys of a result', async () => {
    const { result } = await client.call('odd_odd', { p: 'result' });
    expect(result).toEqual({
      content: [
        { type: 'video', uri: 'https://e.x/v.mp4', xDur: 5 },
        { type: 'text', text: 't', annotations: { audience: ['user'], xA: 1 }, _meta: { m: 1 }, xField: true },
      ],
      structuredContent: { b: 1, a: { c: null } },
      _meta: { 'com.acme/cost': 0.04 },
      xExtra: [1],
      isError: false,
    });
  });

  it('brings unknown parameters and the meta of a request to the upstream, under its own tool name', async () => {
    const extra = { _meta: { 'com.acme/trace': 'T', traceparent: '00-a' }, xParam: 7 };
    const answer = await client.call('odd_odd', { p: 'params', deep: { z: [null] } }, extra);
    expect(JSON.parse(textOf(answer))).toEqual({
      name: 'odd',
      arguments: { p: 'params', deep: { z: [null] } },
      ...extra,
    });
  });

  it('keeps errors of the upstream word for word', async () => {
    expect((await client.call('odd_odd', { p: 'error' })).error).toEqual({
      code: -32042,
      message: 'URL elicitation required',
      data: { elicitations: [{ url: 'https://e.x' }], xd: 1 },
    });
    expect((await client.call('odd_odd', { p: 'customError' })).error).toEqual({
      code: 4242,
      message: 'custom: boom',
      data: { why: [1, { z: 2 }] },
    });
  });

  it('delivers twenty of twenty progress notifications, in order and before the result', async () => {
    const from = client.messages.length;
    const answer = await client.call('odd_odd', { p: 'burst' }, { _meta: { progressToken: 'tok-9' } });
    const before = client.messages.slice(from, client.messages.indexOf(answer));
    const tokens = new Set(before.map((message) => message.params?.['progressToken']));
    expect(before.map((message) => message.params?.['progress'])).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    expect([...tokens]).toEqual(['tok-9']);
    expect(before[0]?.params).toMatchObject({ total: 20, message: 'm1', xp: 1 });
  });

  it('asks the upstream for no progress when the client wants none', async () => {
    const answer = await client.call('odd_odd', { p: 'params' });
    expect(JSON.parse(textOf(answer))).not.toHaveProperty('_meta');
  });

  it('takes a cancellation to the upstream under the right id', async () => {
    void client.request('tools/call', { name: 'odd_odd', arguments: { p: 'hang' } }, 'hanging');
    await client.call('odd_odd', { p: 'params' });
    client.send({ method: 'notifications/cancelled', params: { requestId: 'hanging', reason: 'user' } });
    await client.call('odd_odd', { p: 'params' });
    const hang = heard().find((message) => (message.params?.['arguments'] as { p?: string } | undefined)?.p === 'hang');
    const cancelled = heard().find((message) => message.method === 'notifications/cancelled');
    expect(cancelled?.params).toEqual({ requestId: hang?.id, reason: 'user' });
  });

  it('gives every one of 32 calls in flight its own answer, whatever the ids look like', async () => {
    const ids = Array.from({ length: 32 }, (_, at) => (at % 2 === 0 ? `call "${at}" \\ ü` : 5000 + at));
    const answers = await Promise.all(
      ids.map((id, at) => {
        const args = { p: 'later', say: String(id), ms: (at * 7) % 40 };
        return client.request('tools/call', { name: 'odd_odd', arguments: args }, id);
      }),
    );
    expect(answers.map((answer) => answer.id)).toEqual(ids);
    expect(answers.map(textOf)).toEqual(ids.map(String));
  });

  it('reads an answer whose members stand in another order', async () => {
    expect(textOf(await client.call('odd_odd', { p: 'tail' }))).toBe('id "id":7 } \\');
  });

  it.each([1_000_000, 12_000_000, 40_000_000])('brings an answer of %i bytes', async (bytes) => {
    const { result } = await client.call('odd_odd', { p: 'big', bytes });
    const content = result?.['content'] as { data: string }[];
    expect(content[0]?.data === 'A'.repeat(bytes)).toBe(true);
  });

  it.each([false, true])(
    'brings four dense answers in pieces at once, letter for letter (id last: %s)',
    async (last) => {
      const wanted = [20_000, 3, 9000, 15_000];
      const answers = await Promise.all(wanted.map((rows) => client.call('odd_odd', { p: 'dense', rows, last })));
      for (const [index, { result }] of answers.entries()) {
        const rows = result?.['rows'] as object[];
        expect(rows).toHaveLength(wanted[index]!);
        const isRight = rows.every((row, at) => JSON.stringify(row) === JSON.stringify(denseRow(at)));
        expect(isRight).toBe(true);
      }
      expect(client.broken).toEqual([]);
    },
  );

  it('passes notifications of the upstream on, before the result they came before', async () => {
    const answer = await client.call('odd_odd', { p: 'notify' });
    const said = await client.see((message) => message.method === 'notifications/message');
    expect(said.params).toEqual({ level: 'info', logger: 'L', data: { x: 1 }, xm: 1 });
    expect(client.messages.indexOf(said)).toBeLessThan(client.messages.indexOf(answer));
  });

  it('passes a changed tool list on, and lists and calls the new tool', async () => {
    await client.call('odd_odd', { p: 'grow' });
    await client.see((message) => message.method === 'notifications/tools/list_changed');
    const { result } = await client.request('tools/list');
    const names = (result?.['tools'] as { name: string }[]).map((tool) => tool.name);
    expect(names).toEqual(['report', 'odd_odd', 'odd_second', 'odd_extra0']);
    expect(textOf(await client.call('odd_extra0', { p: 'params' }))).toContain('"name":"extra0"');
  });

  it('relays a method it does not know to the only server', async () => {
    const { result } = await client.request('acme/vendor', { k: { z: 1, a: null } });
    expect(result).toEqual({ echoed: { k: { z: 1, a: null } }, nested: { z: null, a: [] } });
  });
});

describe('what a client is told', () => {
  it('lists tools as the upstream defined them, all pages, under prefixed names', async () => {
    await start();
    const { result } = await client.request('tools/list');
    const tools = result?.['tools'] as Record<string, unknown>[];
    expect(tools.map((tool) => tool['name'])).toEqual(['report', 'odd_odd', 'odd_second']);
    expect(tools[1]).toMatchObject({
      title: 'Odd',
      icons: [{ src: 'https://e.x/i.png', mimeType: 'image/png', sizes: ['48x48'], theme: 'dark' }],
      annotations: { readOnlyHint: true, xVendorHint: 'v' },
      execution: { taskSupport: 'optional' },
      _meta: { 'com.acme/price': { usd: 0.04 }, ui: { resourceUri: 'ui://x' } },
      xVendor: { a: [1, 2] },
      inputSchema: { properties: { p: { type: 'string', 'x-kw': 1 } }, $defs: { a: { type: 'string' } } },
    });
  });

  it('answers the handshake with itself and its instructions, in the version asked for', async () => {
    const { result } = await start();
    expect(result).toMatchObject({
      protocolVersion: '2025-11-25',
      serverInfo: { name: 'relay-host', version: '1.0.0' },
      instructions: 'relay',
      capabilities: { tools: { listChanged: true } },
    });
  });

  it('introduces the host to the upstream, with what the host can do', async () => {
    await start({ elicitation: {}, roots: { listChanged: true } });
    await client.request('tools/list');
    const { params } = heard().find((message) => message.method === 'initialize')!;
    expect(params).toMatchObject({
      clientInfo: { name: 'raw', version: '1', title: 'Raw' },
      capabilities: { elicitation: {}, roots: { listChanged: true } },
    });
  });

  it('puts the name of the server on its questions to the person, and brings the answer back', async () => {
    await start({ elicitation: {} });
    client.answer = () => ({ result: { action: 'accept', content: { sure: true } } });
    await client.request('tools/list');
    const answer = await client.call('odd_odd', { p: 'ask' });
    const asked = await client.see((message) => message.method === 'elicitation/create');
    expect(asked.params?.['message']).toBe('[odd] Sure?');
    expect(textOf(answer)).toBe('asked:{"action":"accept","content":{"sure":true}}');
  });

  it('keeps the environment of the gateway from the upstream', async () => {
    process.env['RELAY_TEST_SECRET'] = 'hidden';
    await start();
    await client.request('tools/list');
    const seen = JSON.parse(textOf(await client.call('odd_odd', { p: 'env' }))) as Record<string, string>;
    expect(seen).not.toHaveProperty('RELAY_TEST_SECRET');
    expect(seen).toMatchObject({ PATH: process.env['PATH'], ODD_LOG: oddLog });
  });
});

describe('own tools and paid calls', () => {
  it('runs an own tool with checked arguments, and says what is wrong with others', async () => {
    await start();
    const good = await client.call('report', { name: 'Ada', times: 2 });
    expect(good.result).toMatchObject({
      content: [{ text: 'hello Ada x2' }],
      structuredContent: { name: 'Ada', times: 2 },
    });
    const { result } = await client.call('report', { times: 0 });
    expect(result).toMatchObject({ isError: true, structuredContent: { code: 'E_ARGUMENTS', tool: 'report' } });
    expect(JSON.stringify(result)).toContain('name: ');
    expect(JSON.stringify(result)).toContain('times: ');
  });

  it('hands a paid call over untouched and never to the upstream', async () => {
    await start({}, { paid: ['odd_odd'] });
    const from = client.messages.length;
    const args = { p: 'result', greenlight: { shot: 's1' } };
    const answer = await client.call('odd_odd', args, { _meta: { progressToken: 4, 'x/id': 'c1' } });
    expect(answer.result?.['structuredContent']).toMatchObject({
      tool: 'odd',
      arguments: args,
      meta: { 'x/id': 'c1' },
      client: { name: 'raw', version: '1', era: '2025' },
    });
    expect(client.messages[from]?.params).toEqual({ progressToken: 4, progress: 1, total: 1 });
    expect(heard().map((message) => message.method)).not.toContain('tools/call');
  });

  it('asks through the dialog of the client, with a deadline of its own', async () => {
    await start({ elicitation: { form: {} } }, { paid: ['odd_odd'], elicitTimeoutMs: 300 });
    client.answer = () => ({ result: { action: 'accept', content: { ok: true } } });
    const answered = await client.call('odd_odd', { ask: ['hero'] });
    expect(answered.result?.['structuredContent']).toMatchObject({
      answers: [{ kind: 'answered', action: 'accept', content: { ok: true } }],
    });
    client.answer = () => ({ ignored: true });
    const hung = await client.call('odd_odd', { ask: ['hero'] });
    expect(hung.result?.['structuredContent']).toMatchObject({ answers: [{ kind: 'unavailable' }] });
  });

  it('knows that a client without a dialog cannot be asked', async () => {
    await start({}, { paid: ['odd_odd'] });
    const { result } = await client.call('odd_odd', { ask: ['hero'] });
    expect(result?.['structuredContent']).toMatchObject({ answers: [{ kind: 'unavailable' }] });
  });
});

describe('the end', () => {
  it('ends cleanly when the client closes its end, and takes the upstreams along', async () => {
    await start();
    await client.request('tools/list');
    expect(await client.close()).toBe(0);
    expect(client.broken).toEqual([]);
  });

  it('still answers what was asked before the end', async () => {
    await start();
    const answer = client.call('odd_odd', { p: 'params' });
    client.process.stdin.end();
    expect(textOf(await answer)).toContain('"name":"odd"');
  });
});
