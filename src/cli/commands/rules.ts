import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { policyOf, type Config } from '../../config.js';
import { levelOf } from '../../gate/levels.js';
import { levels } from '../../model/verdict.js';
import { rules } from '../../rules/index.js';
import { CommandError } from '../command-error.js';
import { withLevel } from '../config-edit.js';
import { findConfig } from '../find-config.js';
import type { LevelWish } from '../level-wish.js';
import { ruleWords } from '../rule-words.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { shared, tell, type Answer } from '../with-store.js';
import { replaceFile } from '../write-file.js';

interface RulesOptions extends SharedOptions {
  readonly shot?: string | undefined;
}

/**
 * Every rule with the default and the configured level of each of its codes, why it is there, and when to turn it off.
 * @param shot whose levels to show, where they differ from the project's
 */
export function listRules(config: Config, shell: Shell, shot?: string): Answer {
  const policy = policyOf(config);
  const described = rules.map((rule) => ({
    rule: rule.id,
    ...ruleWords(shell.texts, rule.id),
    levels: Object.entries(rule.levels).map(([code, usual]) => ({
      ...{ code, usual },
      now: levelOf(rule, code, policy, shot),
    })),
  }));
  const { paint } = shell;
  const blocks = described.map(({ rule, why, turnOff, levels }) => {
    const rows = levels.map(({ code, usual, now }) => [
      `${rule}/${code}`,
      usual,
      now === usual ? now : { text: now, paint: paint.yellow },
    ]);
    const titles = [{ title: 'code' }, { title: 'default' }, { title: 'level' }];
    return [paint.bold(rule), why, turnOff, table(titles, rows, paint.dim)].filter((part) => part !== '').join('\n');
  });
  const shots = Object.keys(policy.shots);
  const { preset } = config;
  const foot = shell.texts.say('cli/config', 'levels', { preset, shot, shots, unattended: !policy.attended });
  return { text: `${blocks.join('\n\n')}\n\n${foot}`, data: { rules: described, preset, shot, shots } };
}

/**
 * Writes the level that a person wants into the config.
 * @throws CommandError when there is no such rule or code; ConfigError when the result would not be a config.
 */
export function setLevel(file: string, wish: LevelWish, shell: Shell): Answer {
  const known = rules.flatMap(({ id, levels: codes }) => [id, ...Object.keys(codes).map((code) => `${id}/${code}`)]);
  if (!known.includes(wish.rule)) throw new CommandError('missing', 'no-such-rule', { rule: wish.rule, known });
  replaceFile(file, withLevel(readFileSync(file, 'utf8'), wish));
  const lines = [
    `${shell.paint.green('✓')} ${shell.texts.say('cli/config', 'level-set', { ...wish })}`,
    shell.texts.say('cli/inspect', 'written', { file }),
  ];
  return { text: lines.join('\n'), data: { file, ...wish } };
}

/** `greenlight rules`. */
export function addRules(program: Command, shell: Shell): void {
  const group = shared(program.command('rules').description('what the gate looks at, and how strictly'))
    .option('--shot <name>', 'as it is for this shot')
    .action((_options: RulesOptions, command: Command) => {
      const options = command.optsWithGlobals<RulesOptions>();
      tell(shell, options, listRules(readSettings(options).config, shell, options.shot));
    });
  shared(group.command('set <rule> <level>').description('how strictly a rule, or rule/code, is taken'))
    .option('--shot <name>', 'for this shot only')
    .addHelpText('after', `\nLevels: ${[...levels, 'default'].join(', ')}`)
    .action((rule: string, level: string, _options: RulesOptions, command: Command) => {
      const options = command.optsWithGlobals<RulesOptions>();
      const wished = ([...levels, 'default'] as const).find((each) => each === level);
      if (wished === undefined) {
        throw new CommandError('usage', 'no-such-level', { level, known: [...levels, 'default'] });
      }
      const wish = {
        rule,
        level: wished,
        shot: options.shot,
        project: options.shot === undefined ? options.project : undefined,
      };
      tell(shell, options, setLevel(findConfig(options.config), wish, shell));
    });
}
