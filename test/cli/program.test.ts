import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leafCommands } from '../../src/cli/leaf-commands.js';
import { makeProgram, runCommand } from '../../src/cli/program.js';
import { fakeShell, type FakeShell } from './fake-desk.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-program-'));
  const config = { project: 'poster', data: join(folder, 'data') };
  writeFileSync(join(folder, 'greenlight.json'), JSON.stringify(config));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<FakeShell> {
  const shell = fakeShell();
  await runCommand(argv, shell);
  return shell;
}

describe('runCommand', () => {
  it('takes shared options before and after the command', async () => {
    const config = join(folder, 'greenlight.json');
    const after = await run('status', '--json', '--config', config);
    const before = await run('--config', config, '--json', 'status');
    expect(after.exits).toEqual([]);
    expect(before.printed).toEqual(after.printed);
    expect(JSON.parse(after.printed[0] ?? '')).toMatchObject({ project: 'poster' });
  });

  it('has every command', async () => {
    const { printed, exits } = await run('--help');
    expect(exits).toEqual([0]);
    const names = [
      'init',
      'inspect',
      'prices',
      'status',
      'approvals',
      'approve',
      'deny',
      'takes',
      'budget',
      'report',
      'sessions',
    ];
    for (const name of [...names, 'workflow', 'rules', 'password', 'config', 'serve', 'studio']) {
      expect(printed.join('\n')).toContain(name);
    }
  });

  it('tells wrong use, missing things and a wrong config apart', async () => {
    const config = join(folder, 'greenlight.json');
    expect((await run('fly')).exits).toEqual([2]);
    expect((await run('approve', 'a_1', '--config', config)).exits).toEqual([3]);
    expect((await run('status', '--config', join(folder, 'none.json'))).exits).toEqual([2]);
    const { said } = await run('takes', 'settle', 't_9', '--config', config);
    expect(said.join('\n')).toContain('There is no take t_9');
  });

  it('offers --json on every command, and has a word for each, its arguments and its options', () => {
    // These speak a protocol: there is no answer to put into a form.
    const protocol = ['serve', 'studio'];
    const program = makeProgram(fakeShell());
    const leaves = leafCommands(program);
    expect(leaves.length).toBeGreaterThan(40);
    for (const { path, command } of leaves) {
      const flags = command.options.map(({ long }) => long);
      if (!protocol.includes(path)) expect([path, flags.includes('--json')]).toEqual([path, true]);
      expect(command.description(), path).not.toBe('');
      for (const { flags: option, description } of command.options) {
        expect(description, `${path} ${option}`).not.toBe('');
      }
    }
    for (const group of program.commands) expect(group.description(), group.name()).not.toBe('');
  });

  it('has the commands that people were told of', () => {
    const program = makeProgram(fakeShell());
    const there = new Set(leafCommands(program).map(({ path }) => path));
    const told = ['serve', 'demo', 'status', 'plan show', 'takes list', 'takes show', 'approve', 'deny', 'feedback'];
    told.push('budget show', 'budget set', 'budget extend', 'budget grant', 'report', 'workflow list', 'workflow show');
    told.push('workflow edit', 'workflow export', 'workflow import', 'rules', 'prices list', 'inspect', 'trust list');
    told.push('reconcile', 'projects', 'sessions', 'export', 'doctor', 'completion');
    expect(told.filter((path) => !there.has(path))).toEqual([]);
    expect(program.commands.find((command) => command.name() === 'deny')?.aliases()).toEqual(['reject']);
  });
});
