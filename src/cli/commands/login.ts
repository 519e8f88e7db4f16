import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { dataFolder } from '../../data-folder.js';
import { loginFileOf, loginFolder } from '../../upstreams/login/login-states.js';
import type { LoginFile } from '../../upstreams/login/stored-login.js';
import { isCommand } from '../../upstreams/server-entry.js';
import type { AddressEntry } from '../../upstreams/server-entry.js';
import { CommandError } from '../command-error.js';
import { plainLine } from '../plain-text.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, tell, type Answer } from '../with-store.js';

const patienceMinutes = 10;
const minuteMs = 60_000;

const browserCommands: Partial<Record<NodeJS.Platform, readonly [string, readonly string[]]>> = {
  darwin: ['open', []],
  win32: ['rundll32', ['url.dll,FileProtocolHandler']],
};

interface LoginOptions extends SharedOptions {
  readonly browser: boolean;
}

/** A server of the config that a person can log in to. */
export interface LoginPlace {
  readonly server: string;
  readonly entry: AddressEntry;
  readonly file: LoginFile;
}

/**
 * The server that is meant, and where its login is kept.
 * @throws CommandError when there is none of this name, or it takes no login in the browser.
 */
export function loginPlace(config: Config, server: string): LoginPlace {
  const entry = Object.hasOwn(config.servers, server) ? config.servers[server] : undefined;
  if (entry === undefined) {
    throw new CommandError('missing', 'no-such-server', { server, known: Object.keys(config.servers) });
  }
  if (isCommand(entry)) throw new CommandError('usage', 'login-not-http', { server });
  const file = loginFileOf(server, entry, loginFolder(dataFolder(config)));
  if (file === undefined) throw new CommandError('usage', 'login-has-key', { server });
  return { server, entry, file };
}

/**
 * Takes the person through the login of one server.
 * @param browse opens an address where the person sees it
 * @throws CommandError when no access came of it.
 */
export async function logInTo(place: LoginPlace, shell: Shell, browse: (address: string) => void): Promise<Answer> {
  const { server, entry, file } = place;
  const { texts } = shell;
  // Needs the protocol library, which no other command waits for.
  const { logIn } = await import('../../upstreams/login/interactive-login.js');
  const outcome = await logIn({
    ...{ url: entry.url, headers: entry.headers ?? {}, file, settings: entry.oauth ?? {} },
    patienceMs: patienceMinutes * minuteMs,
    pages: { done: texts.say('cli/login', 'page-done'), failed: texts.say('cli/login', 'page-failed') },
    open: (address) => {
      shell.say(texts.say('cli/login', 'open', { server, address }));
      browse(address);
    },
    now: shell.now,
  }).catch((error: unknown) => {
    throw new CommandError('failed', 'login-broken', { server, why: plainLine(wordsOf(error)) });
  });
  if (outcome.kind === 'denied') {
    throw new CommandError('refused', 'login-denied', { server, why: plainLine(outcome.why) });
  }
  if (outcome.kind === 'no-answer') {
    throw new CommandError('failed', 'login-no-answer', { server, minutes: patienceMinutes });
  }
  const loggedIn = outcome.kind === 'done';
  return { text: texts.say('cli/login', outcome.kind, { server }), data: { server, loggedIn } };
}

/** `greenlight login`. */
export function addLogin(program: Command, shell: Shell): void {
  shared(program.command('login <server>').description('log in to a server over HTTP, in the browser'))
    .option('--no-browser', 'only print the address')
    .action(async (server: string, _options: LoginOptions, command: Command) => {
      const options = command.optsWithGlobals<LoginOptions>();
      const { config } = readSettings(options, { needsEnvironment: true });
      const place = loginPlace(config, server);
      tell(shell, options, await logInTo(place, shell, options.browser ? openBrowser : () => undefined));
    });
}

/** Hands an address to the system's browser; where there is none, the person has the address in the terminal. */
function openBrowser(address: string): void {
  const [program, args] = browserCommands[process.platform] ?? (['xdg-open', []] as const);
  const opened = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  opened.on('error', () => undefined);
  opened.unref();
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
