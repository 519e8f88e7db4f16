import { expect, it } from 'vitest';
import { commandPage } from '../../src/cli/command-page.js';
import { leafCommands } from '../../src/cli/leaf-commands.js';
import { makeProgram } from '../../src/cli/program.js';
import { fakeShell } from './fake-desk.js';

it('the page tells every command with its arguments, options, choices and exit codes', () => {
  const shell = fakeShell();
  const program = makeProgram(shell);
  const page = commandPage(program, shell.texts);
  for (const { path, command } of leafCommands(program)) {
    expect(page).toContain(`## ${path}`);
    expect(page).toContain(command.description());
  }
  expect(page).toContain('## deny, reject');
  expect(page).toContain('`greenlight takes show [options] <take>`');
  expect(page).toContain('- `word`: what you say (approve, refine, reject, another)');
  expect(page).toContain('- `--state <state>`: only in this state (held, dispatched, in_doubt, posted, released)');
  expect(page).toMatch(/## doctor\n[\s\S]*?- exit codes: 0, 1, 2, 5\n/);
  expect(page).toContain('| 5 | what was looked at is not in order');
});
