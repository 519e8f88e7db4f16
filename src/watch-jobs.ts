import type { Log } from './gate/log-port.js';
import type { Jobs } from './gate/jobs.js';

/** A watch over the jobs of a project that goes on by itself. */
export interface JobWatch {
  /** A take waits for a job now: the next look is not far. */
  wake(): void;
  stop(): void;
}

/** Shortest pause between two rounds, milliseconds: many jobs are asked for in one. */
const shortestMs = 250;

/**
 * Looks after jobs in the background, so that their end is seen and their outputs are fetched although nobody asks.
 * Where nothing waits, no server is started.
 * @param idleMs how often jobs that other processes left are looked for
 */
export function watchJobs(jobs: Jobs, project: string, idleMs: number, log: Log): JobWatch {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running = false;
  let woken = false;
  const rest = (ms: number): void => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(round, ms);
    timer.unref();
  };
  const round = (): void => {
    running = true;
    woken = false;
    jobs
      .tick(project)
      .catch((error: unknown) => {
        log.warn({ error: String(error) }, 'jobs could not be looked after; it is tried again');
        return undefined;
      })
      .then((next) => {
        running = false;
        rest(Math.max(shortestMs, Math.min(idleMs, next ?? idleMs, woken ? 0 : idleMs)));
      })
      .catch(() => undefined);
  };
  round();
  return {
    wake: () => {
      woken = true;
      if (!running) rest(shortestMs);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
