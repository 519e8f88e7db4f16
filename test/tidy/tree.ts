import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files by path (forward slashes, from the top of the repository), each with its text. */
export type Tree = ReadonlyMap<string, string>;

/** One question about the house style: each string says what is wrong, where it is and how to put it right. */
export type Check = (tree: Tree) => readonly string[];

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'demo-output', '.git']);
const TEXT = /(\.(ts|js|mjs|json|md|yaml|yml|sql|css|html|txt|sh)|\/run|LICENSE|rc|ignore|config)$/;

/** A tree from made-up files. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files));
}

/** The text files of the repository itself, folders of tools and products left out. */
export function readRepository(root = process.cwd()): Tree {
  const tree = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !NOT_OURS.has(entry.name)) visit(path);
      if (entry.isFile() && TEXT.test(path)) {
        tree.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
      }
    }
  };
  visit(root);
  return tree;
}

/** Paths of the tree that match `pattern`, sorted. */
export function pathsIn(tree: Tree, pattern: RegExp): readonly string[] {
  return [...tree.keys()].filter((path) => pattern.test(path)).sort();
}

/** Number of lines, a last line break not counted as one more. */
export function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}
