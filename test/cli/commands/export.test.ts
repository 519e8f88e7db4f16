import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportProject } from '../../../src/cli/commands/export.js';
import { dispatchTake, fakeDesk } from '../fake-desk.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('exportProject', () => {
  it('writes a file or a folder with the same records, shows how far it is, and says how much there was', async () => {
    const bars: unknown[] = [];
    const progress = (label: string, total: number) => {
      bars.push(label, total);
      return { advance: (by?: number) => void bars.push(by), end: () => void bars.push('end') };
    };
    const desk = fakeDesk({ shell: { progress } });
    await dispatchTake(desk.store, 't_1');
    const { text, data } = await exportProject(desk, join(folder, 'all.jsonl'));
    expect(text).toContain('poster is written to');
    expect(text).toContain('1 takes, 1 ledger entries');
    expect(bars).toEqual(['Takes', 1, 1, 'end']);
    expect(data).toMatchObject({ format: 'greenlight-export/1', counts: { take: 1, entry: 1 } });
    await exportProject(desk, join(folder, 'all'));
    expect(readFileSync(join(folder, 'all/takes.jsonl'), 'utf8')).toContain('"id":"t_1"');
  });

  it('prints the records where that is the place', async () => {
    const desk = fakeDesk();
    await exportProject(desk, '-');
    expect(desk.shell.printed[0]).toContain('"record":"export"');
    expect(desk.shell.printed.at(-1)).toContain('"record":"end"');
  });

  it('leaves nothing behind when the store breaks off', async () => {
    const desk = fakeDesk();
    const store = { ...desk.store, remarks: () => Promise.reject(new Error('the disk is gone')) };
    await expect(exportProject({ ...desk, store }, join(folder, 'all'))).rejects.toThrow('the disk is gone');
    expect(readdirSync(folder)).toEqual([]);
  });
});
