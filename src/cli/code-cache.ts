import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What the engine made of a program's text, kept for the next start. */
export interface CodeCache {
  /** What was kept, byte for byte as it was; undefined where there is nothing that fits. */
  read(): CompiledCode | undefined;
  /** Keeps it, where that is possible. */
  write(code: CompiledCode): void;
}

/** What was compiled by a moment of a process's life. */
export interface CompiledCode {
  readonly compiled: Buffer;
  /** Whether a whole start was over by then; a process that ended before ran less of the program. */
  readonly isWhole: boolean;
}

const sumBytes = 32;
/** The flag takes as much room as the engine wants its data aligned to: otherwise it would copy all of it first. */
const flagBytes = 8;

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
        const summed = kept.subarray(sumBytes);
        // The engine does not look whether all of it is there, and runs what it finds.
        if (!kept.subarray(0, sumBytes).equals(sumOf(summed))) return undefined;
        return { compiled: summed.subarray(flagBytes), isWhole: summed[0] === 1 };
      } catch {
        return undefined;
      }
    },
    write({ compiled, isWhole }) {
      const draft = `${path}.${String(process.pid)}.part`;
      try {
        mkdirSync(folder, { recursive: true });
        const summed = Buffer.concat([Buffer.alloc(flagBytes, isWhole ? 1 : 0), compiled]);
        writeFileSync(draft, Buffer.concat([sumOf(summed), summed]));
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
