import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDS, MADE, testOf } from './new-units.js';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

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
});
