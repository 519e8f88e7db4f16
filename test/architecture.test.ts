import { spawnSync } from 'node:child_process';
import { copyFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from './scripts/temporary-folder.js';

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
});

/** Cruises a tree of made-up files with the rules of this repository. */
function cruise(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(files);
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) copyFileSync(name, join(root, name));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const flags = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
  const { stdout } = spawnSync(resolve('node_modules/.bin/depcruise'), flags, { cwd: root, encoding: 'utf8' });
  const { violations, ruleSetUsed } = reportSchema.parse(JSON.parse(stdout)).summary;
  return { violations, rules: ruleSetUsed.forbidden };
}

const uses = (...paths: readonly string[]) => paths.map((path) => `import '${path}';\n`).join('');

const legal: Readonly<Record<string, string>> = {
  'src/model/credits.ts': uses('zod'),
  'src/ledger/balance.ts': uses('../model/credits.js'),
  'src/prompt/difference.ts': uses('../model/credits.js', 'diff'),
  'src/rules/rule.ts': uses('../ledger/balance.js', '../prompt/difference.js'),
  'src/rules/rerun.ts': uses('./rule.js'),
  'src/rules/index.ts': uses('./rule.js', './rerun.js'),
  'src/gate/decide.ts': uses('../rules/index.js'),
  'src/stores/memory.ts': uses('../gate/decide.js', 'node:fs'),
  'src/upstreams/pool.ts': uses('../gate/decide.js', '@modelcontextprotocol/client'),
  'src/upstreams/presets/preset.ts': uses('../../model/credits.js'),
  'src/upstreams/presets/demo.ts': uses('./preset.js'),
  'src/mcp/stdio.ts': uses('../gate/decide.js', '@modelcontextprotocol/server'),
  'src/mcp/tools/tool.ts': uses('../../model/credits.js'),
  'src/mcp/tools/plan.ts': uses('./tool.js'),
  'src/studio/bin.ts': uses('../model/credits.js'),
  'src/config.ts': uses('./model/credits.js'),
  'src/engine.ts': uses('./stores/memory.js', './gate/decide.js', './config.js'),
  'src/app.ts': uses('./engine.js', './upstreams/pool.js', './mcp/stdio.js', './config.js'),
  'src/cli/main.ts': uses('../app.js'),
  'src/testing/index.ts': uses('../app.js'),
  'src/index.ts': uses('./app.js'),
  'test/x.ts': '',
};

/** One planted fault a rule: the file, and what it must not import. */
const planted: Readonly<Record<string, readonly [string, string]>> = {
  'model-imports-nothing-of-ours': ['src/model/bad.ts', '../ledger/balance.js'],
  'ledger-reads-the-model': ['src/ledger/bad.ts', '../prompt/difference.js'],
  'prompt-reads-the-model': ['src/prompt/bad.ts', '../ledger/balance.js'],
  'rules-read-the-facts': ['src/rules/bad-arrow.ts', '../gate/decide.js'],
  'gate-hears-the-rules': ['src/gate/bad.ts', '../stores/memory.js'],
  'upstreams-is-an-edge': ['src/upstreams/bad.ts', '../stores/memory.js'],
  'stores-is-an-edge': ['src/stores/bad.ts', '../upstreams/pool.js'],
  'approvals-is-an-edge': ['src/approvals/bad.ts', '../stores/memory.js'],
  'feedback-is-an-edge': ['src/feedback/bad.ts', '../stores/memory.js'],
  'mcp-is-an-edge': ['src/mcp/bad.ts', '../stores/memory.js'],
  'agents-is-an-edge': ['src/agents/bad.ts', '../stores/memory.js'],
  'dashboard-is-an-edge': ['src/dashboard/bad.ts', '../stores/memory.js'],
  'only-the-doors-import-app': ['src/stray.ts', './app.js'],
  'cli-is-the-outermost': ['src/testing/bad-cli.ts', '../cli/main.js'],
  'config-stays-outside': ['src/stray-config.ts', './config.js'],
  'config-reads-the-centre': ['src/config.ts', './stores/memory.js'],
  'engine-opens-the-store': ['src/engine.ts', './mcp/stdio.js'],
  'app-stays-below-the-doors': ['src/app.ts', './testing/index.js'],
  'studio-is-its-own-process': ['src/studio/bad.ts', '../gate/decide.js'],
  'nobody-imports-studio': ['src/cli/bad-studio.ts', '../studio/bin.js'],
  'testing-is-a-door': ['src/cli/bad-testing.ts', '../testing/index.js'],
  'rules-stand-alone': ['src/rules/bad-sibling.ts', './rerun.js'],
  'presets-stand-alone': ['src/upstreams/presets/bad.ts', './demo.js'],
  'tools-stand-alone': ['src/mcp/tools/bad.ts', './plan.js'],
  'mcp-sdk-at-two-edges': ['src/stores/bad-sdk.ts', '@modelcontextprotocol/client'],
  'centre-needs-no-machine': ['src/ledger/bad-machine.ts', 'node:fs'],
  'centre-needs-few-packages': ['src/prompt/bad-package.ts', 'yaml'],
  'no-development-package': ['src/cli/bad-development.ts', 'vitest'],
  'no-undeclared-package': ['src/cli/bad-undeclared.ts', 'picomatch'],
  'no-cycles': ['src/model/circle.ts', './credits.js'],
  'no-orphans': ['src/model/alone.ts', ''],
  'not-to-tests-or-tools': ['src/cli/bad-test.ts', '../../test/x.js'],
  'no-unresolved': ['src/cli/bad-path.ts', './nowhere.js'],
};

function plantAll(): Record<string, string> {
  const files: Record<string, string> = { ...legal, 'src/model/credits.ts': "import type { A } from './circle.js';\n" };
  for (const [path, target] of Object.values(planted)) files[path] = `${files[path] ?? ''}${target && uses(target)}`;
  return files;
}

describe('the arrows between the folders', () => {
  let faulty: ReturnType<typeof cruise> | undefined;

  it('allow a tree that keeps them', () => {
    expect(cruise(legal).violations).toEqual([]);
  });

  it('each have a planted fault here and a sentence that says why', () => {
    const { rules } = cruise({ 'src/index.ts': '' });
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(planted).sort());
    expect(rules.filter(({ comment }) => comment.length < 40)).toEqual([]);
  });

  it.each(Object.entries(planted))('%s catches %j', (rule, [path]) => {
    faulty ??= cruise(plantAll());
    const caught = faulty.violations.filter(({ from }) => from === path).map(({ rule: { name } }) => name);
    expect(caught).toContain(rule);
  });
});
