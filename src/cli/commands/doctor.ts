import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { ConfigError } from '../../config.js';
import type { Check } from '../checks/check.js';
import { clientChecks } from '../checks/clients.js';
import { dataChecks } from '../checks/data.js';
import { machineChecks } from '../checks/machine.js';
import { serverChecks } from '../checks/servers.js';
import { exitCodes } from '../exit-codes.js';
import { findConfig } from '../find-config.js';
import { listen } from '../listen.js';
import { plainLines } from '../plain-text.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, tell, type Answer } from '../with-store.js';
import { checkConfig } from './config.js';

interface DoctorOptions extends SharedOptions {
  readonly offline?: boolean | undefined;
}

/**
 * Looks at everything that has to be in order before a paid call can pass, and says what to do about what is not. Nothing
 * is changed; servers are started and asked for their tools, which is free.
 * @param options.offline starts no server
 */
export async function examine(shell: Shell, options: DoctorOptions): Promise<readonly Check[]> {
  const checks = await machineChecks();
  const file = findConfig(options.config);
  if (!existsSync(file)) return [...checks, { check: 'config', state: 'fault', code: 'config-none', facts: { file } }];
  try {
    checkConfig(file, shell);
    checks.push({ check: 'config', state: 'good', code: 'config', facts: { file } });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    checks.push({ check: 'config', state: 'fault', code: 'failed', facts: { why: error.message } });
  }
  try {
    const settings = readSettings(options);
    checks.push(...(await dataChecks(settings)), ...clientChecks(file, settings.config.servers));
    const isRight = checks.every(({ check, state }) => check !== 'config' || state === 'good');
    // A server whose environment is not there would only fail for that reason.
    if (options.offline !== true && isRight) {
      checks.push(...serverChecks(settings.config, await listen(settings.config, true, shell), shell.now()));
    }
  } catch (error) {
    // What is wrong with the config stands there already.
    if (!(error instanceof ConfigError)) throw error;
  }
  return checks;
}

/** What was found, in lines and as data. */
export function findings(checks: readonly Check[], shell: Shell): Answer {
  const { paint, texts } = shell;
  const marks = { good: paint.green('✓'), warning: paint.yellow('!'), fault: paint.red('✗') };
  const told = checks.map((each) => ({ ...each, text: texts.say('cli/doctor', each.code, { ...each.facts }) }));
  const widest = Math.max(...told.map(({ check }) => check.length));
  const lines = told.map(({ check, state, text }) => {
    const indented = plainLines(text).replaceAll('\n', `\n${' '.repeat(widest + 4)}`);
    return `${marks[state]} ${check.padEnd(widest)}  ${indented}`;
  });
  const count = (state: Check['state']): number => checks.filter((each) => each.state === state).length;
  const sums = { good: count('good'), warnings: count('warning'), faults: count('fault') };
  return {
    text: [...lines, '', texts.say('cli/doctor', 'sum', sums)].join('\n'),
    data: { ...sums, checks: told.map(({ check, state, code, text }) => ({ check, state, code, text })) },
  };
}

/** `greenlight doctor`. */
export function addDoctor(program: Command, shell: Shell): void {
  shared(program.command('doctor').description('look at everything, and say what to do about what is not in order'))
    .option('--offline', 'start no server')
    .addHelpText('after', `\n${shell.texts.say('cli/doctor', 'help')}`)
    .action(async (_options: DoctorOptions, command: Command) => {
      const options = command.optsWithGlobals<DoctorOptions>();
      const checks = await examine(shell, options);
      tell(shell, options, findings(checks, shell));
      if (checks.some(({ state }) => state === 'fault')) shell.end(exitCodes.faulty);
    });
}
