import type { Check, Tree } from './tree.js';
import { pathsIn } from './tree.js';

/** The lines of the files on `paths` that match `mark`, as `path:line`. */
function linesWith(tree: Tree, paths: readonly string[], mark: RegExp): readonly string[] {
  return paths.flatMap((path) =>
    (tree.get(path) ?? '').split('\n').flatMap((line, at) => (mark.test(line) ? [`${path}:${at + 1}`] : [])),
  );
}

// The words are put together from pieces, so that these files do not find themselves.
const LEFT_OVER = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
const SET_ASIDE = new RegExp(
  `\\b(it|test|describe|suite)\\.(${['sk' + 'ip', 'on' + 'ly', 'to' + 'do', 'skip' + 'If', 'run' + 'If', 'fa' + 'ils'].join('|')})\\b|\\b(x|f)(it|describe)\\(`,
);
const WORKPLACE = new RegExp(
  [
    '(^|[^\\w.])/(wo' + 'rk)/\\w',
    '/tm' + 'p/(team|house)\\b',
    'sha' + 'red/(research|design|principles|examples)',
    'DES' + 'IGN(\\.md| §)',
    'EXAM' + 'PLES\\.md',
    'BRI' + 'EF\\.md',
    '\\.(libr' + 'ary|mir' + 'ror)/',
  ].join('|'),
  'i',
);

/** Source and prompts hold no notes to come back to. */
export const nothingIsLeftOver: Check = (tree) =>
  linesWith(tree, pathsIn(tree, /^(src|prompts|scripts)\//), LEFT_OVER).map(
    (place) => `${place} holds a note to come back to: do it, or drop it`,
  );

/** No test is set aside, focused or expected to fail. */
export const everyTestRuns: Check = (tree) =>
  linesWith(tree, pathsIn(tree, /^test\/.*\.ts$/), SET_ASIDE).map(
    (place) => `${place} sets a test aside: repair it or delete it`,
  );

/** The project speaks of itself only, not of the place where it was written. */
export const noWorkplaceWords: Check = (tree) =>
  linesWith(tree, pathsIn(tree, /^(?!package-lock)/), WORKPLACE).map(
    (place) => `${place} names something outside this repository`,
  );
