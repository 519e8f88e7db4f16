import { expect, it } from 'vitest';
import { endsText } from '../../src/cli/say-ends.js';
import { runCommand } from '../../src/cli/program.js';
import { fakeShell } from './fake-desk.js';

it('the help of a command says with which exit codes it can end', async () => {
  const shell = fakeShell();
  await runCommand(['takes', 'show', '--help'], shell);
  expect(shell.printed.join('\n')).toContain(endsText(shell.texts, 'takes show'));
  expect(endsText(shell.texts, 'takes show')).toMatch(/^Exit codes: 0 done · 1 .* · 2 .* · 3 no such thing/);
  expect(endsText(shell.texts, 'status')).not.toContain('3 ');
});
