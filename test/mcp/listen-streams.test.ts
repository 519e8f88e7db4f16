import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ListenStreams } from '../../src/mcp/listen-streams.js';

const follow = vi.fn();
let streams: ListenStreams;
const listen = (id: number, ...uris: unknown[]): void =>
  streams.hear({ id, method: 'subscriptions/listen', params: { notifications: { resourceSubscriptions: uris } } });
const cancel = (requestId: number): void => streams.hear({ method: 'notifications/cancelled', params: { requestId } });

beforeEach(() => {
  follow.mockReset();
  streams = new ListenStreams(follow);
});

describe('streams that name resources', () => {
  it('begin to follow each once, and end with the last stream that wants it', () => {
    listen(1, 'x://a', 'x://b');
    listen(2, 'x://b');
    expect(follow.mock.calls).toEqual([
      ['x://a', true],
      ['x://b', true],
    ]);
    follow.mockReset();
    cancel(1);
    expect(follow.mock.calls).toEqual([['x://a', false]]);
    cancel(2);
    expect(follow.mock.calls.at(-1)).toEqual(['x://b', false]);
  });

  it('are not made of other messages, or of what is no address', () => {
    listen(1, 7, null);
    streams.hear({ id: 2, method: 'tools/list' });
    streams.hear({ id: 3, method: 'subscriptions/listen', params: { notifications: { toolsListChanged: true } } });
    cancel(3);
    cancel(99);
    expect(follow).not.toHaveBeenCalled();
  });
});
