import { Command } from 'commander';
import { expect, it } from 'vitest';
import { leafCommands } from '../../src/cli/leaf-commands.js';

it('groups lead to their commands, and count themselves where they do something too', () => {
  const program = new Command('x');
  const group = program.command('takes');
  group.command('list');
  const both = program.command('rules').option('--shot <name>');
  both.command('set');
  expect(leafCommands(program).map(({ path }) => path)).toEqual(['takes list', 'rules', 'rules set']);
});
