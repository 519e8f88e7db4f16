import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, tell } from '../with-store.js';

const program = join('examples', 'demo', 'run.mjs');

/** What a run of the demo leaves in its folder; a folder with all of it may be used for the next one. */
const marks = ['greenlight.json', 'studio-charges.jsonl', 'report.md'] as const;

/**
 * The demo's program, in the package that this file belongs to.
 * @throws CommandError when the package came without it.
 */
export function demoProgram(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let here = from; ; here = dirname(here)) {
    const candidate = join(here, program);
    if (existsSync(candidate)) return candidate;
    if (dirname(here) === here) throw new CommandError('missing', 'demo-missing', { file: program });
  }
}

/**
 * The folder that a demo may work in: the demo begins by emptying it.
 * @throws CommandError when it holds anything but an earlier demo.
 */
export function demoFolder(named: string): string {
  const folder = resolve(named);
  const inside = existsSync(folder) ? readdirSync(folder) : [];
  if (inside.length > 0 && !marks.every((mark) => inside.includes(mark))) {
    throw new CommandError('failed', 'folder-in-use', { file: folder });
  }
  return folder;
}

/** Runs the demo; what it tells goes to standard output, or beside it where an answer in JSON is wanted. */
export function runDemo(file: string, folder: string, json: boolean): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [file, folder], { stdio: ['ignore', json ? 2 : 'inherit', 'inherit'] });
    child.on('error', fail);
    child.on('close', (exitCode) => done(exitCode ?? exitCodes.failed));
  });
}

/** `greenlight demo`. */
export function addDemo(main: Command, shell: Shell): void {
  shared(main.command('demo').description('see it work: an agent, the gateway, a demo server, pretend credits'))
    .argument('[folder]', 'where everything is put', 'greenlight-demo')
    .addHelpText('after', `\n${shell.texts.say('cli/help', 'demo')}`)
    .action(async (named: string, _options: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const folder = demoFolder(named);
      const exitCode = await runDemo(demoProgram(), folder, options.json === true);
      if (exitCode !== 0) throw new CommandError('failed', 'demo-failed', { exitCode, folder });
      const data = { folder, config: join(folder, 'greenlight.json'), report: join(folder, 'report.md') };
      tell(shell, options, { text: `\n${shell.texts.say('cli/help', 'demo-done', data)}`, data });
    });
}
