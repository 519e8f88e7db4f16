import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { KINDS, testOf } from '../scripts/new-units.js';
import { runScript } from '../scripts/run-script.js';
import { temporaryFolder } from '../scripts/temporary-folder.js';

/** The repository without its products, with the packages it has installed. */
function repositoryCopy(): string {
  const root = temporaryFolder({});
  for (const folder of ['src', 'test', 'prompts']) cpSync(folder, join(root, folder), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json', 'vitest.config.ts']) cpSync(file, join(root, file));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return root;
}

const run = (root: string, tool: string, ...args: readonly string[]) =>
  spawnSync(resolve('node_modules/.bin', tool), args, { cwd: root, encoding: 'utf8' });

describe('new', () => {
  it('writes units that compile and whose tests pass as they are', { timeout: 120_000 }, () => {
    const root = repositoryCopy();
    for (const kind of KINDS) expect(runScript('new.mjs', kind, 'brand-new', '--root', root).code).toBe(0);
    const complaints = run(root, 'tsc', '-p', 'tsconfig.json').stdout.split('\n');
    expect(complaints.filter((line) => line.includes('brand-new'))).toEqual([]);
    const tests = run(root, 'vitest', 'run', ...KINDS.map(testOf));
    expect(stripVTControlCharacters(tests.stdout)).toMatch(/Test Files\D+4 passed \(4\)/);
  });
});
