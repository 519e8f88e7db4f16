import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

const tree = {
  'package.json': '{ "type": "module" }',
  'src/cli/main.ts':
    "import { word } from '../word.js';\nconsole.log(`the ${word} command`, require('node:path').sep);\n",
  'src/cli/serve.ts': 'export const serve = 1;\n',
  'src/cli/program.ts': 'export const program = 1;\n',
  'src/studio/bin.ts': "#!/usr/bin/env node\nconsole.log('the studio');\n",
  'src/studio/assets/face.txt': 'a face',
  'src/dashboard/page/main.tsx': "document.title = 'the page';\n",
  'src/dashboard/page/tsconfig.json': '{}',
  'src/dashboard/page/index.html': '<title></title>',
  'src/dashboard/page/page.css': 'body {}',
  'src/dashboard/page/icon.svg': '<svg/>',
  'src/word.ts': "export const word: string = 'green';\n",
};

const start = (path: string): string => execFileSync(process.execPath, [path], { encoding: 'utf8' });

describe('build --bin', () => {
  it('makes two programs that run without the sources, the page, and copies assets', () => {
    const root = temporaryFolder(tree);
    expect(runScript('build.mjs', '--bin', '--root', root)).toEqual({ code: 0, output: '' });
    expect(start(join(root, 'dist/greenlight.cjs'))).toBe('the green command /\n');
    expect(start(join(root, 'dist/studio.js'))).toBe('the studio\n');
    expect(readFileSync(join(root, 'dist/assets/face.txt'), 'utf8')).toBe('a face');
    expect(readFileSync(join(root, 'dist/dashboard/page.js'), 'utf8')).toContain('the page');
    expect(existsSync(join(root, 'dist/dashboard/index.html'))).toBe(true);
  });

  it('gives both programs one hashbang and the right to be started', () => {
    const root = temporaryFolder(tree);
    runScript('build.mjs', '--bin', '--root', root);
    for (const name of ['greenlight.cjs', 'studio.js']) {
      const path = join(root, 'dist', name);
      expect(readFileSync(path, 'utf8').match(/#!\/usr\/bin\/env node\n/g)).toHaveLength(1);
      expect(statSync(path).mode & 0o111).toBe(0o111);
    }
  });

  it('builds what is there and says what is not', () => {
    const { 'src/studio/bin.ts': _, ...withoutStudio } = tree;
    const half = temporaryFolder(withoutStudio);
    const { code, output } = runScript('build.mjs', '--bin', '--root', half);
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('src/studio/bin.ts is not there yet'),
    });
    expect(existsSync(join(half, 'dist/greenlight.cjs'))).toBe(true);
  });

  it('fails when a source does not parse', () => {
    const root = temporaryFolder({ ...tree, 'src/word.ts': 'export const = 1' });
    expect(runScript('build.mjs', '--bin', '--root', root).code).not.toBe(0);
  });
});
