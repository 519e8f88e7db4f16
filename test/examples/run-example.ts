import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions } from 'esbuild';

/** Runs a program against the sources, as if the package were installed, and returns what it printed. */
export async function runExample(entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>): Promise<string> {
  // Inside the repository, where packages and prompts are found from.
  const folder = mkdtempSync(resolve('node_modules', '.example-'));
  const program = join(folder, 'example.mjs');
  try {
    await build({
      ...entry,
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      alias: { 'greenlight-mcp': resolve('src/index.ts'), 'greenlight-mcp/ai-sdk': resolve('src/agents/ai-sdk.ts') },
      logLevel: 'silent',
    });
    return (await promisify(execFile)(process.execPath, [program])).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
