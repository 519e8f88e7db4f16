import type { Check } from './tree.js';

const PAGES = ['AGENTS.md', 'README.md'];
const PATH = /`((?:src|test|prompts|scripts|docs|examples)\/[\w./-]+)`/g;

/** The files and folders that the pages for newcomers name do exist. */
export const pagesNameWhatIsThere: Check = (tree) => {
  const isThere = (path: string): boolean =>
    tree.has(path) || [...tree.keys()].some((known) => known.startsWith(`${path.replace(/\/$/, '')}/`));
  return PAGES.flatMap((page) =>
    [...(tree.get(page) ?? '').matchAll(PATH)]
      .map((match) => match[1] ?? '')
      .filter((path) => !isThere(path))
      .map((path) => `${page} names ${path}, which is not there`),
  );
};
