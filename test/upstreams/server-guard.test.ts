import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UpstreamFailure, UpstreamOutcome } from '../../src/gate/upstream-port.js';
import { ServerGuard, type GuardOptions, type Place } from '../../src/upstreams/server-guard.js';

const well: UpstreamOutcome = { kind: 'result', result: { isError: true } };
const failing = (failure: Partial<UpstreamFailure> = {}): UpstreamOutcome => ({
  kind: 'failure',
  failure: { kind: 'lost', server: 'up', why: 'closed', message: 'it ended', ...failure },
});
const open = (options: Partial<GuardOptions> = {}): ServerGuard =>
  new ServerGuard({ concurrent: 2, failures: 3, restMs: 1000, ...options });

function leave(place: Place): void {
  if (place.kind !== 'go') throw new Error(`no place: ${place.kind}`);
  place.leave();
}

/** Lets everything that is only waiting for its turn in the queue of tasks run. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('places at a server', () => {
  it('are given in the order of asking, and no more at once than allowed', async () => {
    const guard = open();
    const [first, second] = [await guard.enter(), await guard.enter()];
    const order: string[] = [];
    const third = guard.enter().then((place) => (order.push('third'), place));
    const fourth = guard.enter().then((place) => (order.push('fourth'), place));
    await settled();
    expect(order).toEqual([]);
    leave(first);
    await settled();
    expect(order).toEqual(['third']);
    leave(second);
    leave(await third);
    await settled();
    expect(order).toEqual(['third', 'fourth']);
    leave(await fourth);
  });

  it('are not waited for longer than the patience lasts, and a place that comes too late is passed on', async () => {
    const guard = open({ concurrent: 1, patienceMs: 500 });
    const first = await guard.enter();
    const late = guard.enter();
    await vi.advanceTimersByTimeAsync(500);
    expect(await late).toEqual({ kind: 'busy' });
    leave(first);
    await settled();
    leave(await guard.enter());
  });

  it('are refused at once when too many wait already', async () => {
    const guard = open({ concurrent: 1, queued: 1 });
    const first = await guard.enter();
    const second = guard.enter();
    expect(await guard.enter()).toEqual({ kind: 'busy' });
    leave(first);
    leave(await second);
  });
});

describe('a server that fails', () => {
  it.each([
    ['it ends before it answers', failing()],
    ['it gives no answer in time', failing({ why: 'timeout' })],
    ['it cannot be reached', failing({ kind: 'not-sent', why: undefined })],
    ['it answers with a server error', failing({ kind: 'protocol-error', data: { httpStatus: 503 } })],
  ])('is left alone when %s several times in a row, and tried with one call afterwards', async (_, failure) => {
    const onRest = vi.fn();
    const guard = open({ onRest });
    for (let count = 0; count < 3; count += 1) guard.note(failure);
    await settled();
    expect(onRest).toHaveBeenCalledWith({ until: Date.now() + 1000, why: 'it ended' });
    expect(await guard.enter()).toMatchObject({ kind: 'resting', rest: { why: 'it ended' } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(guard.resting()).toBeUndefined();
    const trial = await guard.enter();
    expect((await guard.enter()).kind).toBe('resting');
    guard.note(well);
    leave(trial);
    await settled();
    expect(onRest).toHaveBeenLastCalledWith(undefined);
    leave(await guard.enter());
    leave(await guard.enter());
  });

  it('rests again when the trial fails', async () => {
    const guard = open();
    for (let count = 0; count < 3; count += 1) guard.note(failing());
    await vi.advanceTimersByTimeAsync(1000);
    const trial = await guard.enter();
    guard.note(failing());
    leave(trial);
    await settled();
    expect((await guard.enter()).kind).toBe('resting');
  });

  it('is not worn out by a trial that was never sent', async () => {
    const guard = open();
    for (let count = 0; count < 3; count += 1) guard.note(failing());
    await vi.advanceTimersByTimeAsync(1000);
    leave(await guard.enter());
    leave(await guard.enter());
  });

  it.each([
    ['an answer, even one that tells an error', well],
    ['an error of the protocol', failing({ kind: 'protocol-error', code: -32602 })],
    ['a request that the server itself refused', failing({ kind: 'protocol-error', data: { httpStatus: 429 } })],
    ['a wait that the caller ended', failing({ why: 'stopped' })],
  ])('is well after %s', async (_, outcome) => {
    const guard = open();
    for (const each of [failing(), failing(), outcome, failing(), failing()]) {
      guard.note(each);
      await settled();
    }
    expect(guard.resting()).toBeUndefined();
  });

  it('lets nobody on who waited for a place while it began to rest', async () => {
    const guard = open({ concurrent: 1 });
    const first = await guard.enter();
    const second = guard.enter();
    for (let count = 0; count < 3; count += 1) guard.note(failing());
    await settled();
    leave(first);
    expect((await second).kind).toBe('resting');
  });
});
