import { randomBytes } from 'node:crypto';
import { closeSync, fsync, mkdirSync, openSync, renameSync, rmSync, writeFile, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { LRUCache } from 'lru-cache';

/**
 * Up to this many bytes an output is written at once: the system takes it faster than another thread would take the order
 * to write it.
 */
const atOnceBytes = 256 * 1024;

const writeAside = promisify(writeFile);
const syncAside = promisify(fsync);

/** Names of drafts: no other process, dead or alive, has given one of these. */
const drafts = { ours: randomBytes(6).toString('hex'), count: 0 };

/**
 * Writes an output beside its place and renames it there, so that a file under its final name is always whole.
 * @returns `onDisk` resolves once the content is on the disk itself: that takes as long as everything else together, and
 * the settlement can be written meanwhile. It never rejects: a file that could not be synced is still there.
 * @throws Error when the file cannot be written; nothing of it is left then.
 */
export async function writeOutput(path: string, bytes: Buffer): Promise<{ readonly onDisk: Promise<void> }> {
  drafts.count += 1;
  const draft = `${path}.${drafts.ours}-${String(drafts.count)}.part`;
  const file = openIn(draft);
  try {
    if (bytes.length <= atOnceBytes) writeFileSync(file, bytes);
    else await writeAside(file, bytes);
    renameSync(draft, path);
  } catch (error) {
    closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
  return { onDisk: sync(file) };
}

/** Folders that were there when last looked at: nearly every output goes to one, or to one that must be made. */
const seen = new LRUCache<string, true>({ max: 1000 });

/** Opens a new file; its folder is made when it is not there. */
function openIn(path: string): number {
  const folder = dirname(path);
  if (!seen.has(folder)) makeFolder(folder);
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    makeFolder(folder);
    return openSync(path, 'wx', 0o600);
  }
}

function makeFolder(folder: string): void {
  // Nearly always only the last one is missing, which is one order to the system.
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  seen.set(folder, true);
}

async function sync(file: number): Promise<void> {
  await syncAside(file).catch(() => undefined);
  closeSync(file);
}
