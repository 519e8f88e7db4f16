import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from './gate/log-port.js';
import { usualReading, type Reading } from './model/reading.js';
import { fileSome } from './gate/filing.js';
import type { Store } from './gate/store-port.js';

/** Takes in one transaction: short enough that a paid call hardly waits for it. */
const atOnce = 20;

/** Work in the background that can be ended. */
export interface Filing {
  /** Resolves when the store is no longer used. */
  stop(): Promise<void>;
}

/**
 * Files, some time after the start, those takes of a project that an earlier release or another reading has filed, or nobody: their prompts
 * are found as re-runs until then only by their keys, or as that release read them.
 * @param afterMs how long the first calls have the store for themselves, milliseconds
 */
export function fileOldTakes(
  store: Store,
  project: string,
  log: Log,
  afterMs: number,
  reading: Reading = usualReading,
): Filing {
  let isStopped = false;
  let work: Promise<void> | undefined;
  const fileAll = async (): Promise<void> => {
    try {
      while (!isStopped && (await fileSome(store, project, atOnce, reading))) await nextTurn();
    } catch (error) {
      log.warn(
        { error: String(error) },
        'prompts of an earlier release could not be filed; the next start tries again',
      );
    }
  };
  const timer = setTimeout(() => {
    work = fileAll();
  }, afterMs);
  timer.unref();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await work;
    },
  };
}
