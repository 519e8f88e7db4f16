import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.js';
import { recordKinds, type RecordKind, type RecordPage } from './export-records.js';

/** Name of the format, with its version. */
export const exportFormat = 'greenlight-export/1';

/** The file of an export in a folder that says what it is. */
const headFile = 'export.json';

/** What an export begins with. */
export interface ExportHead {
  readonly project: string;
  /** ISO time. */
  readonly at: string;
  /** Of Greenlight. */
  readonly version: string;
}

/** How many records of each kind were written. */
export type ExportCounts = Readonly<Record<RecordKind, number>>;

/** Where an export goes. Until it is closed nothing stands under its name; thrown away, nothing ever does. */
export interface ExportWriter {
  readonly write: (page: RecordPage) => void;
  readonly close: (counts: ExportCounts) => void;
  readonly throwAway: () => void;
}

/** Counts of nothing. */
export function noRecords(): Record<RecordKind, number> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number>;
}

/** Writes JSON lines: the head, every record with its kind under `record`, and an end with the counts. */
export function lineWriter(head: ExportHead, print: (lines: string) => void): ExportWriter {
  print(JSON.stringify({ record: 'export', format: exportFormat, ...head }));
  return {
    write: ({ kind, records }) => {
      if (records.length > 0) print(records.map((record) => JSON.stringify({ record: kind, ...record })).join('\n'));
    },
    close: (counts) => print(JSON.stringify({ record: 'end', counts })),
    throwAway: () => undefined,
  };
}

/**
 * Writes the same into a file.
 * @throws CommandError when the file is there and may not be replaced.
 */
export function fileWriter(head: ExportHead, file: string, mayReplace: boolean): ExportWriter {
  if (existsSync(file) && !mayReplace) throw new CommandError('failed', 'file-exists', { file });
  const draft = `${file}.${String(process.pid)}.part`;
  writeFileSync(draft, '', { mode: 0o600, flag: 'wx' });
  const lines = lineWriter(head, (text) => appendFileSync(draft, `${text}\n`));
  return {
    ...lines,
    close: (counts) => {
      lines.close(counts);
      renameSync(draft, file);
    },
    throwAway: () => rmSync(draft, { force: true }),
  };
}

/**
 * Writes a folder: one file of JSON lines for each kind of record, and `export.json` with the head and the counts.
 * @throws CommandError when the folder holds something, unless that is an earlier export which may be replaced.
 */
export function folderWriter(head: ExportHead, folder: string, mayReplace: boolean): ExportWriter {
  const isThere = existsSync(folder) && readdirSync(folder).length > 0;
  const isExport = isThere && existsSync(join(folder, headFile));
  // Only what an export made is ever taken away.
  if (isThere && !(isExport && mayReplace)) {
    throw new CommandError('failed', isExport ? 'file-exists' : 'folder-in-use', { file: folder });
  }
  const draft = `${folder}.${String(process.pid)}.part`;
  mkdirSync(draft, { mode: 0o700 });
  for (const kind of recordKinds) writeFileSync(join(draft, fileOf(kind)), '', { mode: 0o600 });
  return {
    write: ({ kind, records }) => {
      const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
      appendFileSync(join(draft, fileOf(kind)), lines);
    },
    close: (counts) => {
      const text = JSON.stringify({ format: exportFormat, ...head, counts }, null, 2);
      writeFileSync(join(draft, headFile), `${text}\n`, { mode: 0o600 });
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    },
    throwAway: () => rmSync(draft, { recursive: true, force: true }),
  };
}

function fileOf(kind: RecordKind): string {
  const plural: Partial<Record<RecordKind, string>> = { feedback: 'feedback', entry: 'entries' };
  return `${plural[kind] ?? `${kind}s`}.jsonl`;
}
