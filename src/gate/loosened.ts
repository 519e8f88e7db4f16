import type { BudgetRule } from '../model/budget.js';
import { levels, type Level } from '../model/verdict.js';
import type { Policy } from '../model/policy.js';

/** The part of a config that decides what may be spent, as it was last accepted by the person. */
export interface AcceptedPolicy extends Pick<Policy, 'mode' | 'levels' | 'quickLane' | 'ask' | 'plan' | 'budgets'> {
  readonly relayedRounds: number;
  /** What every configured tool is taken for, as canonical text by `server.tool`; a change can make a paid tool free. */
  readonly tools: Readonly<Record<string, string>>;
}

/**
 * What a config allows that the accepted one did not: names of the settings, empty when nothing was loosened. An agent
 * that can write the config file must not be able to buy itself a larger budget with it.
 */
export function loosened(accepted: AcceptedPolicy, current: AcceptedPolicy): string[] {
  const found: string[] = [];
  const note = (setting: string, looser: boolean): void => {
    if (looser) found.push(setting);
  };
  note('mode', accepted.mode === 'enforce' && current.mode !== 'enforce');
  note('quickLane.perCall', current.quickLane.perCall > accepted.quickLane.perCall);
  note('quickLane.perDay', current.quickLane.perDay > accepted.quickLane.perDay);
  note('ask.above', current.ask.above > accepted.ask.above);
  note('ask.every', current.ask.every > accepted.ask.every);
  note('plan.tolerance', current.plan.tolerance > accepted.plan.tolerance);
  note('feedback.relayedRounds', current.relayedRounds > accepted.relayedRounds);
  found.push(...looserLevels(accepted.levels, current.levels), ...looserBudgets(accepted.budgets, current.budgets));
  for (const [tool, was] of Object.entries(accepted.tools)) {
    if (current.tools[tool] !== undefined && current.tools[tool] !== was) found.push(`tools.${tool}`);
  }
  return found;
}

function looserLevels(accepted: Policy['levels'], current: Policy['levels']): string[] {
  const rank = (level: Level | undefined): number | undefined =>
    level === undefined ? undefined : levels.indexOf(level);
  const keys = new Set([...Object.keys(accepted), ...Object.keys(current)]);
  return [...keys]
    .filter((key) => {
      const was = rank(accepted[key]);
      const is = rank(current[key]);
      // A level that is new or gone moves away from, or back to, a default that only the rule knows: that is a change.
      return was === undefined || is === undefined ? was !== is : is < was;
    })
    .map((key) => `rules.${key}`);
}

function looserBudgets(accepted: readonly BudgetRule[], current: readonly BudgetRule[]): string[] {
  const key = (rule: BudgetRule): string => `${rule.scope}/${rule.period}`;
  const now = new Map(current.map((rule) => [key(rule), rule]));
  return accepted
    .filter((was) => {
      const is = now.get(key(was));
      if (is === undefined || is.limit > was.limit) return true;
      return was.soft !== undefined && (is.soft === undefined || is.soft > was.soft);
    })
    .map((was) => `budgets.${key(was)}`);
}
