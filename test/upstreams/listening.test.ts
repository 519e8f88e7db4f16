import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Listening, withoutSubscription } from '../../src/upstreams/listening.js';

type Cause = 'local' | 'graceful' | 'remote';

interface Stream {
  readonly filter: object;
  readonly close: ReturnType<typeof vi.fn>;
  end(cause: Cause): void;
}

const streams: Stream[] = [];
const failed = vi.fn();
const client = {
  listen: vi.fn(async (filter: object) => {
    let end: (cause: Cause) => void = () => undefined;
    const closed = new Promise<Cause>((resolve) => (end = resolve));
    const stream = { filter, close: vi.fn(async () => undefined), closed, honoredFilter: filter, end };
    streams.push(stream);
    return stream;
  }),
};
const everything = { tools: { listChanged: true }, prompts: { listChanged: false }, resources: { listChanged: true } };
let listening: Listening;

beforeEach(() => {
  vi.useFakeTimers();
  streams.length = 0;
  failed.mockReset();
  listening = new Listening(client, failed);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('listening for changes', () => {
  it('names the lists that the server announces', async () => {
    listening.begin(everything);
    await vi.advanceTimersByTimeAsync(0);
    expect(streams.map(({ filter }) => filter)).toEqual([{ toolsListChanged: true, resourcesListChanged: true }]);
  });

  it('opens nothing for a server that announces nothing', async () => {
    listening.begin({ tools: {} });
    await vi.advanceTimersByTimeAsync(0);
    expect(streams).toEqual([]);
  });

  it('takes subscriptions to resources, each with a new stream that takes the place of the old one', async () => {
    listening.begin(everything);
    expect(listening.take('resources/subscribe', { uri: 'x://a' })).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(streams.at(-1)?.filter).toMatchObject({ toolsListChanged: true, resourceSubscriptions: ['x://a'] });
    expect(streams[0]?.close).toHaveBeenCalledOnce();
    expect(listening.take('resources/unsubscribe', { uri: 'x://a' })).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(streams.at(-1)?.filter).not.toHaveProperty('resourceSubscriptions');
    expect(listening.take('resources/read', { uri: 'x://a' })).toBe(false);
    expect(listening.take('resources/subscribe', {})).toBe(false);
  });

  it('opens a stream again that the server ended, after a while', async () => {
    listening.begin(everything);
    await vi.advanceTimersByTimeAsync(0);
    streams[0]?.end('remote');
    await vi.advanceTimersByTimeAsync(4999);
    expect(streams).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(streams).toHaveLength(2);
  });

  it('says when it cannot', async () => {
    client.listen.mockRejectedValueOnce(new Error('no'));
    listening.begin(everything);
    await vi.advanceTimersByTimeAsync(0);
    expect(failed).toHaveBeenCalledOnce();
  });
});

it('what comes on a stream loses the mark of the stream, and nothing else', () => {
  const mark = { 'io.modelcontextprotocol/subscriptionId': 'listen:0' };
  expect(withoutSubscription({ uri: 'x', _meta: { ...mark, a: 1 } })).toEqual({ uri: 'x', _meta: { a: 1 } });
  expect(withoutSubscription({ _meta: mark })).toBeUndefined();
  const plain = { uri: 'x', _meta: { a: 1 } };
  expect(withoutSubscription(plain)).toBe(plain);
  expect(withoutSubscription(undefined)).toBeUndefined();
});
