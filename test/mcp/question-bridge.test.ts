import type { ServerContext } from '@modelcontextprotocol/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UpstreamOutcome } from '../../src/gate/upstream-port.js';
import { QuestionBridge } from '../../src/mcp/question-bridge.js';
import type { BridgedRequest } from '../../src/mcp/question-bridge.js';
import { FakeUpstreams } from '../fixtures/fake-upstreams.js';

let upstreams: FakeUpstreams;
let bridge: QuestionBridge;
let finish: (outcome: UpstreamOutcome) => void;
const never = new AbortController().signal;
const result = (value: object): UpstreamOutcome => ({ kind: 'result', result: { ...value } });

function run(
  state?: unknown,
  inputResponses?: object,
  more: Partial<BridgedRequest> = {},
  signal = never,
): BridgedRequest {
  const context = { mcpReq: { requestState: () => state, inputResponses, signal } } as unknown as ServerContext;
  const capabilities = { elicitation: {}, sampling: {} };
  return {
    server: 'a',
    method: 'tools/call',
    params: { name: 'x' },
    context,
    capabilities,
    onProgress: undefined,
    ...more,
  };
}

beforeEach(() => {
  upstreams = new FakeUpstreams();
  upstreams.respond = () => new Promise((resolve) => (finish = resolve));
  bridge = new QuestionBridge(upstreams);
});

describe('the bridge between the eras', () => {
  it('gives the outcome of a call that asks nothing', async () => {
    const answer = bridge.send(run());
    finish(result({ done: 1 }));
    expect(await answer).toEqual(result({ done: 1 }));
  });

  it('turns questions into a result, and the answers of the next run into answers', async () => {
    const first = bridge.send(run());
    const asked = bridge.ask('a', 'elicitation/create', { message: 'Sure?' }, never);
    const outcome = await first;
    const parked = outcome.kind === 'result' ? outcome.result : {};
    expect(parked).toMatchObject({
      resultType: 'input_required',
      inputRequests: { 'elicitation-1': { method: 'elicitation/create', params: { message: 'Sure?' } } },
    });
    const second = bridge.send(run(parked['requestState'], { 'elicitation-1': { action: 'accept' } }));
    expect(await asked).toEqual({ action: 'accept' });
    finish(result({ done: 2 }));
    expect(await second).toEqual(result({ done: 2 }));
    expect(upstreams.requests).toHaveLength(1);
  });

  it('asks again what the client came back without', async () => {
    const first = bridge.send(run());
    void bridge.ask('a', 'sampling/createMessage', undefined, never);
    const outcome = await first;
    const state = outcome.kind === 'result' ? outcome.result['requestState'] : undefined;
    expect(await bridge.send(run(state, {}))).toMatchObject({
      result: { inputRequests: { 'sampling-1': { method: 'sampling/createMessage' } } },
    });
  });

  it('refuses questions that belong to no call, that the client cannot answer, or that it does not know', async () => {
    const refused = { code: -32601 };
    await expect(bridge.ask('a', 'elicitation/create', {}, never)).rejects.toMatchObject(refused);
    void bridge.send(run());
    await expect(bridge.ask('b', 'elicitation/create', {}, never)).rejects.toMatchObject(refused);
    await expect(bridge.ask('a', 'roots/list', {}, never)).rejects.toMatchObject(refused);
    await expect(bridge.ask('a', 'acme/ask', {}, never)).rejects.toMatchObject(refused);
  });

  it('refuses a state it does not know: what was asked for with it is not begun anew', async () => {
    const answers = { 'elicitation-1': { action: 'accept' } };
    await expect(bridge.send(run('open.made-up', answers))).rejects.toMatchObject({ code: -32602 });
    expect(upstreams.requests).toHaveLength(0);
  });

  it('gives another state with each round, and the old one is spent', async () => {
    const stateOf = (outcome: UpstreamOutcome): unknown =>
      outcome.kind === 'result' ? outcome.result['requestState'] : undefined;
    const first = bridge.send(run());
    void bridge.ask('a', 'sampling/createMessage', undefined, never);
    const one = stateOf(await first);
    const two = stateOf(await bridge.send(run(one, {})));
    expect(two).not.toBe(one);
    await expect(bridge.send(run(one, {}))).rejects.toMatchObject({ code: -32602 });
  });

  it('stops the call when the client stops', async () => {
    const stop = new AbortController();
    void bridge.send(run(undefined, undefined, {}, stop.signal));
    expect(upstreams.requests[0]?.options.signal?.aborted).toBe(false);
    stop.abort();
    expect(upstreams.requests[0]?.options.signal?.aborted).toBe(true);
  });

  it('relays progress to the run that waits', async () => {
    const seen: unknown[] = [];
    void bridge.send(run(undefined, undefined, { onProgress: (params) => void seen.push(params) }));
    upstreams.requests[0]?.options.onProgress?.({ progress: 1 });
    expect(seen).toEqual([{ progress: 1 }]);
  });
});
