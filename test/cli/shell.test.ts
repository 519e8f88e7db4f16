import { afterEach, expect, it, vi } from 'vitest';
import { openShell } from '../../src/cli/shell.js';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it('answers on standard output and speaks on standard error', () => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const shell = openShell();
  shell.print('answer');
  shell.say('remark');
  shell.ask('question? ');
  expect(out.mock.calls.map(([text]) => text)).toEqual(['answer\n']);
  expect(err.mock.calls.map(([text]) => text)).toEqual(['remark\n', 'question? ']);
});

it('sets the exit code without ending anything', () => {
  openShell().end(3);
  expect(process.exitCode).toBe(3);
});
