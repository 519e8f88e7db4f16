import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes an output beside its place and renames it there, so that a file under its final name is always whole.
 * @returns `onDisk` resolves once the content is on the disk itself: that takes as long as everything else together, and
 * the settlement can be written meanwhile. It never rejects: a file that could not be synced is still there.
 * @throws Error when the file cannot be written.
 */
export async function writeOutput(path: string, bytes: Buffer): Promise<{ readonly onDisk: Promise<void> }> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await openIn(draft);
  try {
    await file.writeFile(bytes);
    await rename(draft, path);
  } catch (error) {
    await file.close();
    throw error;
  }
  return { onDisk: sync(file) };
}

/** Opens a new file; its folder is made when it is not there. */
async function openIn(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return open(path, 'wx', 0o600);
  }
}

async function sync(file: FileHandle): Promise<void> {
  await file.sync().catch(() => undefined);
  await file.close().catch(() => undefined);
}
