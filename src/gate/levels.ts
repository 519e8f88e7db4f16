import type { Levels, Policy } from '../model/policy.js';
import type { Finding, Level, WeighedFinding } from '../model/verdict.js';
import type { Rule } from '../rules/rule.js';

/**
 * The level that holds for one code: the person's for `rule/code`, theirs for the rule, else the rule's default; what they
 * said of the shot goes before what they said of the project. With nobody there to ask, what would ask is refused.
 */
export function levelOf(rule: Rule, code: string, policy: Policy, shot?: string): Level {
  const level = attendedLevel(rule, code, policy, shot);
  return level === 'ask' && !policy.attended ? 'block' : level;
}

function attendedLevel(rule: Rule, code: string, policy: Policy, shot?: string): Level {
  const ofShot = shot === undefined || !Object.hasOwn(policy.shots, shot) ? undefined : policy.shots[shot];
  const own = saidOf(rule, code, ofShot) ?? saidOf(rule, code, policy.levels);
  // A code that a rule never declared is a bug in the rule; money is safest when it blocks.
  return own ?? rule.levels[code] ?? 'block';
}

function saidOf(rule: Rule, code: string, levels: Levels | undefined): Level | undefined {
  return levels?.[`${rule.id}/${code}`] ?? levels?.[rule.id];
}

/** Gives a finding its level; undefined when the policy switched it off. */
export function weigh(rule: Rule, finding: Finding, policy: Policy, shot?: string): WeighedFinding | undefined {
  const level = levelOf(rule, finding.code, policy, shot);
  if (level === 'off') return undefined;
  if (level === 'block' && attendedLevel(rule, finding.code, policy, shot) === 'ask') {
    return { ...finding, level, unattended: true };
  }
  // A fix that the finding does not offer cannot be applied: it becomes the next stricter thing.
  if (level === 'fix' && finding.fix === undefined) return { ...finding, level: 'nudge' };
  if (level === 'reuse' && finding.take === undefined) return { ...finding, level: 'note' };
  return { ...finding, level };
}
