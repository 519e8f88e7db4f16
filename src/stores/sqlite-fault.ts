import { StoreError, type StoreFault } from './store-error.js';

interface Remedy {
  readonly fault: StoreFault;
  readonly says: string;
}

const unwritable: Remedy = {
  fault: 'unwritable',
  says: 'cannot be written: give yourself write permission on the file and its folder, or name another data folder',
};
const damaged: Remedy = {
  fault: 'corrupt',
  says: 'is damaged: move it away and restore a copy, or start anew with an empty file',
};

const busy = 5;

/** Primary result codes of SQLite that a person can do something about. */
const remedies = new Map<number, Remedy>([
  [busy, { fault: 'busy', says: 'is locked by another process: end that process or try again' }],
  [8, unwritable],
  [10, { fault: 'broken', says: 'cannot be read or written: check the disk, and keep the file on a local one' }],
  [11, damaged],
  [13, { fault: 'full', says: 'cannot grow: the disk is full; free some space and try again' }],
  [14, unwritable],
  [26, { fault: 'not-a-store', says: 'is not a Greenlight store: name another file or move this one away' }],
]);

/** Errors of the file system that mean "you may not write here". */
const unwritableCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOENT', 'EEXIST']);

/** An error of SQLite or the file system as a {@link StoreError} about the file; any other error as it is. */
export function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const remedy = remedyFor(error);
  if (remedy === undefined) return error;
  return new StoreError(remedy.fault, `The store ${file} ${remedy.says} (${error.message}).`, { cause: error });
}

/** Whether SQLite gave up because another connection is in the way. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && codeOf(error) === busy;
}

function codeOf(error: Error): number | undefined {
  // The upper bits only say more about the same failure.
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

function remedyFor(error: Error): Remedy | undefined {
  const code = codeOf(error);
  if (code !== undefined) return remedies.get(code);
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  if (error.code === 'ENOSPC') return remedies.get(13);
  return unwritableCodes.has(error.code) ? unwritable : undefined;
}
