import { Option, type Command } from 'commander';
import { CommandError } from '../command-error.js';
import type { Shell } from '../shell.js';

/**
 * `greenlight serve` and `greenlight studio` as help and completion show them. Both are started before the other commands
 * are even loaded, which works only where their name comes first.
 */
export function addServe(program: Command, shell: Shell): void {
  const { texts } = shell;
  program
    .command('serve')
    .description('be the gateway: what a client starts; speaks MCP over standard input and output')
    .option('-c, --config <file>', 'config file')
    .option('--data <folder>', 'data folder')
    .option('--project <name>', 'project')
    .option('--budget <credits>', 'hard line of each session')
    .addOption(new Option('--mode <mode>', 'how strict to be').choices(['enforce', 'shadow', 'off']))
    .addHelpText('after', `\n${texts.say('cli/help', 'serve')}`)
    .action(() => {
      throw new CommandError('usage', 'name-first', { command: 'serve' });
    });
  program
    .command('studio')
    .description('be the demo generation server; speaks MCP over standard input and output')
    .allowUnknownOption()
    .addHelpText('after', `\n${texts.say('cli/help', 'studio')}`)
    .action(() => {
      throw new CommandError('usage', 'name-first', { command: 'studio' });
    });
}
