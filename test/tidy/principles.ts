import type { Check, Tree } from './tree.js';
import { pathsIn } from './tree.js';

const TABLE = 'test/principles.ts';

/** Every `A1`-like id that `pattern` captures in the files on `paths`. */
function idsIn(tree: Tree, paths: readonly string[], pattern: RegExp): ReadonlySet<string> {
  const matches = paths.flatMap((path) => [...(tree.get(path) ?? '').matchAll(pattern)]);
  return new Set(matches.map((match) => match[1] ?? ''));
}

/** Every row of the table of principles is cited by a test as `[A1]` or `'A1'`, and no test cites a row that is not there. */
export const principlesAreCited: Check = (tree) => {
  if (!tree.has(TABLE)) return [];
  const rows = idsIn(tree, [TABLE], /\bid: '([A-Z]\d+)'/g);
  const tests = pathsIn(tree, /^test\/(?!tidy).*\.test\.ts$/);
  const bracketed = idsIn(tree, tests, /\[([A-Z]\d{1,2})\]/g);
  const cited = new Set([...bracketed, ...idsIn(tree, tests, /'([A-Z]\d{1,2})'/g)]);
  return [
    ...(rows.size === 0 ? [`${TABLE} has no rows`] : []),
    ...[...rows].filter((id) => !cited.has(id)).map((id) => `no test cites principle ${id}`),
    ...[...bracketed]
      .filter((id) => !rows.has(id))
      .map((id) => `a test cites principle ${id}, which is not in ${TABLE}`),
  ];
};
