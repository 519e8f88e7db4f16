import type { Command } from 'commander';
import type { Texts } from '../gate/texts-port.js';
import { commandEnds } from './command-ends.js';
import { exitCodes } from './exit-codes.js';
import { leafCommands } from './leaf-commands.js';

/** Lets the help of every command say with which exit codes it can end. */
export function sayEnds(program: Command, texts: Texts): void {
  for (const { path, command } of leafCommands(program)) {
    command.addHelpText('after', `\n${endsText(texts, path)}`);
  }
}

/** The exit codes of the command of a path, in one line. */
export function endsText(texts: Texts, path: string): string {
  const ends = commandEnds(path).map((end) => `${String(exitCodes[end])} ${texts.say('cli/exit-codes', end)}`);
  return texts.say('cli/exit-codes', 'line', { ends: ends.join(' · ') });
}
