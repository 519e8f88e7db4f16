import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** Where Greenlight keeps its data when the config does not say: the user's own data folder. */
export function dataFolder(
  config: { readonly data?: string | undefined },
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (config.data !== undefined) return config.data;
  if (platform() === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'greenlight');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'greenlight');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'greenlight');
}
