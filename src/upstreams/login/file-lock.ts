import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';

const RETRY_MS = 50;
const PATIENCE_MS = 30_000;
/** A lock that nobody touched for so long belongs to a process that is gone. */
const STALE_MS = 15_000;
const TOUCH_MS = 5000;

/** Whether the lock was taken. One that was left behind is removed, and free for the next try. */
function take(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  try {
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { force: true });
  } catch {
    // It was given back in between.
  }
  return false;
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody took it for left behind; what happens now is checked again by whoever reads the file it guards.
  }
}

/**
 * Runs `work` while no other process does, one after the other.
 * @throws Error when the lock cannot be had within half a minute
 */
export async function withFileLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const until = performance.now() + PATIENCE_MS;
  while (!take(path)) {
    if (performance.now() > until) throw new Error(`${path} is held by another process; remove it if none runs`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  const timer = setInterval(() => touch(path), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    rmSync(path, { force: true });
  }
}
