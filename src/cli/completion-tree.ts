import type { Argument, Command, Option } from 'commander';

/** A word that may come next, with what it means. */
export interface CompletionWord {
  readonly word: string;
  readonly about: string;
}

/** What may come at one place of the command line. */
export interface CompletionPlace {
  /** The commands so far, e.g. `budget set`; empty at the beginning. */
  readonly path: string;
  readonly commands: readonly CompletionWord[];
  /** Options with their short forms beside. */
  readonly options: readonly CompletionWord[];
  /** What arguments may be, where that is a choice. */
  readonly choices: readonly string[];
  /** Options that want a value: one of these, or a file where there are none. */
  readonly values: readonly { readonly option: string; readonly choices: readonly string[] }[];
}

/** Every place of a program, those above before those below. */
export function completionTree(program: Command, path = ''): readonly CompletionPlace[] {
  const below = program.createHelp().visibleCommands(program);
  const usual = below.find((command) => isDefault(program, command));
  // What the usual command takes may be said without naming it.
  const sources = usual === undefined ? [program] : [program, usual];
  const options = unique(sources.flatMap((each) => each.createHelp().visibleOptions(each)));
  const names = below.flatMap((command) =>
    [command.name(), ...command.aliases()].map((word) => ({ word, command, about: command.description() })),
  );
  const place: CompletionPlace = {
    path,
    commands: names.map(({ word, about }) => ({ word, about })),
    options: options.flatMap((option) => flagsOf(option).map((word) => ({ word, about: option.description }))),
    choices: sources.flatMap((each) => each.registeredArguments.flatMap(choicesOf)),
    values: options
      .filter((option) => option.required || option.optional)
      .flatMap((option) => flagsOf(option).map((flag) => ({ option: flag, choices: choicesOf(option) }))),
  };
  const places = names
    .filter(({ command }) => command.name() !== 'help')
    .flatMap(({ word, command }) => completionTree(command, path === '' ? word : `${path} ${word}`));
  return [place, ...places];
}

function isDefault(program: Command, command: Command): boolean {
  return '_defaultCommandName' in program && program._defaultCommandName === command.name();
}

function choicesOf({ argChoices }: Pick<Option | Argument, 'argChoices'>): readonly string[] {
  return argChoices ?? [];
}

function flagsOf({ short, long }: Option): readonly string[] {
  return [long, short].filter((flag) => flag !== undefined);
}

function unique(options: readonly Option[]): readonly Option[] {
  return options.filter((option, at) => options.findIndex(({ long }) => long === option.long) === at);
}
