// Loads modules out of src/ as they are now, for scripts and benchmarks that measure them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * What an entry text exports.
 * @param root the project's folder
 * @param name of the bundle, while it is there
 * @param contents TypeScript that imports from './src/…'
 */
export async function loadSource(root, name, contents) {
  const outfile = join(root, 'node_modules', '.cache', `greenlight-${name}-${process.pid}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', target: 'node20', logLevel: 'warning' },
    outfile,
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
