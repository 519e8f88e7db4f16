import { existsSync, readFileSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const PAGE_SIZE_AT = 8;
const SALTS = [16, 24];

/**
 * What stands in the write-ahead log of a SQLite file since the log was last begun anew: its salts, which change when it
 * is, and the number of pages of each commit, oldest first. Undefined when there is no log.
 */
export function readLog(file) {
  const bytes = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  if (bytes.length < HEADER_BYTES) return undefined;
  const salts = bytes.subarray(...SALTS);
  const frameBytes = FRAME_HEADER_BYTES + bytes.readUInt32BE(PAGE_SIZE_AT);
  const commits = [];
  let pages = 0;
  for (let at = HEADER_BYTES; at + frameBytes <= bytes.length; at += frameBytes) {
    // Frames of the log before this one still stand behind the newest.
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) break;
    pages += 1;
    if (bytes.readUInt32BE(at + 4) === 0) continue; // only a commit's last frame knows the size of the file
    commits.push(pages);
    pages = 0;
  }
  return { salts: salts.toString('hex'), commits };
}
