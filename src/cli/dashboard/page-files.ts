import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DashboardPorts } from '../../dashboard/ports.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The folder of the built page: beside the running program, or in the build of the tree that it runs from. */
function pageFolder(from: string): string {
  const beside = join(from, 'dashboard', 'index.html');
  if (existsSync(beside)) return dirname(beside);
  for (let here = from; ; here = dirname(here)) {
    if (existsSync(join(here, 'package.json'))) return join(here, 'dist', 'dashboard');
    if (dirname(here) === here) return join(from, 'dashboard');
  }
}

/** The files of the page, read once: nothing that is asked for later reaches the file system. */
export function pageFiles(
  folder: string = pageFolder(dirname(fileURLToPath(import.meta.url))),
): DashboardPorts['page'] {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => extname(name) in types);
  return new Map(
    names.map((name) => [name, { bytes: readFileSync(join(folder, name)), type: types[extname(name)] ?? '' }]),
  );
}
