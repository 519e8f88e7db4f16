import ts from 'typescript';
import { parse } from './syntax.js';
import type { Check, Tree } from './tree.js';
import { pathsIn } from './tree.js';

type Listed = readonly (readonly [RegExp, string])[];

/** Sources that are proven through another one, each with the test that does it; that test has to be there. */
const PROVEN_BY: Listed = [
  [/^src\/(rules|mcp\/tools|upstreams\/presets)\/index\.ts$/, 'test/scripts/generate.test.ts'],
  [/^src\/upstreams\/presets\/[^/]+\.ts$/, 'test/upstreams/presets/preset.test.ts'],
  [/^src\/stores\/memory-[^/]+\.ts$/, 'test/stores/memory.test.ts'],
  [/^src\/stores\/(sqlite-[^/]+|sql\/[^/]+|migrations\/[^/]+)\.ts$/, 'test/stores/sqlite.test.ts'],
  [/^src\/testing\/store-[^/]+\.ts$/, 'test/stores/memory.test.ts'],
  [/^src\/dashboard\/page\/(.+\.tsx|browser\/.+\.ts)$/, 'test/scenarios/dashboard-page.test.ts'],
  [/^src\/studio\/scene\/.+\.ts$/, 'test/studio/scene/compose.test.ts'],
  [/^src\/studio\/(tools\/.+|server|studio|paid-tool|results|huge|assets)\.ts$/, 'test/studio/main.test.ts'],
];

/** Sources that are only started as processes or only pass on what others prove; the scenarios cannot run without them. */
const STARTED: Listed = [
  [/^src\/index\.ts$/, 'the door'],
  [/^src\/testing\/index\.ts$/, 'the door of the suites'],
  [/^src\/testing\/[a-z-]+-contract\.ts$/, 'a suite proves others'],
  [/^src\/cli\/main\.ts$/, 'the command'],
  [/^src\/studio\/bin\.ts$/, 'the demo server'],
];

/** Tests that mirror no source of their name, each with the reason. */
const WITHOUT_SOURCE: Listed = [
  [/^test\/[^/]+\.test\.ts$/, 'about the whole repository'],
  [/^test\/(scenarios|heavy|pins|scripts|tidy|examples|bench|docs|prompts)\//, 'not mirrors of src/'],
];

const find = (path: string, list: Listed): string | undefined => list.find(([pattern]) => pattern.test(path))?.[1];

/** Whether a file holds a function; types, tables and schemas alone do nothing that a test could watch. */
function actsIn(tree: Tree, path: string): boolean {
  const acts = (node: ts.Node): boolean =>
    (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) || (ts.forEachChild(node, acts) ?? false);
  return acts(parse(path, tree.get(path) ?? ''));
}

/** Every source file that does something has a test of the same name in the same place, or a listed one that proves it. */
export const sourcesHaveTests: Check = (tree) =>
  pathsIn(tree, /^src\/.*\.tsx?$/)
    .filter((path) => find(path, STARTED) === undefined && actsIn(tree, path))
    .map((path) => ({ path, mirror: path.replace(/^src\//, 'test/').replace(/\.tsx?$/, '.test.ts') }))
    .map(({ path, mirror }) => ({ path, mirror, test: tree.has(mirror) ? mirror : (find(path, PROVEN_BY) ?? mirror) }))
    .filter(({ test }) => !tree.has(test))
    .map(({ path, test }) => `${path} has no ${test}`);

/** Every test in a mirrored folder has a source of the same name; `<name>.<aspect>.test.ts` belongs to `<name>`. */
export const testsHaveSources: Check = (tree) =>
  pathsIn(tree, /^test\/.*\.test\.ts$/)
    .filter((path) => find(path, WITHOUT_SOURCE) === undefined)
    .map((path) => ({ path, source: path.replace(/^test\//, 'src/').replace(/(\.[a-z-]+)?\.test\.ts$/, '.ts') }))
    .filter(({ source }) => !tree.has(source))
    .map(({ path, source }) => `${path} has no ${source}`);
