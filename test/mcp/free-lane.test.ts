import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaneListener, RawAnswer, Upstreams, UpstreamTool } from '../../src/gate/upstream-port.js';
import type { FaceOptions } from '../../src/mcp/face-options.js';
import { FreeLane } from '../../src/mcp/free-lane.js';
import type { JsonObject } from '../../src/model/json.js';

const none = (): void => undefined;
const log = { debug: none, info: none, warn: none, error: none };
const tool: UpstreamTool = { server: 'up', name: 'status', exposed: 'up_status', definition: {} };
const cancel = vi.fn();
let written: string[];
let listeners: LaneListener[];
let sent: { params: JsonObject; withProgress: boolean }[];
let connected: boolean;
let isJudged: boolean;
let isPaid: (tool: UpstreamTool, args: unknown) => boolean;
let watch: ((result: JsonObject) => void) | undefined;
let lighten: FaceOptions['lighten'];
let lane: FreeLane;

/** A line in two pieces at each side of its id. */
function rawAnswer(line: string, id: string): RawAnswer {
  const inTwo = (text: string): Buffer[] => {
    const bytes = Buffer.from(text);
    return [bytes.subarray(0, 3), bytes.subarray(3)];
  };
  const [before = '', after = ''] = line.split(id);
  return { before: inTwo(before), after: inTwo(after), length: Buffer.byteLength(line) };
}

beforeEach(() => {
  written = [];
  listeners = [];
  sent = [];
  connected = true;
  isJudged = true;
  isPaid = () => false;
  watch = undefined;
  lighten = undefined;
  cancel.mockReset();
  const upstreams = {
    findTool: (exposed: string) => (exposed === tool.exposed ? tool : undefined),
    lane: () =>
      connected
        ? {
            call: (params: JsonObject, withProgress: boolean, listener: LaneListener) => {
              sent.push({ params, withProgress });
              listeners.push(listener);
              return { cancel };
            },
          }
        : undefined,
  } as unknown as Upstreams;
  lane = new FreeLane({
    upstreams,
    log,
    isJudged: () => isJudged,
    isPaid: (...given) => isPaid(...given),
    watch: () => watch,
    get lighten() {
      return lighten;
    },
    writeLine: (parts) => void written.push(Buffer.concat(parts).toString()),
  });
  lane.enabled = true;
});

const call = (extra: object = {}): JsonObject => ({
  jsonrpc: '2.0',
  id: 'a"1',
  method: 'tools/call',
  params: { name: 'up_status', arguments: { job: 1 }, ...extra },
});

describe('the free lane', () => {
  it('leaves the calls of a tool that was not compared with its pin yet to the long way', () => {
    isJudged = false;
    expect(lane.take(call())).toBe(false);
    isJudged = true;
    expect(lane.take(call())).toBe(true);
  });

  it('sends the call under the name of the upstream, and everything else as it is', () => {
    expect(lane.take(call({ _meta: { t: 1 }, task: { ttl: 5 } }))).toBe(true);
    expect(sent).toEqual([
      { params: { name: 'status', arguments: { job: 1 }, _meta: { t: 1 }, task: { ttl: 5 } }, withProgress: false },
    ]);
    expect(lane.openCalls).toBe(1);
  });

  it('leaves a call with hints to the long way, which takes them out', () => {
    expect(lane.take(call({ arguments: { job: 1, greenlight: {} } }))).toBe(false);
    expect(sent).toEqual([]);
  });

  it('leaves a call that names a kept output to the long way, which puts in what the tool wants', () => {
    expect(lane.take(call({ arguments: { image: 'greenlight://asset/ab12ab12ab12' } }))).toBe(false);
    expect(sent).toEqual([]);
  });

  describe('with an answer that may be too large', () => {
    const line = '{"result":{"x":  1.0,"data":"AAAA"},"id":77,"jsonrpc":"2.0"}';
    const answer = (): void => listeners[0]?.answer(rawAnswer(line, '77'));

    it('leaves it as it is where it is short, without looking into it', () => {
      lighten = { aboveBytes: line.length, result: () => Promise.reject(new Error('looked')) };
      lane.take(call());
      answer();
      expect(written).toEqual([line.replace('77', '"a\\"1"')]);
    });

    it.each<[string, () => Promise<JsonObject | undefined>]>([
      ['there is nothing to take out', () => Promise.resolve(undefined)],
      ['that fails', () => Promise.reject(new Error('broken'))],
    ])('writes it with nothing but the id changed where %s', async (_, result) => {
      const heard = vi.fn();
      watch = heard;
      lighten = { aboveBytes: 10, result };
      lane.take(call());
      answer();
      await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ x: 1, data: 'AAAA' }));
      expect(written).toEqual([line.replace('77', '"a\\"1"')]);
      expect(lane.openCalls).toBe(0);
    });

    it('writes the lighter one, while whoever watches hears it whole', async () => {
      const heard = vi.fn();
      watch = heard;
      lighten = { aboveBytes: 10, result: async (_tool, { x }) => ({ x, data: 'a link' }) };
      lane.take(call());
      answer();
      expect(lane.openCalls).toBe(1);
      await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ x: 1, data: 'AAAA' }));
      const result = { x: 1, data: 'a link' };
      expect(written.map((each) => JSON.parse(each) as object)).toEqual([{ jsonrpc: '2.0', id: 'a"1', result }]);
    });

    it('writes nothing when the call was given up meanwhile', async () => {
      const heard = vi.fn();
      watch = heard;
      lighten = { aboveBytes: 10, result: async () => ({}) };
      lane.take(call());
      answer();
      lane.take({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'a"1' } });
      await vi.waitFor(() => expect(heard).toHaveBeenCalled());
      expect(written).toEqual([]);
    });
  });

  it('writes the answer with nothing but the id changed', () => {
    lane.take(call());
    const line = '{"result":{"x":  1.0,"é":[]},"id":77,"jsonrpc":"2.0"}';
    listeners[0]?.answer(rawAnswer(line, '77'));
    expect(written).toEqual([line.replace('77', '"a\\"1"')]);
    expect(lane.openCalls).toBe(0);
  });

  it('puts the token of the client on progress', () => {
    lane.take(call({ _meta: { progressToken: 0 } }));
    expect(sent[0]?.withProgress).toBe(true);
    listeners[0]?.progress({ progressToken: 99, progress: 1, x: 2 });
    expect(JSON.parse(written[0]!)).toEqual({
      jsonrpc: '2.0',
      method: 'notifications/progress',
      params: { progressToken: 0, progress: 1, x: 2 },
    });
  });

  it('turns a lost call into a tool error that says so', () => {
    lane.take(call());
    listeners[0]?.failed({ kind: 'lost', server: 'up', why: 'closed', message: 'The server "up" ended.' });
    expect(JSON.parse(written[0]!)).toMatchObject({ id: 'a"1', result: { isError: true } });
    expect(written[0]).toContain('E_UPSTREAM_LOST The server \\"up\\" ended.');
  });

  it('takes the cancellation of its own calls only', () => {
    const cancelled = (requestId: string) => ({
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId, reason: 'r' },
    });
    lane.take(call());
    expect(lane.take(cancelled('other'))).toBe(false);
    expect(lane.take(cancelled('a"1'))).toBe(true);
    expect(cancel).toHaveBeenCalledExactlyOnceWith('r');
    expect(lane.take(cancelled('a"1'))).toBe(false);
  });

  it('shows a watched answer to the watcher, after the client has it', () => {
    const seen: unknown[] = [];
    watch = (result) => void seen.push([result, written.length]);
    lane.take(call());
    listeners[0]?.answer(rawAnswer('{"jsonrpc":"2.0","id":7,"result":{"done":true}}', '7'));
    expect(seen).toEqual([[{ done: true }, 1]]);
  });

  it.each<[string, () => JsonObject]>([
    ['a paid call', () => ((isPaid = () => true), call())],
    [
      'a call whose price cannot be told',
      () => (
        (isPaid = () => {
          throw new Error('?');
        }),
        call()
      ),
    ],
    ['a call to a server that is not connected', () => ((connected = false), call())],
    ['a call of an unknown tool', () => call({ name: 'report' })],
    ['a call without an id', () => ({ ...call(), id: undefined })],
    ['another request', () => ({ ...call(), method: 'tools/list' })],
    ['anything before the handshake', () => ((lane.enabled = false), call())],
  ])('leaves %s to the long way', (_what, make) => {
    expect(lane.take(make())).toBe(false);
    expect(sent).toEqual([]);
  });
});
