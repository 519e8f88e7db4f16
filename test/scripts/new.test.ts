import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

const KINDS = ['rule', 'store', 'preset', 'adapter'] as const;
const MADE: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  rule: ['src/rules/brand-new.ts', 'prompts/rules/brand-new.md', 'test/rules/brand-new.test.ts'],
  store: ['src/stores/brand-new.ts', 'test/stores/brand-new.test.ts'],
  preset: ['test/fixtures/tools/brand-new.json', 'src/upstreams/presets/brand-new.ts'],
  adapter: ['src/agents/brand-new.ts', 'test/agents/brand-new.test.ts'],
};

/** The test that tries a new unit: its own, or the suite of all presets. */
const testOf = (kind: (typeof KINDS)[number]): string =>
  kind === 'preset' ? 'test/upstreams/presets/preset.test.ts' : (MADE[kind].at(-1) ?? '');

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

const emptyTree = { 'package.json': '{}', 'src/rules/rule.ts': '', 'src/rules/rerun.ts': '' };

describe('new', () => {
  it.each(KINDS)('writes all files of a %s and says what to do next', (kind) => {
    const root = temporaryFolder(emptyTree);
    const { code, output } = runScript('new.mjs', kind, 'brand-new', '--root', root);
    expect(code).toBe(0);
    expect(MADE[kind].filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(
      MADE[kind].filter((path) => /\{\{(name|camel|pascal|title)\}\}/.test(readFileSync(join(root, path), 'utf8'))),
    ).toEqual([]);
    expect(output).toContain(`npm test -- ${testOf(kind)}`);
  });

  it('enters a new rule into the registry', () => {
    const root = temporaryFolder(emptyTree);
    runScript('new.mjs', 'rule', 'brand-new', '--root', root);
    const index = readFileSync(join(root, 'src/rules/index.ts'), 'utf8');
    expect(index).toContain('export const rules: readonly Rule[] = [brandNew, rerun];');
  });

  it.each(['BrandNew', 'brand_new', '../escape', 'brand--new', '9lives', ''])('refuses the name %j', (name) => {
    const root = temporaryFolder(emptyTree);
    const { code, output } = runScript('new.mjs', 'rule', name, '--root', root);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('kebab-case') });
  });

  it('refuses a kind it does not know, and tells those it does', () => {
    const { code, output } = runScript('new.mjs', 'constructor', 'brand-new', '--root', temporaryFolder(emptyTree));
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('rule|store|preset|adapter') });
  });

  it('refuses to write over a file and writes none of the others', () => {
    const root = temporaryFolder({ ...emptyTree, 'test/rules/brand-new.test.ts': 'mine' });
    const { code, output } = runScript('new.mjs', 'rule', 'brand-new', '--root', root);
    expect({ code, output }).toEqual({ code: 1, output: 'test/rules/brand-new.test.ts is there already\n' });
    expect(existsSync(join(root, 'src/rules/brand-new.ts'))).toBe(false);
  });

  it('writes units that compile and whose tests pass as they are', { timeout: 120_000 }, () => {
    const root = repositoryCopy();
    for (const kind of KINDS) expect(runScript('new.mjs', kind, 'brand-new', '--root', root).code).toBe(0);
    const complaints = run(root, 'tsc', '-p', 'tsconfig.json').stdout.split('\n');
    expect(complaints.filter((line) => line.includes('brand-new'))).toEqual([]);
    const tests = run(root, 'vitest', 'run', ...KINDS.map(testOf));
    expect(stripVTControlCharacters(tests.stdout)).toMatch(/Test Files\D+4 passed \(4\)/);
  });
});
