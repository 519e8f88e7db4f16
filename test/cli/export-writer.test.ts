import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileWriter, folderWriter, lineWriter, noRecords } from '../../src/cli/export-writer.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const head = { project: 'poster', at: '2026-11-22T12:00:00.000Z', version: '0.1.0' };
const page = { kind: 'entry', records: [{ seq: 1 }, { seq: 2 }] } as const;
const counts = { ...noRecords(), entry: 2 };
const linesOf = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('lineWriter', () => {
  it('begins with what it is and ends with how much there was', () => {
    const printed: string[] = [];
    const writer = lineWriter(head, (text) => printed.push(text));
    writer.write(page);
    writer.write({ kind: 'take', records: [] });
    writer.close(counts);
    expect(linesOf(printed.join('\n'))).toEqual([
      { record: 'export', format: 'greenlight-export/1', ...head },
      { record: 'entry', seq: 1 },
      { record: 'entry', seq: 2 },
      { record: 'end', counts },
    ]);
  });
});

describe('fileWriter', () => {
  it('stands under its name only when it is whole, for its owner alone', () => {
    const file = join(folder, 'out.jsonl');
    const writer = fileWriter(head, file, false);
    writer.write(page);
    expect(existsSync(file)).toBe(false);
    writer.close(counts);
    expect(readdirSync(folder)).toEqual(['out.jsonl']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(linesOf(readFileSync(file, 'utf8'))).toHaveLength(4);
  });

  it('replaces a file only where that is wished, and leaves it when it is thrown away', () => {
    const file = join(folder, 'out.jsonl');
    writeFileSync(file, 'mine');
    expect(() => fileWriter(head, file, false)).toThrow(expect.objectContaining({ code: 'file-exists' }));
    fileWriter(head, file, true).throwAway();
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out.jsonl']);
    fileWriter(head, file, true).close(counts);
    expect(linesOf(readFileSync(file, 'utf8'))).toHaveLength(2);
  });
});

describe('folderWriter', () => {
  it('writes a file for each kind, and what it is at the end', () => {
    const place = join(folder, 'out');
    const writer = folderWriter(head, place, false);
    writer.write(page);
    expect(existsSync(place)).toBe(false);
    writer.close(counts);
    expect(linesOf(readFileSync(join(place, 'entries.jsonl'), 'utf8'))).toEqual(page.records);
    expect(readFileSync(join(place, 'takes.jsonl'), 'utf8')).toBe('');
    const said = JSON.parse(readFileSync(join(place, 'export.json'), 'utf8')) as object;
    expect(said).toMatchObject({ format: 'greenlight-export/1', project: 'poster', counts: { entry: 2, take: 0 } });
  });

  it('takes away an earlier export where that is wished, and never anything else', () => {
    const place = join(folder, 'out');
    mkdirSync(place);
    folderWriter(head, place, false).close(counts);
    expect(() => folderWriter(head, place, false)).toThrow(expect.objectContaining({ code: 'file-exists' }));
    folderWriter(head, place, true).close(counts);
    rmSync(join(place, 'export.json'));
    expect(() => folderWriter(head, place, true)).toThrow(expect.objectContaining({ code: 'folder-in-use' }));
    expect(readdirSync(folder)).toEqual(['out']);
  });
});
