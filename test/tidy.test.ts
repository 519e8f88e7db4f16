import { describe, expect, it } from 'vitest';
import { exportsAreDocumented } from './tidy/doc-comments.js';
import { everyTestRuns, noWorkplaceWords, nothingIsLeftOver } from './tidy/marks.js';
import { sourcesHaveTests, testsHaveSources } from './tidy/mirror.js';
import { namesAreKebabCase } from './tidy/names.js';
import { principlesAreCited } from './tidy/principles.js';
import { pagesNameWhatIsThere } from './tidy/pages.js';
import { presetsAreComplete, rulesAreComplete, toolsAreComplete } from './tidy/pairs.js';
import { pagesAreShort, sourceFilesAreShort } from './tidy/sizes.js';
import type { Check } from './tidy/tree.js';
import { readRepository, treeOf } from './tidy/tree.js';
import { codesHaveWords } from './tidy/words.js';

type Files = Readonly<Record<string, string>>;

/** A check with a tree it accepts, and trees it objects to, each with the one objection expected. */
interface Sample {
  readonly check: Check;
  readonly good: Files;
  readonly bad: readonly (readonly [Files, string])[];
}

const lines = (count: number): string => 'a\n'.repeat(count);
const rule = {
  'src/rules/rerun.ts': "id: 'rerun'",
  'prompts/rules/rerun.md': '',
  'test/rules/rerun.test.ts': '',
  'README.md': '\n| `rerun` | the same again | block |',
};
const extra = {
  ...rule,
  'src/rules/extra.ts': "'extra'",
  'README.md': '\n| `rerun` | a |\n| `extra` | b |',
};
const tool = { 'src/mcp/tools/plan.ts': '', 'prompts/tools/plan.md': '', 'test/mcp/tools/plan.test.ts': '' };
const coded = { 'src/rules/rerun.ts': "const r = { levels: { certain: 'block', 'in-doubt': 'ask' } };" };
const note = ['// TO', 'DO later'].join('');
const aside = ['it.sk', "ip('…')"].join('');
const place = ['see /wo', 'rk/main'].join('');

const samples: Readonly<Record<string, Sample>> = {
  'source files are at most 400 lines long': {
    check: sourceFilesAreShort,
    good: { 'src/a.ts': lines(400), 'test/a.test.ts': lines(500) },
    bad: [[{ 'src/a.ts': lines(401) }, 'src/a.ts has 401 lines']],
  },
  'pages that are read at every start are short': {
    check: pagesAreShort,
    good: { 'AGENTS.md': lines(80), 'docs/long.md': lines(900) },
    bad: [[{ 'AGENTS.md': lines(81) }, 'AGENTS.md has 81 lines']],
  },
  'pages name what is there': {
    check: pagesNameWhatIsThere,
    good: { 'AGENTS.md': 'see `src/rules/`, `src/a.ts` and `npm test`', 'src/a.ts': '', 'src/rules/b.ts': '' },
    bad: [[{ 'AGENTS.md': 'see `src/gone.ts`' }, 'AGENTS.md names src/gone.ts']],
  },
  'names are kebab-case': {
    check: namesAreKebabCase,
    good: {
      'src/model/near-duplicates.ts': '',
      'src/stores/migrations/0001-first-tables.ts': '',
      'test/a.test.ts': '',
      'prompts/rules/plan-first.md': '',
      'README.md': '',
    },
    bad: [
      [{ 'src/nearDuplicates.ts': '' }, 'src/nearDuplicates.ts'],
      [{ 'src/Model/a.ts': '' }, 'src/Model/a.ts'],
      [{ 'prompts/a_b.md': '' }, 'prompts/a_b.md'],
    ],
  },
  'nothing is left to come back to': {
    check: nothingIsLeftOver,
    good: { 'src/a.ts': 'const todos = 1;', 'docs/a.md': note },
    bad: [
      [{ 'src/a.ts': `\n${note}` }, 'src/a.ts:2'],
      [{ 'prompts/a.md': note }, 'prompts/a.md:1'],
    ],
  },
  'every test runs': {
    check: everyTestRuns,
    good: { 'test/a.test.ts': "it('skips a rerun', () => {});", 'src/a.ts': aside },
    bad: [
      [{ 'test/a.test.ts': aside }, 'test/a.test.ts:1'],
      [{ 'test/b.test.ts': aside.replace('it.sk' + 'ip', 'describe.on' + 'ly') }, 'test/b.test.ts:1'],
    ],
  },
  'the project speaks of itself only': {
    check: noWorkplaceWords,
    good: { 'README.md': 'a network/main page, shared/budgets, homework/a', 'package-lock.json': place },
    bad: [
      [{ 'docs/a.md': place }, 'docs/a.md:1'],
      [{ '.ci/run': place }, '.ci/run:1'],
    ],
  },
  'a rule is code, prompt and test': {
    check: rulesAreComplete,
    good: { ...rule, 'src/rules/rule.ts': '', 'src/rules/index.ts': '' },
    bad: [
      [{ ...extra, 'test/rules/extra.test.ts': '' }, 'rule extra has no prompt'],
      [{ ...extra, 'prompts/rules/extra.md': '' }, 'rule extra has no test'],
      [{ ...rule, 'README.md': 'the `rerun` rule' }, 'rule rerun has no row in README.md'],
      [{ ...rule, 'prompts/rules/extra.md': '' }, 'prompt in prompts/rules extra has no rule'],
      [{ ...rule, 'test/rules/extra.test.ts': '' }, 'test in test/rules extra has no rule'],
      [{ ...rule, 'src/rules/rerun.ts': "id: 'other'" }, "does not give 'rerun' as its id"],
    ],
  },
  'the codes of a rule have words': {
    check: codesHaveWords,
    good: { ...coded, 'prompts/rules/rerun.md': '# rerun\n\n## certain\n{{> why}}\n\n## in-doubt\nb\n\n## why\nc\n' },
    bad: [
      [{ ...coded, 'prompts/rules/rerun.md': '## certain\na\n' }, 'rerun.md has no section for the code in-doubt'],
      [
        { ...coded, 'prompts/rules/rerun.md': '## certain\n\n## in-doubt\n\n## spare\n' },
        'nothing uses the section spare',
      ],
    ],
  },
  'a tool is code, words and test': {
    check: toolsAreComplete,
    good: { ...tool, 'src/mcp/tools/tool.ts': '', 'src/mcp/tools/index.ts': '' },
    bad: [
      [{ ...tool, 'prompts/tools/extra.md': '' }, 'text in prompts/tools extra has no tool'],
      [{ ...tool, 'src/mcp/tools/take.ts': '', 'test/mcp/tools/take.test.ts': '' }, 'tool take has no text'],
      [{ ...tool, 'src/mcp/tools/take.ts': '', 'prompts/tools/take.md': '' }, 'tool take has no test'],
    ],
  },
  'a preset is code, tool list and row of the table': {
    check: presetsAreComplete,
    good: {
      'src/upstreams/presets/preset.ts': '',
      'src/upstreams/presets/acme.ts': '',
      'test/fixtures/tools/acme.json': '{}',
      'README.md': '\n| `acme` | pictures | all |',
    },
    bad: [
      [{ 'src/upstreams/presets/acme.ts': '', 'README.md': '\n| `acme` |' }, 'preset acme has no tool list'],
      [
        { 'src/upstreams/presets/acme.ts': '', 'test/fixtures/tools/acme.json': '{}' },
        'preset acme has no row in README.md',
      ],
      [{ 'test/fixtures/tools/acme.json': '{}' }, 'tool list in test/fixtures/tools acme has no preset'],
    ],
  },
  'exports are documented': {
    check: exportsAreDocumented,
    good: { 'src/a.ts': '/** Says why. */\nexport const a = 1;\nconst b = 2;\nexport { b };\n' },
    bad: [
      [{ 'src/a.ts': 'export const a = 1;' }, 'src/a.ts: a has'],
      [{ 'src/a.ts': '// Says why.\nexport function a() {}' }, 'src/a.ts: a has'],
      [{ 'src/a.ts': '/** Far away. */\n\nexport interface A {}' }, 'src/a.ts: A has'],
      [{ 'src/a.ts': '/** */\nexport type A = 1;' }, 'src/a.ts: A has'],
    ],
  },
  'sources have tests': {
    check: sourcesHaveTests,
    good: {
      'src/gate/decide.ts': 'export const a = () => 1;',
      'test/gate/decide.test.ts': '',
      'src/gate/port.ts': 'export interface Port { read(): number }\nexport const levels = [1] as const;',
      'src/stores/memory-hold.ts': 'export function hold() {}',
      'test/stores/memory.test.ts': '',
    },
    bad: [
      [{ 'src/gate/decide.ts': 'export const a = { b() {} };' }, 'src/gate/decide.ts has no test/gate/decide.test.ts'],
      [
        { 'src/stores/memory-hold.ts': 'function a() {}' },
        'src/stores/memory-hold.ts has no test/stores/memory.test.ts',
      ],
    ],
  },
  'principles are cited': {
    check: principlesAreCited,
    good: {
      'test/principles.ts': "{ id: 'A1' }, { id: 'B2' }",
      'test/scenarios/a.test.ts': "it('holds [A1]'); cites('B2');",
    },
    bad: [
      [{ 'test/principles.ts': "{ id: 'A1' }" }, 'no scenario cites principle A1'],
      [
        { 'test/principles.ts': "{ id: 'A1' }", 'test/scenarios/a.test.ts': '[A1] [A9]' },
        'a scenario cites principle A9, which is not in test/principles.ts',
      ],
      [{ 'test/principles.ts': '' }, 'test/principles.ts has no rows'],
      [
        { 'test/principles.ts': "{ id: 'A1' }", 'test/rules/a.test.ts': "it('holds [A1]')" },
        'no scenario cites principle A1',
      ],
      [
        { 'test/principles.ts': "{ id: 'A1', rules: ['gone'] }", 'test/scenarios/a.test.ts': '[A1]' },
        'a principle names the rule gone, which is not there',
      ],
    ],
  },
  'tests have sources': {
    check: testsHaveSources,
    good: {
      'src/gate/decide.ts': '',
      'test/gate/decide.properties.test.ts': '',
      'test/scenarios/whole-call.test.ts': '',
    },
    bad: [[{ 'test/gate/decide.test.ts': '' }, 'test/gate/decide.test.ts has no src/gate/decide.ts']],
  },
};

const repository = readRepository();

describe.each(Object.entries(samples))('%s', (_, { check, good, bad }) => {
  it('holds for this repository', () => {
    expect(check(repository)).toEqual([]);
  });

  it('accepts what is in order', () => {
    expect(check(treeOf(good))).toEqual([]);
  });

  it.each(bad.map(([files, finding]) => ({ files, finding })))('objects: $finding', ({ files, finding }) => {
    expect(check(treeOf(files))).toEqual([expect.stringContaining(finding)]);
  });
});

describe('the repository as read', () => {
  it('holds sources, tests and scripts, and nothing that others made', () => {
    expect(repository.has('package.json')).toBe(true);
    expect(repository.has('test/tidy.test.ts')).toBe(true);
    expect([...repository.keys()].filter((path) => /^(node_modules|dist|\.git)\//.test(path))).toEqual([]);
  });
});
