import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** Paths of all files below `folder` whose name passes `wanted`, relative to `root`, with forward slashes, sorted; none when it is missing. */
export function listFiles(root, folder, wanted = () => true) {
  const top = join(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep))
    .filter((parts) => !parts.some((part) => SKIPPED.has(part)))
    .map((parts) => parts.join('/'))
    .sort();
}
