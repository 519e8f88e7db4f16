import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

const unit = '// a unit\n';
const tree = {
  'package.json': '{}',
  'src/rules/rule.ts': unit,
  'src/rules/vague-prompt.ts': unit,
  'src/rules/plan-first.ts': unit,
  'src/mcp/tools/tool.ts': unit,
  'src/mcp/tools/brainstorm.ts': unit,
};

describe('generate', () => {
  it('lists the units of a folder in the order of their names', () => {
    const root = temporaryFolder(tree);
    expect(runScript('generate.mjs', '--root', root).code).toBe(0);
    const index = readFileSync(join(root, 'src/rules/index.ts'), 'utf8');
    expect(index).toContain(
      "import { planFirst } from './plan-first.js';\nimport { vaguePrompt } from './vague-prompt.js';",
    );
    expect(index).toContain('export const rules: readonly Rule[] = [planFirst, vaguePrompt];');
    expect(index).not.toContain('./index.js');
  });

  it('names own tools with their ending', () => {
    const root = temporaryFolder(tree);
    runScript('generate.mjs', '--root', root);
    const index = readFileSync(join(root, 'src/mcp/tools/index.ts'), 'utf8');
    expect(index).toContain('export const ownTools: readonly DeskTool[] = [brainstormTool];');
  });

  it('leaves out a registry whose folder is missing', () => {
    const root = temporaryFolder(tree);
    expect(runScript('generate.mjs', '--root', root).output).not.toContain('presets');
  });

  it('fails the check while a list is stale, writes nothing then, and passes once it is written', () => {
    const root = temporaryFolder(tree);
    runScript('generate.mjs', '--root', root);
    expect(runScript('generate.mjs', '--check', '--root', root)).toEqual({ code: 0, output: '' });
    writeFileSync(join(root, 'src/rules/three-strikes.ts'), unit);
    const stale = runScript('generate.mjs', '--check', '--root', root);
    expect(stale.code).toBe(1);
    expect(stale.output).toContain('src/rules/index.ts is stale');
    expect(readFileSync(join(root, 'src/rules/index.ts'), 'utf8')).not.toContain('threeStrikes');
  });

  it('computes the words that look like others mistyped from what the reader calls a slip', () => {
    const [slip, words] = ['src/prompt/slip.ts', 'src/prompt/words/lookalikes.ts'];
    const rule = readFileSync(slip, 'utf8');
    const root = temporaryFolder({ ...tree, [slip]: rule, [words]: '' });
    expect(runScript('generate.mjs', '--root', root).code).toBe(0);
    expect(readFileSync(join(root, words), 'utf8')).toBe(readFileSync(words, 'utf8'));
    writeFileSync(join(root, slip), rule.replace('MIN_LENGTH = 5', 'MIN_LENGTH = 6'));
    const stale = runScript('generate.mjs', '--check', '--root', root);
    expect(stale).toEqual({ code: 1, output: `${words} is stale: run npm run generate\n` });
  });
});
