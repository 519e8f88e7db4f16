import type { Command } from 'commander';
import { policyOf, type Config } from '../../config.js';
import { levelOf } from '../../gate/levels.js';
import { rules } from '../../rules/index.js';
import { ruleWords } from '../rule-words.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { shared, tell, type Answer } from '../with-store.js';

/** Every rule with the default and the configured level of each of its codes, why it is there, and when to turn it off. */
export function listRules(config: Config, shell: Shell): Answer {
  const policy = policyOf(config);
  const described = rules.map((rule) => ({
    rule: rule.id,
    ...ruleWords(shell.texts, rule.id),
    levels: Object.entries(rule.levels).map(([code, usual]) => ({ code, usual, now: levelOf(rule, code, policy) })),
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
  return {
    text: `${blocks.join('\n\n')}\n\n${shell.texts.say('cli/config', 'levels')}`,
    data: { rules: described },
  };
}

/** `greenlight rules`. */
export function addRules(program: Command, shell: Shell): void {
  shared(program.command('rules').description('what the gate looks at, and how strictly')).action(
    (_options: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      tell(shell, options, listRules(readSettings(options).config, shell));
    },
  );
}
