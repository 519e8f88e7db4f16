import { join } from 'node:path';
import { isCommand } from '../server-entry.js';
import type { ServerEntry } from '../server-entry.js';
import { LoginFile } from './stored-login.js';

/** How things stand with a server's login, as far as it is known on this computer. */
export type LoginState = 'none' | 'needed' | 'present';

/** The folder of logins inside the data folder. */
export function loginFolder(data: string): string {
  return join(data, 'logins');
}

/** The file of a server's login; undefined for servers that are not reached over HTTP, or that have a key in their headers. */
export function loginFileOf(server: string, entry: ServerEntry, folder: string): LoginFile | undefined {
  if (isCommand(entry)) return undefined;
  const hasKey = Object.keys(entry.headers ?? {}).some((name) => name.toLowerCase() === 'authorization');
  return hasKey ? undefined : new LoginFile(folder, server, entry.url);
}

/** How things stand with the login of every server, in configured order. */
export function loginStates(
  servers: Readonly<Record<string, ServerEntry>>,
  folder: string,
): Readonly<Record<string, LoginState>> {
  return Object.fromEntries(
    Object.entries(servers).map(([server, entry]) => {
      const login = loginFileOf(server, entry, folder)?.read();
      if (login === undefined) return [server, 'none'];
      return [server, login.tokens === undefined ? 'needed' : 'present'];
    }),
  );
}
