import { beforeEach, describe, expect, it, vi } from 'vitest';
import { QuestionBridge } from '../../src/mcp/question-bridge.js';
import { Relay } from '../../src/mcp/relay.js';
import { UpstreamSender } from '../../src/mcp/upstream-sender.js';
import { faceOptions, meetFace } from '../fixtures/face-client.js';
import { FakeUpstreams, fakeTool } from '../fixtures/fake-upstreams.js';
import type { FakeRequest } from '../fixtures/fake-upstreams.js';

let upstreams: FakeUpstreams;
const sent = () => upstreams.requests.map(({ server, method, params }) => [server, method, params]);
const bridge = () => new QuestionBridge(upstreams);
const failure = (server: string, code: number) =>
  ({ kind: 'failure', failure: { kind: 'protocol-error', server, code, message: `no ${server}` } }) as const;

beforeEach(() => {
  upstreams = new FakeUpstreams();
  upstreams.promptList = [fakeTool('a', 'draft')];
  upstreams.resourceList = [{ server: 'b', definition: { uri: 'b://page' } }];
  upstreams.templateList = [
    { server: 'a', definition: { uriTemplate: 'x://{id}' } },
    { server: 'b', definition: { uriTemplate: 'y://{id}' } },
  ];
  upstreams.respond = ({ server }: FakeRequest) => ({ kind: 'result', result: { from: server } });
});

describe('a prompt', () => {
  it('is got from its server under its own name', async () => {
    const { ask } = await meetFace(faceOptions(upstreams));
    expect(await ask('prompts/get', { name: 'a_draft', arguments: { topic: 't' }, x: 1 })).toEqual({ from: 'a' });
    expect(sent()).toEqual([['a', 'prompts/get', { name: 'draft', arguments: { topic: 't' }, x: 1 }]]);
  });

  it('of the gateway itself is made here', async () => {
    const ownPrompts = [{ definition: { name: 'plan' }, get: async (args: object) => ({ messages: [], args }) }];
    const { ask } = await meetFace(faceOptions(upstreams, { ownPrompts }));
    expect(await ask('prompts/get', { name: 'plan', arguments: { a: '1' } })).toMatchObject({ args: { a: '1' } });
    expect(sent()).toEqual([]);
  });

  it('that nobody has is an error', async () => {
    const { ask } = await meetFace(faceOptions(upstreams));
    await expect(ask('prompts/get', { name: 'nobody' })).rejects.toMatchObject({ code: -32602 });
  });
});

describe('a resource', () => {
  it('that is listed is read from the server that lists it', async () => {
    const { ask } = await meetFace(faceOptions(upstreams));
    expect(await ask('resources/read', { uri: 'b://page' })).toEqual({ from: 'b' });
    expect(await ask('resources/subscribe', { uri: 'b://page' })).toEqual({ from: 'b' });
  });

  it('is followed at the server that has it, or by the gateway itself', async () => {
    const subscribe = vi.fn();
    const ownResources = {
      list: async () => [],
      templates: async () => [],
      read: async () => undefined,
      owns: (uri: string) => uri.startsWith('greenlight://'),
      onMoved: () => undefined,
      subscribe,
    };
    const relay = new Relay(
      faceOptions(upstreams, { ownResources }),
      new UpstreamSender(upstreams, new QuestionBridge(upstreams)),
    );
    await relay.follow('b://page', true);
    await relay.follow('b://page', false);
    await relay.follow('greenlight://budget', true);
    expect(sent()).toEqual([
      ['b', 'resources/subscribe', { uri: 'b://page' }],
      ['b', 'resources/unsubscribe', { uri: 'b://page' }],
    ]);
    expect(subscribe).toHaveBeenCalledExactlyOnceWith('greenlight://budget', true);
  });

  it('behind a template is asked for in order until a server has it', async () => {
    upstreams.respond = ({ server }) =>
      server === 'a' ? failure('a', -32002) : { kind: 'result', result: { from: 'b' } };
    const { ask } = await meetFace(faceOptions(upstreams));
    expect(await ask('resources/read', { uri: 'y://7' })).toEqual({ from: 'b' });
    expect(sent().map(([server]) => server)).toEqual(['a', 'b']);
  });

  it('that no server has is the error of the last one', async () => {
    upstreams.respond = ({ server }) => failure(server, -32602);
    const { ask } = await meetFace(faceOptions(upstreams));
    await expect(ask('resources/read', { uri: 'z://7' })).rejects.toMatchObject({ code: -32602, message: 'no b' });
  });

  it('of the gateway itself never goes to a server, existing or not', async () => {
    const ownResources = {
      list: async () => [],
      templates: async () => [],
      owns: (uri: string) => uri.startsWith('greenlight://'),
      subscribe: () => undefined,
      onMoved: () => undefined,
      read: async (uri: string) => (uri.endsWith('budget') ? [{ uri, text: '5' }] : undefined),
    };
    const { ask } = await meetFace(faceOptions(upstreams, { ownResources }));
    expect(await ask('resources/read', { uri: 'greenlight://budget' })).toEqual({
      contents: [{ uri: 'greenlight://budget', text: '5' }],
    });
    await expect(ask('resources/read', { uri: 'greenlight://none' })).rejects.toThrow('Resource not found');
    expect(await ask('resources/subscribe', { uri: 'greenlight://budget' })).toEqual({});
    expect(sent()).toEqual([]);
  });
});

describe('a completion', () => {
  it('goes to the server of the prompt, or of the template', async () => {
    const { ask } = await meetFace(faceOptions(upstreams));
    const argument = { name: 'topic', value: 't' };
    await ask('completion/complete', { ref: { type: 'ref/prompt', name: 'a_draft' }, argument });
    await ask('completion/complete', { ref: { type: 'ref/resource', uri: 'y://{id}' }, argument });
    expect(sent()).toEqual([
      ['a', 'completion/complete', { ref: { type: 'ref/prompt', name: 'draft' }, argument }],
      ['b', 'completion/complete', { ref: { type: 'ref/resource', uri: 'y://{id}' }, argument }],
    ]);
  });

  it('for what nobody knows is empty', async () => {
    const { ask } = await meetFace(faceOptions(upstreams));
    const params = { ref: { type: 'ref/prompt', name: 'nobody' }, argument: { name: 'a', value: '' } };
    expect(await ask('completion/complete', params)).toEqual({ completion: { values: [] } });
  });
});

describe('other requests', () => {
  it('set the log level of the servers that are connected', async () => {
    const status = { target: '', tools: 0, cached: false, problems: [] };
    upstreams.statuses = [
      { ...status, server: 'a', state: 'ready' },
      { ...status, server: 'b', state: 'idle' },
    ];
    const { ask } = await meetFace(faceOptions(upstreams));
    expect(await ask('logging/setLevel', { level: 'info' })).toEqual({});
    expect(sent()).toEqual([['a', 'logging/setLevel', { level: 'info' }]]);
  });

  it('of an unknown method go to the only server, and nowhere when there are more', async () => {
    await expect((await meetFace(faceOptions(upstreams))).ask('acme/x', {})).rejects.toMatchObject({ code: -32601 });
    upstreams.servers = ['a'];
    expect(await (await meetFace(faceOptions(upstreams))).ask('acme/x', { k: 1 })).toEqual({ from: 'a' });
  });

  it('are not passed on where nobody said that they are free', async () => {
    const relayRefusal = async (server: string) => (server === 'a' ? 'not that one' : undefined);
    const { ask } = await meetFace(faceOptions(upstreams, { relayRefusal }));
    const refused = { code: -32601, message: 'not that one' };
    await expect(ask('prompts/get', { name: 'a_draft' })).rejects.toMatchObject(refused);
    expect(await ask('resources/read', { uri: 'b://page' })).toEqual({ from: 'b' });
    expect(sent().map(([server]) => server)).toEqual(['b']);
  });
});

describe('a notification of the client', () => {
  const status = { state: 'ready', target: '', tools: 0, cached: false, problems: [] } as const;
  const relayRefusal = async (server: string, method: string) => (server === 'a' ? `no ${method}` : undefined);

  it('goes to every server when the protocol defines it', async () => {
    const relay = new Relay(faceOptions(upstreams, { relayRefusal }), new UpstreamSender(upstreams, bridge()));
    await relay.notification('notifications/roots/list_changed', undefined);
    expect(upstreams.notified).toEqual([{ method: 'notifications/roots/list_changed', params: undefined }]);
  });

  it('of a vendor goes to the connected servers that may have it, and the log says to which it did not', async () => {
    upstreams.statuses = [
      { ...status, server: 'a' },
      { ...status, server: 'b' },
      { ...status, server: 'c', state: 'idle' },
    ];
    const log = { ...faceOptions(upstreams).log, warn: vi.fn() };
    const relay = new Relay(faceOptions(upstreams, { relayRefusal, log }), new UpstreamSender(upstreams, bridge()));
    await relay.notification('notifications/acme', { k: 1 });
    expect(upstreams.notified).toEqual([{ method: 'notifications/acme', params: { k: 1 }, server: 'b' }]);
    const told = { server: 'a', method: 'notifications/acme', why: 'no notifications/acme' };
    expect(log.warn).toHaveBeenCalledWith(told, expect.any(String));
  });
});
