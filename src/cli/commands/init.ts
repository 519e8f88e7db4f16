import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';

import { configPresets } from '../../config-presets.js';
import type { Texts } from '../../gate/texts-port.js';
import { CommandError } from '../command-error.js';
import { launcherOf, type Launcher } from '../launcher.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, tell, type Answer } from '../with-store.js';

interface InitOptions extends SharedOptions {
  readonly studio?: boolean | undefined;
  readonly preset?: string | undefined;
}

/** What a starter config begins with. */
export interface Start {
  /** With the demo studio as upstream. */
  readonly studio: boolean;
  /** Settings for a kind of user. */
  readonly preset?: string | undefined;
}

/** The starter config, with comments; the project takes the name of its folder where that can be one. */
export function starterConfig(texts: Texts, folder: string, launcher: Launcher, start: Start): string {
  const name = basename(folder)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const server = { command: launcher.command, args: [...launcher.args, 'studio'], preset: 'studio' };
  const facts = {
    project: name === '' ? 'default' : name,
    preset: start.preset,
    studio: start.studio ? JSON.stringify(server, null, 2).replaceAll('\n', '\n    ') : undefined,
  };
  return `${texts.say('cli/init', 'starter', facts)}\n`;
}

/**
 * Writes the starter config and says how a client comes to use it.
 * @throws CommandError when the file is there already.
 */
export function writeStarter(shell: Pick<Shell, 'texts'>, file: string, launcher: Launcher, start: Start): Answer {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, starterConfig(shell.texts, folder, launcher, start), { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new CommandError('failed', 'file-exists', { file, init: true });
    }
    throw error;
  }
  const args = [...launcher.args, 'serve', '--config', file];
  const snippet = { mcpServers: { greenlight: { command: launcher.command, args } } };
  const claude = ['claude', 'mcp', 'add', 'greenlight', '--', launcher.command, ...args].map(quoted).join(' ');
  const facts = { file, snippet: JSON.stringify(snippet, null, 2), claude, studio: start.studio };
  return { text: shell.texts.say('cli/init', 'written', facts), data: { file, claude, ...snippet } };
}

/** `greenlight init`. */
export function addInit(program: Command, shell: Shell): void {
  shared(program.command('init').description('write a first greenlight.json and say how a client uses it'))
    .option('--studio', 'with the demo studio as upstream')
    .addOption(new Option('--preset <name>', 'settings for a kind of user').choices(Object.keys(configPresets)))
    .action((_options: InitOptions, command: Command) => {
      const options = command.optsWithGlobals<InitOptions>();
      const launcher = launcherOf(realpathSync(process.argv[1] ?? process.execPath), process.execPath);
      const file = resolve(options.config ?? 'greenlight.json');
      tell(
        shell,
        options,
        writeStarter(shell, file, launcher, { studio: options.studio === true, preset: options.preset }),
      );
    });
}

function quoted(word: string): string {
  return /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
