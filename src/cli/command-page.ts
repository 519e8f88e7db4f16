import type { Command, Option } from 'commander';
import type { Texts } from '../gate/texts-port.js';
import { commandEnds } from './command-ends.js';
import { exitCodes } from './exit-codes.js';
import { leafCommands, type LeafCommand } from './leaf-commands.js';

/** Options that nearly every command has; they are told once. */
const told = new Set(['--config', '--data', '--project', '--json', '--help', '--version']);

/** The page in docs/ that lists every command with its options and exit codes, made from the program itself. */
export function commandPage(program: Command, texts: Texts): string {
  const codes = Object.entries(exitCodes).map(
    ([end, code]) => `| ${String(code)} | ${texts.say('cli/exit-codes', end)} |`,
  );
  const [before, behind] = ['page-head', 'page-foot'].map((section) => texts.say('cli/exit-codes', section));
  const shared = optionLines(program, ({ long }) => long !== '--version');
  const sections = leafCommands(program).map((leaf) => section(program, leaf));
  const table = ['| code | means |', '|---|---|', ...codes];
  return `${[before, '', ...table, '', behind, '', ...shared, '', sections.join('\n\n')].join('\n')}\n`;
}

function section(program: Command, { path, command }: LeafCommand): string {
  const parts = path.split(' ').slice(0, -1);
  const usage = [program.name(), ...parts, command.name(), command.usage()].join(' ').replace(' [command]', '');
  const names = [path, ...command.aliases().map((alias) => [...parts, alias].join(' '))];
  const args = command.registeredArguments
    .filter(({ description }) => description !== '')
    .map((argument) => {
      const { description, argChoices } = argument;
      const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;
      return `- \`${argument.name()}\`: ${description}${choices}`;
    });
  const codes = commandEnds(path).map((end) => String(exitCodes[end]));
  return [
    `## ${names.join(', ')}`,
    '',
    `\`${usage}\`: ${command.description()}`,
    '',
    ...args,
    ...optionLines(command, ({ long }) => !told.has(long ?? '') || isOwnVersion(command, long)),
    `- exit codes: ${codes.join(', ')}`,
  ].join('\n');
}

/** `--version` of the program says its own; of a command it is an older version of something. */
function isOwnVersion(command: Command, long: string | undefined): boolean {
  return long === '--version' && command.options.some((option) => option.long === long);
}

function optionLines(command: Command, isWanted: (option: Option) => boolean): readonly string[] {
  return command.options.filter(isWanted).map(({ flags, description, argChoices }) => {
    const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;
    return `- \`${flags}\`: ${description}${choices}`;
  });
}
