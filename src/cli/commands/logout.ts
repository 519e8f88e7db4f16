import type { Command } from 'commander';
import { logOut } from '../../upstreams/login/log-out.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, tell, type Answer } from '../with-store.js';
import { loginPlace, type LoginPlace } from './login.js';

/** Forgets the login of one server, and has its tokens revoked. */
export async function logOutOf({ server, file }: LoginPlace, shell: Shell): Promise<Answer> {
  const outcome = await logOut(file);
  const revoked = outcome === 'revoked';
  const section = outcome === 'none' ? 'was-none' : 'logged-out';
  const text = shell.texts.say('cli/login', section, { server, revoked });
  return { text, data: { server, loggedOut: outcome !== 'none', revoked } };
}

/** `greenlight logout`. */
export function addLogout(program: Command, shell: Shell): void {
  shared(program.command('logout <server>').description('forget the login of a server')).action(
    async (server: string, _options: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const { config } = readSettings(options);
      tell(shell, options, await logOutOf(loginPlace(config, server), shell));
    },
  );
}
