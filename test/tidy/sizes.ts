import type { Check } from './tree.js';
import { lineCount, pathsIn } from './tree.js';

const SOURCE_LINES = 400;
const PAGE_LINES: Readonly<Record<string, number>> = { 'AGENTS.md': 80, 'README.md': 300 };

/** No source file is longer than 400 lines. */
export const sourceFilesAreShort: Check = (tree) =>
  pathsIn(tree, /^src\/.*\.tsx?$/)
    .map((path) => ({ path, lines: lineCount(tree.get(path) ?? '') }))
    .filter(({ lines }) => lines > SOURCE_LINES)
    .map(
      ({ path, lines }) =>
        `${path} has ${lines} lines, the limit is ${SOURCE_LINES}: split it by what changes together`,
    );

/** Pages that are read at every start stay short. */
export const pagesAreShort: Check = (tree) =>
  Object.entries(PAGE_LINES)
    .map(([path, limit]) => ({ path, limit, lines: lineCount(tree.get(path) ?? '') }))
    .filter(({ lines, limit }) => lines > limit)
    .map(({ path, lines, limit }) => `${path} has ${lines} lines, the limit is ${limit}: move detail to docs/`);
