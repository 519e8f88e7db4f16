import type { Check, Tree } from './tree.js';
import { pathsIn } from './tree.js';

const TABLE = 'test/principles.ts';

/** Every `A1`-like id that `pattern` captures in the files on `paths`. */
function idsIn(tree: Tree, paths: readonly string[], pattern: RegExp): ReadonlySet<string> {
  const matches = paths.flatMap((path) => [...(tree.get(path) ?? '').matchAll(pattern)]);
  return new Set(matches.map((match) => match[1] ?? ''));
}

/**
 * Every row of the table of principles is cited by a scenario as `[A1]` or `'A1'`, no scenario cites a row that is not there,
 * and the rules that rows name are there.
 */
export const principlesAreCited: Check = (tree) => {
  if (!tree.has(TABLE)) return [];
  const rows = idsIn(tree, [TABLE], /\bid: '([A-Z]\d+)'/g);
  const tests = pathsIn(tree, /^test\/scenarios\/.*\.test\.ts$/);
  const bracketed = idsIn(tree, tests, /\[([A-Z]\d{1,2})\]/g);
  const cited = new Set([...bracketed, ...idsIn(tree, tests, /'([A-Z]\d{1,2})'/g)]);
  const named = [...(tree.get(TABLE) ?? '').matchAll(/\brules: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? ''),
  );
  return [
    ...[...new Set(named)]
      .filter((rule) => !tree.has(`src/rules/${rule}.ts`))
      .map((rule) => `a principle names the rule ${rule}, which is not there`),
    ...(rows.size === 0 ? [`${TABLE} has no rows`] : []),
    ...[...rows].filter((id) => !cited.has(id)).map((id) => `no scenario cites principle ${id}`),
    ...[...bracketed]
      .filter((id) => !rows.has(id))
      .map((id) => `a scenario cites principle ${id}, which is not in ${TABLE}`),
  ];
};
