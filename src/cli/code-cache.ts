import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What the engine made of a program's text, kept for the next start. */
export interface CodeCache {
  /** What was kept, whole as it was; undefined where there is nothing that fits. */
  read(): Buffer | undefined;
  /** Keeps it, where that is possible. */
  write(compiled: Buffer): void;
}

const sumBytes = 32;

/**
 * The cache of one program, beside the program itself: whoever can write there could as well change the program. A folder that
 * cannot be written has none.
 * @param digest of the program's text
 * @param engine what compiles: the runtime, and the options it was started with, since most of them make the engine refuse
 *   what was compiled under others
 */
export function codeCache(file: string, digest: string, engine = engineHere()): CodeCache {
  const folder = join(dirname(file), '.cache');
  const path = join(folder, `${basename(file)}-${digest.slice(0, 16)}-${engine}.bin`);
  return {
    read() {
      try {
        const kept = readFileSync(path);
        const compiled = kept.subarray(sumBytes);
        // The engine does not look whether all of it is there, and runs what it finds.
        return kept.subarray(0, sumBytes).equals(sumOf(compiled)) ? compiled : undefined;
      } catch {
        return undefined;
      }
    },
    write(compiled) {
      const draft = `${path}.${String(process.pid)}.part`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(draft, Buffer.concat([sumOf(compiled), compiled]));
        // In one step: another process that starts now finds all of it or nothing.
        renameSync(draft, path);
      } catch {
        // A start without it is slower, and that is all.
        removeIfThere(draft);
      }
    },
  };
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing could be written, so there is nothing to remove.
  }
}

function engineHere(): string {
  const { version, arch, execArgv, env } = process;
  const options = [...execArgv, env['NODE_OPTIONS'] ?? ''].join(' ').trim();
  const runtime = `${version}-${arch}`;
  return options === '' ? runtime : `${runtime}-${sumOf(Buffer.from(options)).toString('hex', 0, 4)}`;
}

function sumOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
