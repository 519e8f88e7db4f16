import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandEnds } from '../../src/cli/command-ends.js';
import { exitCodes } from '../../src/cli/exit-codes.js';
import { leafCommands } from '../../src/cli/leaf-commands.js';
import { makeProgram } from '../../src/cli/program.js';
import { fakeShell } from '../cli/fake-desk.js';

const page = readFileSync('docs/commands.md', 'utf8');

/** What the page says of one command. */
function sectionOf(path: string): string {
  const begin = page.search(new RegExp(`^## ${path}(,|$)`, 'm'));
  if (begin < 0) return '';
  const end = page.indexOf('\n## ', begin + 1);
  return end < 0 ? page.slice(begin) : page.slice(begin, end + 1);
}

it('the page on the commands tells each with its options and exit codes, and no other', () => {
  const leaves = leafCommands(makeProgram(fakeShell()));
  for (const { path, command } of leaves) {
    const section = sectionOf(path);
    expect(section, path).toContain(command.description());
    const codes = commandEnds(path).map((end) => String(exitCodes[end]));
    expect(section, path).toContain(`- exit codes: ${codes.join(', ')}\n`);
    const own = command.options.filter(({ long }) => !['--config', '--data', '--project', '--json'].includes(long ?? ''));
    for (const { flags } of own) expect(section, path).toContain(`- \`${flags}\`: `);
  }
  expect(page.match(/^## /gm)).toHaveLength(leaves.length);
});

it('the page says what each exit code means, and what arguments may be', () => {
  for (const code of Object.values(exitCodes)) expect(page).toMatch(new RegExp(`^\\| ${String(code)} +\\| \\w`, 'm'));
  expect(page).toContain('## deny, reject');
  expect(sectionOf('feedback')).toContain('- `word`: what you say (approve, refine, reject, another)');
  expect(sectionOf('takes show')).toContain('`greenlight takes show [options] <take>`');
});
