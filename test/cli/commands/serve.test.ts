import { expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/program.js';
import { fakeShell } from '../fake-desk.js';

it.each(['serve', 'studio'])('%s is told in the help, and has to be the first word', async (name) => {
  const help = fakeShell();
  await runCommand([name, '--help'], help);
  expect(help.printed.join('\n')).toContain('speaks MCP over standard input and output');
  const late = fakeShell();
  await runCommand(['--project', 'x', name], late);
  expect(late.exits).toEqual([2]);
  expect(late.said.join('\n')).toContain(`greenlight ${name} …`);
});
