import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { completionScript } from '../../src/cli/completion-script.js';
import { completionTree } from '../../src/cli/completion-tree.js';
import { leafCommands } from '../../src/cli/leaf-commands.js';
import { makeProgram } from '../../src/cli/program.js';
import { fakeShell } from './fake-desk.js';

const program = makeProgram(fakeShell());
const places = completionTree(program);
const script = completionScript('bash', 'greenlight', places);
const folder = mkdtempSync(join(tmpdir(), 'greenlight-completion-'));
writeFileSync(join(folder, 'mine.json'), '{}');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the real shell offers behind these words; the last one is being typed. */
function offered(...words: string[]): string[] {
  const run = `${script}
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _greenlight; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['--norc', '-c', run, 'bash', 'greenlight', ...words], { cwd: folder });
  return output
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

describe('completion in bash', () => {
  it('offers every command at the beginning', () => {
    const first = [...new Set(leafCommands(program).map(({ path }) => path.split(' ')[0]))];
    expect(offered('')).toEqual(expect.arrayContaining([...first, 'reject', '--json']));
    expect(offered('rep')).toEqual(['report']);
    expect(offered('nothing-such')).toEqual([]);
  });

  it('offers what belongs to a group, and to its usual command', () => {
    expect(offered('takes', 's')).toEqual(['show', 'settle']);
    expect(offered('takes', '--st')).toEqual(['--state']);
    expect(offered('budget', 'set', '--sc')).toEqual(['--scope']);
    expect(offered('status', '--st')).toEqual([]);
  });

  it('offers the choices of an option and of an argument', () => {
    expect(offered('takes', '--state', 'p')).toEqual(['posted']);
    expect(offered('budget', 'set', '--scope', '')).toEqual(['session', 'project', 'client']);
    expect(offered('feedback', 't_1', 're')).toEqual(['refine', 'reject']);
    expect(offered('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
  });

  it('offers files behind options that want one, and takes no value for a command', () => {
    expect(offered('status', '--config', 'mi')).toEqual(['mine.json']);
    expect(offered('--project', 'takes', 'rep')).toEqual(['report']);
    expect(offered('--project', 'x', 'takes', 'sh')).toEqual(['show']);
  });
});

describe('completion in other shells', () => {
  const sane = [{ ...places[0], path: '', choices: [], values: [], options: [] }].map((place) => ({
    ...place,
    commands: [{ word: 'it', about: "it's: $HOME `x`" }],
  }));

  it('quotes what descriptions hold', () => {
    const quoted = "'it:it'\\''s: $HOME `x`'";
    expect(completionScript('zsh', 'greenlight', sane)).toContain(quoted);
    expect(completionScript('fish', 'greenlight', sane)).toContain("-a 'it' -d 'it'\\''s: $HOME `x`'");
  });

  it('reads well for zsh, as far as bash can tell', () => {
    const zsh = completionScript('zsh', 'greenlight', places);
    const { status, stderr } = spawnSync('bash', ['-n'], { input: zsh });
    expect([status, stderr.toString()]).toEqual([0, '']);
    expect(zsh).toMatch(/^#compdef greenlight\n/);
    expect(zsh).toContain("'takes|--state') compadd -- held dispatched in_doubt posted released; return");
    expect(zsh).toContain("'doctor:look at everything, and say what to do about what is not in order'");
  });

  it('tells fish every command, option and choice at its place', () => {
    const fish = completionScript('fish', 'greenlight', places);
    expect(fish).toContain(`complete -c greenlight -n '__greenlight_at '\\''takes'\\''' -f -a 'show'`);
    expect(fish).toContain("-l state -x -a 'held dispatched in_doubt posted released'");
    expect(fish).toMatch(/-s c -r -d 'config file'/);
    for (const { path } of leafCommands(program)) expect(fish).toContain(`'\\''${path}'\\''`);
  });
});
