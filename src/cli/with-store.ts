import type { Command } from 'commander';
import { openStore } from '../engine.js';
import type { Store } from '../gate/store-port.js';
import { CommandError } from './command-error.js';
import { passwordReader, type PasswordReader } from './password-reader.js';
import { plainJson } from './plain-text.js';
import { readSettings, type Settings, type SharedOptions } from './read-settings.js';
import type { Shell } from './shell.js';

/** What came of a command: the same facts as words for a person and as data for programs. */
export interface Answer {
  readonly text: string;
  readonly data: unknown;
}

/** Options of commands that may need the person's password. */
export interface PasswordOptions extends SharedOptions {
  readonly passwordStdin?: boolean | undefined;
}

/** What a command that works on the store has at hand. */
export interface Desk extends Settings {
  readonly shell: Shell;
  readonly store: Store;
  readonly project: string;
  readonly ask: PasswordReader;
}

/** Adds the options that every command takes. */
export function shared(command: Command): Command {
  return command
    .option('-c, --config <file>', 'config file')
    .option('--data <folder>', 'data folder')
    .option('--project <name>', 'project')
    .option('--json', 'answer as JSON');
}

/** Adds the options of a command that may need the person's password. */
export function guarded(command: Command): Command {
  return shared(command).option('--password-stdin', 'read the password from standard input, one line');
}

/** Prints an answer in the form that was asked for. */
export function tell(shell: Shell, options: SharedOptions, answer: Answer): void {
  shell.print(options.json === true ? plainJson(answer.data) : answer.text);
}

/**
 * Opens the store of the config, does the work, prints what came of it, and closes the store.
 * @param allowed.memory whether the work makes sense beside gateways that keep their store in memory
 */
export async function withStore(
  shell: Shell,
  options: PasswordOptions,
  work: (desk: Desk) => Promise<Answer>,
  allowed: { readonly memory?: boolean } = {},
): Promise<void> {
  const settings = readSettings(options);
  if (settings.config.store === 'memory' && allowed.memory !== true) {
    throw new CommandError('usage', 'store-memory', { file: settings.file });
  }
  const store = await openStore(settings.config);
  try {
    const ask = passwordReader(shell.input, shell.ask, { fromInput: options.passwordStdin === true });
    tell(shell, options, await work({ ...settings, shell, store, project: settings.config.project, ask }));
  } finally {
    await store.close();
  }
}
