import { expect, it } from 'vitest';
import { commandEnds, pathsWithEnds } from '../../src/cli/command-ends.js';
import { exitCodes } from '../../src/cli/exit-codes.js';
import { leafCommands } from '../../src/cli/leaf-commands.js';
import { makeProgram } from '../../src/cli/program.js';
import { fakeShell } from './fake-desk.js';

it('exit codes are what they always were', () => {
  expect(exitCodes).toEqual({ done: 0, failed: 1, usage: 2, missing: 3, refused: 4, faulty: 5 });
});

it('ends are said of commands that are there, in the order of their codes', () => {
  const known = leafCommands(makeProgram(fakeShell())).map(({ path }) => path);
  expect(pathsWithEnds().filter((path) => !known.includes(path))).toEqual([]);
  for (const path of known) {
    const codes = commandEnds(path).map((end) => exitCodes[end]);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.slice(0, 3)).toEqual([0, 1, 2]);
  }
});

it('whatever asks for the password may end as refused, but what needs none', () => {
  const guarded = leafCommands(makeProgram(fakeShell())).filter(({ command }) =>
    command.options.some(({ long }) => long === '--password-stdin'),
  );
  const unguarded = guarded.map(({ path }) => path).filter((path) => !commandEnds(path).includes('refused'));
  // A no spends nothing, and a first password has none before it.
  expect(unguarded).toEqual(['deny', 'password set']);
});
