import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.js';

const test = (name: string, body: string): string =>
  `import { expect, it } from 'vitest';\nit('${name}', () => { ${body} });\n`;
const passing = test('passes', 'expect(1).toBe(1);');
const failing = test('fails', 'expect(1).toBe(2);');

/** The last line and the exit code of a run over made-up test files. */
function runTests(files: Readonly<Record<string, string>>) {
  const config = "export default { test: { include: ['**/*.test.ts'], passWithNoTests: true } };\n";
  const root = temporaryFolder({ ...files, 'vitest.config.mjs': config });
  const flags = ['scripts/test.mjs', '--root', root, '--config', `${root}/vitest.config.mjs`];
  const { status, stdout } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  return { code: status, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('the end of a test run', () => {
  it('is one plain line with the counts', () => {
    expect(runTests({ 'a.test.ts': passing, 'b.test.ts': `${failing}it('passes, too', () => {});\n` })).toEqual({
      code: 1,
      last: '2 passed, 1 failed',
    });
  });

  it('keeps a good exit code', () => {
    expect(runTests({ 'a.test.ts': passing })).toEqual({ code: 0, last: '1 passed, 0 failed' });
  });

  it('counts a file that cannot be loaded as a failure', () => {
    const files = { 'a.test.ts': passing, 'b.test.ts': "import './nowhere.js';\n" };
    expect(runTests(files)).toEqual({ code: 1, last: '1 passed, 1 failed' });
  });

  it('counts an error outside any test as a failure', () => {
    const stray = `${passing}setTimeout(() => { throw new Error('stray'); }, 0);\nit('waits', () => new Promise((r) => setTimeout(r, 50)));\n`;
    expect(runTests({ 'a.test.ts': stray })).toEqual({ code: 1, last: '2 passed, 1 failed' });
  });
});
