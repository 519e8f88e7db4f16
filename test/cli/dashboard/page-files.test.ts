import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageFiles } from '../../../src/cli/dashboard/page-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-page-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('pageFiles', () => {
  it('are those that belong to a page, with their types', () => {
    writeFileSync(join(folder, 'index.html'), '<p>');
    writeFileSync(join(folder, 'page.js'), '1');
    writeFileSync(join(folder, 'notes.txt'), 'not for the page');
    mkdirSync(join(folder, 'more'));
    const files = pageFiles(folder);
    expect([...files.keys()].sort()).toEqual(['index.html', 'page.js']);
    expect(files.get('page.js')).toEqual({ bytes: Buffer.from('1'), type: 'text/javascript; charset=utf-8' });
  });

  it('are none where no page was built', () => {
    expect(pageFiles(join(folder, 'missing')).size).toBe(0);
  });
});
