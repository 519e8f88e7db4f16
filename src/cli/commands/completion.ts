import type { Command } from 'commander';
import { completionScript, completionShells, type CompletionShell } from '../completion-script.js';
import { completionTree } from '../completion-tree.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, tell } from '../with-store.js';

/** `greenlight completion`: a script that is generated from the program itself, so that it knows every command. */
export function addCompletion(program: Command, shell: Shell): void {
  const command = program.command('completion').description('print a script that makes your shell complete commands');
  command.addArgument(command.createArgument('<shell>', 'which shell').choices(completionShells));
  shared(command)
    .addHelpText('after', `\n${shell.texts.say('cli/help', 'completion')}`)
    .action((name: CompletionShell, _options: SharedOptions, run: Command) => {
      const script = completionScript(name, program.name(), completionTree(program));
      tell(shell, run.optsWithGlobals<SharedOptions>(), { text: script.trimEnd(), data: { shell: name, script } });
    });
}
