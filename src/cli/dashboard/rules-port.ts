import { policyOf } from '../../config.js';
import type { DashboardPorts } from '../../dashboard/ports.js';
import { levelOf } from '../../gate/levels.js';
import type { Remark } from '../../gate/store-port.js';
import { levels } from '../../model/verdict.js';
import { rules } from '../../rules/index.js';
import { CommandError } from '../command-error.js';
import { withLevel } from '../config-edit.js';
import { ruleWords } from '../rule-words.js';
import { asProblem } from './as-problem.js';
import { changeConfig, configChanges } from './change-config.js';
import type { DashboardRoom } from './room.js';

const settable = [...levels, 'default'] as const;

/** Levels of the rules, when they fired, and setting one: the same as `greenlight rules`. */
export function rulesPort(room: DashboardRoom): Pick<DashboardPorts, 'ruleWhy' | 'rules' | 'setLevel'> {
  const { texts, store, project } = room;
  return {
    ruleWhy: (rule) => (rules.some(({ id }) => id === rule) ? ruleWords(texts, rule).why : ''),
    async rules() {
      const { config } = room.settings();
      const policy = policyOf(config);
      const fired = firedBy(await store.remarks(project));
      const changes = await configChanges(room);
      return {
        levels: [...settable],
        preset: config.preset ?? null,
        rules: rules.map((rule) => ({
          rule: rule.id,
          ...ruleWords(texts, rule.id),
          codes: Object.entries(rule.levels).map(([code, usual]) => {
            const { times, lastAt } = fired.get(`${rule.id}/${code}`) ?? { times: 0, lastAt: undefined };
            const last = lastAt === undefined ? null : new Date(lastAt).toISOString();
            return { code, usual, now: levelOf(rule, code, policy), fired: times, lastAt: last };
          }),
        })),
        changes: changes.map(({ at, who, what, to }) => {
          return { at, who, words: texts.say('dashboard/config', 'changed', { what, to }) };
        }),
      };
    },
    setLevel: ({ code, level }, who) =>
      asProblem(async () => {
        const known = rules.flatMap(({ id, levels: codes }) => [
          id,
          ...Object.keys(codes).map((each) => `${id}/${each}`),
        ]);
        if (!known.includes(code)) throw new CommandError('missing', 'no-such-rule', { rule: code, known });
        const wished = settable.find((each) => each === level);
        if (wished === undefined) {
          throw new CommandError('usage', 'bad-request', { problems: [`level: one of ${settable.join(', ')}`] });
        }
        const { written } = room.settings();
        const own = written.project === project ? undefined : project;
        const edit = (text: string): string => withLevel(text, { rule: code, level: wished, project: own });
        await changeConfig(room, { edit, what: code, to: level }, who);
      }),
  };
}

function firedBy(remarks: readonly Remark[]): Map<string, { times: number; lastAt: number }> {
  const fired = new Map<string, { times: number; lastAt: number }>();
  for (const { at, findings, outcome, take } of remarks) {
    // A call that passed on a yes was counted when its question was asked.
    if (outcome === 'ask' && take !== undefined) continue;
    for (const { rule, code } of findings) {
      const known = fired.get(`${rule}/${code}`);
      fired.set(`${rule}/${code}`, { times: (known?.times ?? 0) + 1, lastAt: at });
    }
  }
  return fired;
}
