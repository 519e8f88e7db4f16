import { describe, expect, it } from 'vitest';
import { levelOf, weigh } from '../../src/gate/levels.js';
import type { Level } from '../../src/model/verdict.js';
import { rules } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { policyOf } from '../fixtures/rule-input.js';

const rule: Rule = { id: 'rerun', levels: { certain: 'block', suspect: 'nudge' }, check: () => undefined };
const finding = { rule: 'rerun', code: 'certain', facts: {} };
const weighed = (level: Level, more: object = {}): string | undefined =>
  weigh(rule, { ...finding, ...more }, policyOf({ levels: { rerun: level } }))?.level;

describe('the level of a code', () => {
  it.each<[string, Record<string, Level>, Level]>([
    ['the rule’s default', {}, 'nudge'],
    ['the person’s for the rule', { rerun: 'note' }, 'note'],
    ['the person’s for the code, before that for the rule', { rerun: 'note', 'rerun/suspect': 'block' }, 'block'],
    ['the default where another code was changed', { 'rerun/certain': 'off' }, 'nudge'],
  ])('is %s', (_, levels, expected) => {
    expect(levelOf(rule, 'suspect', policyOf({ levels }))).toBe(expected);
  });

  it('is what the person said of the shot, before what they said of the project', () => {
    const policy = policyOf({ levels: { 'rerun/suspect': 'ask' }, shots: { cover: { rerun: 'note' } } });
    expect(levelOf(rule, 'suspect', policy, 'cover')).toBe('note');
    expect(levelOf(rule, 'suspect', policy, 'toString')).toBe('ask');
    expect(weigh(rule, finding, policy, 'cover')?.level).toBe('note');
  });

  it('refuses where it would ask and nobody is there', () => {
    const policy = policyOf({ levels: { rerun: 'ask' }, attended: false });
    expect(levelOf(rule, 'suspect', policy)).toBe('block');
    expect(levelOf(rule, 'suspect', policyOf({ attended: false }))).toBe('nudge');
  });

  it('that a rule never declared is the strictest', () => {
    expect(levelOf(rule, 'new', policyOf())).toBe('block');
  });
});

describe('a weighed finding', () => {
  it('is gone when it was switched off', () => {
    expect(weighed('off')).toBeUndefined();
  });

  it('is a fix only where it offers one, else it is held', () => {
    expect(weighed('fix', { fix: { count: 1 } })).toBe('fix');
    expect(weighed('fix')).toBe('nudge');
  });

  it('is answered from store only where it names a take, else it is noted', () => {
    expect(weighed('reuse', { take: 't_1' })).toBe('reuse');
    expect(weighed('reuse')).toBe('note');
  });

  it('keeps its facts', () => {
    expect(weigh(rule, { ...finding, facts: { a: 1 } }, policyOf())).toEqual({
      ...finding,
      facts: { a: 1 },
      level: 'block',
    });
  });
});

describe('the rules', () => {
  it('have each a name of its own and codes with levels', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { levels } of rules) expect(Object.keys(levels)).not.toEqual([]);
  });
});
