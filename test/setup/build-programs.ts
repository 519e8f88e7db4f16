import { execFileSync } from 'node:child_process';

/** Builds dist/greenlight.cjs and dist/studio.js once, before the tests that start them as processes. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--bin'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
