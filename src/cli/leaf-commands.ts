import type { Command } from 'commander';

/** A command that does something by itself, with the words that lead to it. */
export interface LeafCommand {
  /** e.g. `takes show`. */
  readonly path: string;
  readonly command: Command;
}

/** Every command of a program that does something by itself, in the order of its help. */
export function leafCommands(program: Command, above = ''): readonly LeafCommand[] {
  return program.commands.flatMap((command): readonly LeafCommand[] => {
    const path = above === '' ? command.name() : `${above} ${command.name()}`;
    const below = leafCommands(command, path);
    return doesSomething(command) ? [{ path, command }, ...below] : below;
  });
}

/** A group without a work of its own only leads to those below; `rules` is both. */
function doesSomething(command: Command): boolean {
  return command.commands.length === 0 || command.options.length > 0;
}
