import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import { RawClient } from '../fixtures/raw-client.js';
import type { RawMessage } from '../fixtures/raw-client.js';
import { fixtureServer, RelayBuilder } from '../fixtures/relay.js';

const builder = new RelayBuilder();
const odd = fixtureServer('odd-upstream.mjs');
const reference = fixtureServer('../heavy/parts/reference-server.mjs');
const clients: RawClient[] = [];

afterAll(() => builder.clean());
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

type Server = typeof odd;

interface Step {
  readonly method: string;
  readonly params?: JsonObject;
}

const call = (name: string, args: JsonObject = {}, more: JsonObject = {}): Step => ({
  method: 'tools/call',
  params: { name, arguments: args, ...more },
});
const odds = (p: string, more: JsonObject = {}): Step => call('odd', { p }, more);

const capabilities = { elicitation: { form: {} }, sampling: {}, roots: { listChanged: true } };

/** Answers what servers ask, the same every time. */
function answer({ method, params }: RawMessage): object {
  if (method === 'elicitation/create') return { result: { action: 'accept', content: { sure: true, xMine: 1 } } };
  if (method === 'roots/list') return { result: { roots: [{ uri: 'file:///work', name: 'work' }] } };
  if (method !== 'sampling/createMessage') return { result: { asked: method, params } };
  return { result: { role: 'assistant', model: 'm', content: { type: 'text', text: 'Paris' } } };
}

async function open(server: Server, through: boolean): Promise<RawClient> {
  const straight = { command: server.command, args: [...(server.args ?? [])], folder: builder.folder };
  const client = new RawClient(through ? await builder.make({ servers: { up: { ...server, prefix: '' } } }) : straight);
  client.answer = answer;
  clients.push(client);
  return client;
}

/** The name that the gateway puts before questions to a person is its own; so are lists joined from pages, and its own tool. */
function plain({ id: _id, ...message }: RawMessage): object {
  const text = JSON.stringify(message).replaceAll('"message":"[up] ', '"message":"');
  const said = JSON.parse(text) as RawMessage;
  const tools = said.result?.['tools'];
  if (!Array.isArray(tools)) return said;
  return { tools: tools.filter((tool) => (tool as { name: string }).name !== 'report') };
}

/** What came between a request and its answer, and the answer: all of it, in the order of the wire. */
async function play(client: RawClient, steps: readonly Step[]): Promise<readonly object[]> {
  const heard: object[] = [];
  for (const { method, params } of steps) {
    const from = client.messages.length;
    const last = await client.request(method, params);
    heard.push({ method, said: client.messages.slice(from, client.messages.indexOf(last) + 1).map(plain) });
  }
  return heard;
}

/** The same steps without the gateway and through it. */
async function compare(server: Server, steps: readonly Step[], greet: (client: RawClient) => Promise<unknown>) {
  const [alone, relayed] = await Promise.all(
    [false, true].map(async (through) => {
      const client = await open(server, through);
      await greet(client);
      return play(client, steps);
    }),
  );
  expect(relayed).toEqual(alone);
  return alone;
}

const greet2025 = (client: RawClient): Promise<unknown> => client.initialize(capabilities);

describe('what a client of 2025 hears is the same with and without the gateway', () => {
  it('for unusual traffic: unknown types, keys, methods, errors, bursts of progress, questions', async () => {
    const meta = { 'com.acme/trace': 'T', traceparent: '00-a', progressToken: 'tok' };
    const heard = await compare(
      odd,
      [
        ...['result', 'error', 'customError', 'notify', 'ask', 'vendorAsk', 'tail'].map((p) => odds(p)),
        odds('params', { xParam: 7, _meta: { 'com.acme/trace': 'T' } }),
        odds('burst', { _meta: meta }),
        odds('task', { task: { ttl: 60_000 } }),
        { method: 'tasks/get', params: { taskId: 't1', xAsk: [1] } },
        { method: 'tasks/none', params: { taskId: 't1' } },
        { method: 'acme/vendor', params: { k: { z: 1, a: null } } },
        { method: 'acme/vendor' },
        { method: 'nobody/knows', params: {} },
        { method: 'ping' },
        { method: 'logging/setLevel', params: { level: 'debug' } },
      ],
      greet2025,
    );
    expect(JSON.stringify(heard)).toContain('"progress":20');
  });

  it('for everything a server of the library offers', async () => {
    const ref = { type: 'ref/prompt', name: 'test_prompt_with_arguments' };
    const token = { _meta: { progressToken: 'p-1' } };
    const heard = await compare(
      reference,
      [
        { method: 'tools/list', params: {} },
        ...['simple_text', 'image_content', 'audio_content', 'embedded_resource', 'multiple_content_types'].map(
          (kind) => call(`test_${kind}`),
        ),
        call('test_error_handling'),
        call('test_tool_with_logging'),
        call('test_tool_with_progress', {}, token),
        call('test_sampling', { prompt: 'capital?' }),
        call('test_elicitation', { message: 'Who?' }),
        call('test_elicitation', { wrong: true }),
        call('test_input_required_result_multiple_inputs'),
        { method: 'resources/list' },
        { method: 'resources/templates/list' },
        { method: 'resources/read', params: { uri: 'test://static-text' } },
        { method: 'resources/read', params: { uri: 'test://static-binary' } },
        { method: 'resources/read', params: { uri: 'test://template/7/data' } },
        { method: 'resources/read', params: { uri: 'test://nowhere' } },
        { method: 'resources/subscribe', params: { uri: 'test://watched-resource' } },
        { method: 'resources/unsubscribe', params: { uri: 'test://watched-resource' } },
        { method: 'prompts/list' },
        { method: 'prompts/get', params: { name: 'test_prompt_with_arguments', arguments: { arg1: 'a', arg2: 'b' } } },
        { method: 'prompts/get', params: { name: 'test_prompt_with_image' } },
        { method: 'prompts/get', params: { name: 'test_prompt_with_arguments', arguments: {} } },
        { method: 'completion/complete', params: { ref, argument: { name: 'arg1', value: 'Pa' } } },
        call('test_trigger_tool_change'),
        call('test_trigger_prompt_change'),
      ],
      greet2025,
    );
    expect(JSON.stringify(heard)).toContain('roots/list');
  });
});

describe('what a client of 2026 hears is the same with and without the gateway', () => {
  const envelope = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': capabilities,
    'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1' },
  };
  const enveloped = ({ method, params = {} }: Step, meta: JsonObject = {}): Step => ({
    method,
    params: { ...params, _meta: { ...envelope, ...meta } },
  });
  const greet2026 = (client: RawClient): Promise<unknown> => client.request('server/discover', { _meta: envelope });

  it('for everything a server of the library offers', async () => {
    const log = { 'io.modelcontextprotocol/logLevel': 'info' };
    const name = { user_name: { action: 'accept', content: { name: 'Ada' } } };
    const steps = [
      ...['simple_text', 'image_content', 'audio_content', 'multiple_content_types'].map((kind) =>
        call(`test_${kind}`),
      ),
      call('test_error_handling'),
      call('test_logging_tool'),
      call('test_input_required_result_elicitation'),
      call('test_input_required_result_elicitation', {}, { inputResponses: name }),
      call('test_input_required_result_sampling'),
      call('test_input_required_result_tampered_state', {}, { requestState: 'made-up', inputResponses: name }),
      call('test_elicitation', { message: 'Who?' }),
      call('test_x_mcp_header', { region: 'eu' }),
      { method: 'resources/read', params: { uri: 'test://static-text' } },
      { method: 'resources/read', params: { uri: 'test://template/7/data' } },
      { method: 'prompts/get', params: { name: 'test_input_required_result_prompt' } },
      { method: 'prompts/get', params: { name: 'test_simple_prompt' } },
    ].map((step) => enveloped(step));
    const more = [
      enveloped(call('test_logging_tool'), log),
      enveloped(call('test_tool_with_progress'), { progressToken: 'p-1' }),
    ];
    const heard = await compare(reference, [...steps, ...more], greet2026);
    expect(JSON.stringify(heard)).toContain('"progress":100');
  });

  it('when lists change: on the stream that listens for it', async () => {
    const changes = await Promise.all(
      [false, true].map(async (through) => {
        const client = await open(reference, through);
        await greet2026(client);
        const wanted = { toolsListChanged: true, promptsListChanged: true };
        client.send({ id: 'ear', ...enveloped({ method: 'subscriptions/listen', params: { notifications: wanted } }) });
        await client.see(({ method }) => method === 'notifications/subscriptions/acknowledged');
        const { method, params } = enveloped(call('test_trigger_tool_change'));
        await client.request(method, params);
        return plain(await client.see((message) => message.method === 'notifications/tools/list_changed'));
      }),
    );
    expect(changes[1]).toEqual(changes[0]);
  });
});
