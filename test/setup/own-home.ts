import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A home for one run of the tests, so that nothing they start writes into the user's own; it is gone with the run. Clients
 * hand `HOME` on to the servers they start, and nothing else that says where the data folder is.
 */
export function ownHome(): Record<string, string> {
  const home = mkdtempSync(join(tmpdir(), 'greenlight-home-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  return {
    HOME: home,
    USERPROFILE: home,
    // Where the system looks without it, so that processes agree whether they are handed it or not.
    XDG_DATA_HOME: join(home, '.local', 'share'),
    LOCALAPPDATA: join(home, 'AppData', 'Local'),
    // The package manager keeps its registry and its cache.
    npm_config_userconfig: process.env['npm_config_userconfig'] ?? join(homedir(), '.npmrc'),
    npm_config_cache: process.env['npm_config_cache'] ?? join(homedir(), '.npm'),
  };
}
