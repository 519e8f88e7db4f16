import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

const alive = {
  'package.json': JSON.stringify({ dependencies: { zod: '4' }, devDependencies: { vitest: '4' } }),
  'src/index.ts': "import { z } from 'zod';\nimport { used } from './used.js';\nexport const door = [z, used];\n",
  'src/used.ts': 'export const used = 1;\nexport interface Shape { readonly a: Shape | 1 }\n',
  'test/used.test.ts':
    "import { it } from 'vitest';\nimport { used } from '../src/used.js';\nit(`${used}`, () => {});\n",
};

const findingsIn = (files: Record<string, string>) => {
  const { code, output } = runScript('dead-code.mjs', '--root', temporaryFolder(files));
  return { code, findings: output.split('\n').filter((line) => line !== '') };
};

describe('dead code', () => {
  it('says nothing when every export, file and package is used', () => {
    expect(findingsIn(alive)).toEqual({ code: 0, findings: [] });
  });

  it('names an export that nobody imports', () => {
    const files = { ...alive, 'src/used.ts': 'export const used = 1;\nexport function forgotten() {}\n' };
    expect(findingsIn(files)).toEqual({ code: 1, findings: ['src/used.ts: nobody imports forgotten'] });
  });

  it('counts an export list and a type as exports, too', () => {
    const files = {
      ...alive,
      'src/used.ts': 'export const used = 1;\nconst listed = 2;\nexport { listed };\nexport type Alone = 3;\n',
    };
    expect(findingsIn(files).findings).toEqual([
      'src/used.ts: nobody imports listed',
      'src/used.ts: nobody imports Alone',
    ]);
  });

  it('names a file that only a test leads to', () => {
    const files = {
      ...alive,
      'src/island.ts': 'export const island = 1;\n',
      'test/island.test.ts': "import { island } from '../src/island.js';\nvoid island;\n",
    };
    expect(findingsIn(files)).toEqual({ code: 1, findings: ['src/island.ts: no entry leads here'] });
  });

  it('follows dynamic imports and import types', () => {
    const files = {
      ...alive,
      'src/used.ts':
        "export const used = () => import('./lazy.js');\nexport type Late = import('./late.js').Late | Late[];\n",
      'src/lazy.ts': 'export const lazy = 1;\n',
      'src/late.ts': 'export type Late = 1;\n',
    };
    expect(findingsIn(files)).toEqual({ code: 0, findings: [] });
  });

  it('counts a package whose program a test starts', () => {
    const manifest = { dependencies: { zod: '4' }, devDependencies: { vitest: '4', server: '1' } };
    const started = "const require = createRequire(import.meta.url);\nspawn(require.resolve('server'));\n";
    const files = { ...alive, 'package.json': JSON.stringify(manifest), 'test/start.test.ts': started };
    expect(findingsIn(files)).toEqual({ code: 0, findings: [] });
  });

  it('names a package that only tests use although users install it, and one that nothing uses', () => {
    const manifest = { dependencies: { zod: '4', diff: '9' }, devDependencies: { vitest: '4', leftover: '1' } };
    const files = { ...alive, 'package.json': JSON.stringify(manifest), 'test/diff.test.ts': "import 'diff';\n" };
    const findings = ['package.json: nothing uses diff', 'package.json: nothing uses leftover'];
    expect(findingsIn(files)).toEqual({ code: 1, findings });
  });
});
