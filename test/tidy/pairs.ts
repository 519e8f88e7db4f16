import type { Check, Tree } from './tree.js';
import { pathsIn } from './tree.js';

/** Base names of the files directly in `folder` that end in `ending`, those in `except` left out. */
function unitsIn(tree: Tree, folder: string, ending: string, except: readonly string[] = []): readonly string[] {
  const inside = new RegExp(`^${folder}/[^/]+${ending.replaceAll('.', '\\.')}$`);
  const names = pathsIn(tree, inside).map((path) => path.slice(folder.length + 1, -ending.length));
  return names.filter((name) => !except.includes(name) && !(ending === '.ts' && name.endsWith('.test')));
}

/** What stands in `left` but not in `right` and the other way round. */
function unpaired(
  left: readonly string[],
  leftSays: string,
  right: readonly string[],
  rightSays: string,
): readonly string[] {
  return [
    ...left.filter((name) => !right.includes(name)).map((name) => `${leftSays} ${name} has no ${rightSays}`),
    ...right.filter((name) => !left.includes(name)).map((name) => `${rightSays} ${name} has no ${leftSays}`),
  ];
}

/** A rule is three files of one name (code, prompt, test) and a row of the README's table; its id is that name. */
export const rulesAreComplete: Check = (tree) => {
  const rules = unitsIn(tree, 'src/rules', '.ts', ['rule', 'index']);
  const readme = tree.get('README.md') ?? '';
  const hasOwnId = (rule: string): boolean => (tree.get(`src/rules/${rule}.ts`) ?? '').includes(`'${rule}'`);
  return [
    ...unpaired(rules, 'rule', unitsIn(tree, 'prompts/rules', '.md'), 'prompt in prompts/rules'),
    ...unpaired(rules, 'rule', unitsIn(tree, 'test/rules', '.test.ts', ['index']), 'test in test/rules'),
    ...rules
      .filter((rule) => !readme.includes(`\n| \`${rule}\` |`))
      .map((rule) => `rule ${rule} has no row in README.md`),
    ...rules.filter((rule) => !hasOwnId(rule)).map((rule) => `src/rules/${rule}.ts does not give '${rule}' as its id`),
  ];
};

/** Texts that belong to gated tools of other servers, not to a tool of ours. */
const FOR_OTHERS = ['paid'];

/** A tool of our own is code, words and a test of one name. */
export const toolsAreComplete: Check = (tree) => {
  const tools = unitsIn(tree, 'src/mcp/tools', '.ts', ['tool', 'index']);
  return [
    ...unpaired(tools, 'tool', unitsIn(tree, 'prompts/tools', '.md', FOR_OTHERS), 'text in prompts/tools'),
    ...unpaired(
      tools,
      'tool',
      unitsIn(tree, 'test/mcp/tools', '.test.ts', ['tool', 'index']),
      'test in test/mcp/tools',
    ),
  ];
};

/** A preset is code, the tool list of its server, by which the suite of all presets tries it, and a row of the README's table. */
export const presetsAreComplete: Check = (tree) => {
  const presets = unitsIn(tree, 'src/upstreams/presets', '.ts', ['preset', 'index']);
  const readme = tree.get('README.md') ?? '';
  return [
    ...unpaired(presets, 'preset', unitsIn(tree, 'test/fixtures/tools', '.json'), 'tool list in test/fixtures/tools'),
    ...presets
      .filter((preset) => !readme.includes(`\n| \`${preset}\` |`))
      .map((preset) => `preset ${preset} has no row in README.md`),
  ];
};
