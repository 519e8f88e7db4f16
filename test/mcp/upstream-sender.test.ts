import type { Server, ServerContext } from '@modelcontextprotocol/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { QuestionBridge } from '../../src/mcp/question-bridge.js';
import { metaOf, progressTo, UpstreamSender } from '../../src/mcp/upstream-sender.js';
import { FakeUpstreams } from '../fixtures/fake-upstreams.js';

const notify = vi.fn(async () => undefined);
const signal = new AbortController().signal;
const context = { mcpReq: { notify, signal, requestState: () => undefined } } as unknown as ServerContext;
const server = { getClientVersion: () => undefined, getClientCapabilities: () => undefined } as unknown as Server;
let upstreams: FakeUpstreams;
let sender: UpstreamSender;

beforeEach(() => {
  notify.mockClear();
  upstreams = new FakeUpstreams();
  sender = new UpstreamSender(upstreams, new QuestionBridge(upstreams));
});

describe('sending on', () => {
  it('keeps the signal of the client in 2025, and asks for progress only when the client wants it', async () => {
    await sender.send({ server, context, era: '2025' }, 'a', 'tools/call', { name: 'x' });
    await sender.send({ server, context, era: '2025' }, 'a', 'tools/call', { name: 'x', _meta: { progressToken: 0 } });
    expect(upstreams.requests.map(({ options }) => options.onProgress !== undefined)).toEqual([false, true]);
    expect(upstreams.requests[0]?.options.signal).toBe(signal);
  });

  it('bridges, in 2026, only requests whose answer may be a question', async () => {
    for (const method of ['tools/call', 'prompts/get', 'resources/read', 'completion/complete']) {
      await sender.send({ server, context, era: '2026' }, 'a', method, {});
    }
    expect(upstreams.requests.map(({ options }) => options.signal === signal)).toEqual([false, false, false, true]);
  });
});

describe('sending on to a server that speaks 2026 as well', () => {
  const asked = {
    mcpReq: {
      ...{ notify, signal },
      envelope: { 'io.modelcontextprotocol/clientInfo': { name: 'c' } },
      inputResponses: { who: { action: 'accept' } },
      requestState: () => 'theirs',
    },
  } as unknown as ServerContext;

  it('sends who asks, the answers and the state of the server as they came', async () => {
    upstreams.era = '2026';
    await sender.send({ server, context: asked, era: '2026' }, 'a', 'tools/call', { name: 'x', _meta: { m: 1 } });
    expect(upstreams.requests[0]).toMatchObject({
      params: {
        name: 'x',
        _meta: { m: 1, 'io.modelcontextprotocol/clientInfo': { name: 'c' } },
        inputResponses: { who: { action: 'accept' } },
        requestState: 'theirs',
      },
      options: { signal, mayAsk: true },
    });
  });

  it('lets only those requests be answered by a question that can be', async () => {
    upstreams.era = '2026';
    await sender.send({ server, context, era: '2026' }, 'a', 'completion/complete', {});
    expect(upstreams.requests[0]?.options.mayAsk).toBe(false);
  });

  it('puts the name of the server on its questions', async () => {
    upstreams.era = '2026';
    const ask = { method: 'elicitation/create', params: { message: 'Sure?' } };
    upstreams.respond = () => ({ kind: 'result', result: { resultType: 'input_required', inputRequests: { ask } } });
    const outcome = await sender.send({ server, context, era: '2026' }, 'a', 'tools/call', {});
    expect(outcome).toMatchObject({ result: { inputRequests: { ask: { params: { message: '[a] Sure?' } } } } });
  });
});

describe('progress', () => {
  it('goes out under the token of the client', () => {
    progressTo(context, { _meta: { progressToken: 'mine' } })({ progressToken: 9, progress: 1, x: 1 });
    expect(notify).toHaveBeenCalledWith({
      method: 'notifications/progress',
      params: { progressToken: 'mine', progress: 1, x: 1 },
    });
  });

  it('is kept back when the client did not ask for it', () => {
    progressTo(context, {})({ progress: 1 });
    expect(notify).not.toHaveBeenCalled();
  });
});

it('the meta of a request is empty where it has none', () => {
  expect(metaOf({})).toEqual({});
  expect(metaOf({ _meta: 'odd' })).toEqual({});
  expect(metaOf({ _meta: { a: 1 } })).toEqual({ a: 1 });
});
