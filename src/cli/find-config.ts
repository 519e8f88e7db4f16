import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { homedir } from 'node:os';

const fileName = 'greenlight.json';

/**
 * The config file to use: the one named, else `greenlight.json` here or in a folder above, else the one in the user's
 * `.config/greenlight`. The path returned need not exist; reading it says so.
 */
export function findConfig(named: string | undefined, from = process.cwd()): string {
  if (named !== undefined) return resolve(named);
  for (let here = resolve(from); ; here = dirname(here)) {
    const candidate = join(here, fileName);
    if (existsSync(candidate)) return candidate;
    if (dirname(here) === here) break;
  }
  const own = join(homedir(), '.config', 'greenlight', fileName);
  return existsSync(own) ? own : resolve(from, fileName);
}
