import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Jobs } from '../src/gate/jobs.js';
import type { Log } from '../src/gate/log-port.js';
import { watchJobs } from '../src/watch-jobs.js';

const idleMs = 20_000;

function fakeLog() {
  const warnings: unknown[] = [];
  const none = (): void => undefined;
  const log: Log = { debug: none, info: none, error: none, warn: (...said: unknown[]) => void warnings.push(said) };
  return { log, warnings };
}

/** Jobs that only count their rounds; each says when the next is due. */
function open(next: () => Promise<number | undefined>) {
  const rounds: string[] = [];
  const jobs = {
    tick: (project: string) => {
      rounds.push(project);
      return next();
    },
  } as Partial<Jobs> as Jobs;
  const { log, warnings } = fakeLog();
  return { watch: watchJobs(jobs, 'poster', idleMs, log), rounds, warnings };
}

describe('the watch over jobs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('looks at once for what earlier processes left, then now and then', async () => {
    const { rounds, watch } = open(async () => undefined);
    expect(rounds).toEqual(['poster']);
    await vi.advanceTimersByTimeAsync(idleMs - 1);
    expect(rounds).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toHaveLength(2);
    watch.stop();
  });

  it('comes back when the next job is due, but not faster than is sensible', async () => {
    const { rounds, watch } = open(async () => 1000);
    await vi.advanceTimersByTimeAsync(3000);
    expect(rounds).toHaveLength(4);
    watch.stop();
    const busy = open(async () => 0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(busy.rounds).toHaveLength(5);
    busy.watch.stop();
  });

  it('wakes for a job that was just started, also during a round', async () => {
    const { rounds, watch } = open(async () => undefined);
    await vi.advanceTimersByTimeAsync(1);
    watch.wake();
    await vi.advanceTimersByTimeAsync(250);
    expect(rounds).toHaveLength(2);
    watch.stop();
    const ends: (() => void)[] = [];
    const slow = open(() => new Promise((resolve) => ends.push(() => resolve(undefined))));
    slow.watch.wake();
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(250);
    expect(slow.rounds).toHaveLength(2);
    slow.watch.stop();
  });

  it('goes on after a round that failed, and says so', async () => {
    const { rounds, warnings, watch } = open(() => Promise.reject(new Error('the store is busy')));
    await vi.advanceTimersByTimeAsync(idleMs);
    expect(rounds).toHaveLength(2);
    expect(JSON.stringify(warnings)).toContain('the store is busy');
    watch.stop();
  });

  it('ends for good, also during a round', async () => {
    const ends: (() => void)[] = [];
    const { rounds, watch } = open(() => new Promise((resolve) => ends.push(() => resolve(0))));
    watch.stop();
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(idleMs);
    expect(rounds).toHaveLength(1);
  });
});
