// npm run new rule|store|preset|adapter <name>: writes the files of one new unit from scripts/templates/, all of which
// compile and pass as they are, and says what to do next.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { plainArguments, rootFrom } from './lib/arguments.mjs';
import { camelCase, isKebabCase } from './lib/names.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** What each kind of unit is made of: path of the file → template; and the first thing its author should do. */
const KINDS = {
  rule: {
    files: {
      'src/rules/{{name}}.ts': 'rule/source.ts.txt',
      'prompts/rules/{{name}}.md': 'rule/prompt.md.txt',
      'test/rules/{{name}}.test.ts': 'rule/test.ts.txt',
    },
    next: 'Say in src/rules/{{name}}.ts what it detects, and in prompts/rules/{{name}}.md what the agent is told for each code.',
  },
  store: {
    files: { 'src/stores/{{name}}.ts': 'store/source.ts.txt', 'test/stores/{{name}}.test.ts': 'store/test.ts.txt' },
    next: 'Replace the memory store in src/stores/{{name}}.ts method by method, then let src/app.ts open it.',
  },
  preset: {
    files: {
      'test/fixtures/tools/{{name}}.json': 'preset/tools.json.txt',
      'src/upstreams/presets/{{name}}.ts': 'preset/source.ts.txt',
    },
    test: 'test/upstreams/presets/preset.test.ts',
    next: 'Put the tool list of the server into test/fixtures/tools/{{name}}.json (npm run record:tools), then name the tools in src/upstreams/presets/{{name}}.ts, with source and date of every price.',
  },
  adapter: {
    files: { 'src/agents/{{name}}.ts': 'adapter/source.ts.txt', 'test/agents/{{name}}.test.ts': 'adapter/test.ts.txt' },
    next: 'Add ./{{name}} to "exports" in package.json, and the framework as an optional peer.',
  },
};

/** Why the wish cannot be met, or undefined when it can. */
function refusal(root, kind, name) {
  if (!Object.hasOwn(KINDS, kind ?? '')) return `usage: npm run new ${Object.keys(KINDS).join('|')} <name>`;
  if (!isKebabCase(name ?? '')) return `a name is kebab-case, such as three-strikes; got ${JSON.stringify(name ?? '')}`;
  const taken = Object.keys(KINDS[kind].files)
    .map((path) => fill(path, name))
    .find((path) => existsSync(join(root, path)));
  return taken && `${taken} is there already`;
}

/** Puts the names of the unit where the template wants them; other braces are the template's own business. */
function fill(template, name) {
  const camel = camelCase(name);
  const words = { name, camel, pascal: camel[0].toUpperCase() + camel.slice(1), title: name.replaceAll('-', ' ') };
  return template.replace(/\{\{(\w+)\}\}/g, (braces, word) => words[word] ?? braces);
}

async function write(root, path, text) {
  const style = await resolveConfig(fileURLToPath(import.meta.url));
  const shaped = path.endsWith('.ts') ? await format(text, { ...style, parser: 'typescript' }) : text;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), shaped);
  console.log(`wrote ${path}`);
}

async function create(root, kind, name) {
  const { files, next, test: suite } = KINDS[kind];
  for (const [path, template] of Object.entries(files)) {
    await write(root, fill(path, name), fill(readFileSync(join(HERE, 'templates', template), 'utf8'), name));
  }
  execFileSync(process.execPath, [join(HERE, 'generate.mjs'), '--root', root], { stdio: 'inherit' });
  const test = suite ?? fill(Object.keys(files).at(-1), name);
  console.log(`\nNext: ${fill(next, name)}\nThen: npm test -- ${test} && npm run check`);
}

const root = rootFrom(process.argv);
const [kind, name, ...rest] = plainArguments(process.argv.slice(2));
const problem = rest.length > 0 ? 'one unit at a time' : refusal(root, kind, name);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  await create(root, kind, name);
}
