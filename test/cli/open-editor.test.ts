import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { editorOf } from '../../src/cli/open-editor.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "greenlight it's an editor "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const replace = `${process.execPath} -e "require('node:fs').writeFileSync(process.argv[1], 'new')"`;

it('the editor may have arguments, and the path any character', async () => {
  const file = join(folder, 'a $HOME "b".md');
  writeFileSync(file, 'old');
  expect(await editorOf({ EDITOR: replace })(file)).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe('new');
});

it('VISUAL goes before EDITOR, and how it ended is told', async () => {
  expect(await editorOf({ VISUAL: 'exit 3;', EDITOR: replace })(join(folder, 'a'))).toBe(3);
  expect(await editorOf({ VISUAL: ' ', EDITOR: 'false' })(join(folder, 'a'))).toBe(1);
});
