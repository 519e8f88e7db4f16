import type { Policy } from '../model/policy.js';
import type { Finding, Level, WeighedFinding } from '../model/verdict.js';
import type { Rule } from '../rules/rule.js';

/** The level that holds for one code: the person's for `rule/code`, theirs for the rule, else the rule's default. */
export function levelOf(rule: Rule, code: string, policy: Policy): Level {
  const own = policy.levels[`${rule.id}/${code}`] ?? policy.levels[rule.id];
  // A code that a rule never declared is a bug in the rule; money is safest when it blocks.
  return own ?? rule.levels[code] ?? 'block';
}

/** Gives a finding its level; undefined when the policy switched it off. */
export function weigh(rule: Rule, finding: Finding, policy: Policy): WeighedFinding | undefined {
  const level = levelOf(rule, finding.code, policy);
  if (level === 'off') return undefined;
  // A fix that the finding does not offer cannot be applied: it becomes the next stricter thing.
  if (level === 'fix' && finding.fix === undefined) return { ...finding, level: 'nudge' };
  if (level === 'reuse' && finding.take === undefined) return { ...finding, level: 'note' };
  return { ...finding, level };
}
