import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/gate/decide.js';
import type { Finding, Level, Verdict } from '../../src/model/verdict.js';
import type { Rule } from '../../src/rules/rule.js';
import { contextOf, priceOf, requestOf } from '../fixtures/rule-input.js';

/** What a made-up rule does: says something at a level, bounds the count, breaks, or keeps still. */
interface Says {
  readonly level: Level;
  readonly count: number | undefined;
  /** Speaks only about calls for at least this many outputs. */
  readonly from: number;
  readonly breaks: boolean;
}

const says: fc.Arbitrary<Says> = fc.record({
  level: fc.constantFrom<Level>('off', 'note', 'fix', 'nudge', 'ask', 'block', 'reuse'),
  count: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  from: fc.integer({ min: 1, max: 9 }),
  breaks: fc.constantFrom(false, false, false, true),
});
const several = fc.array(says, { maxLength: 7 });
const asked = fc.integer({ min: 1, max: 9 });
const strictness: readonly Verdict['outcome'][] = ['allow', 'nudge', 'ask', 'block'];

function ruleOf({ level, count, from, breaks }: Says, index: number): Rule {
  const id = `rule-${String(index)}`;
  const finding: Finding = { rule: id, code: 'seen', facts: {}, fix: count === undefined ? undefined : { count } };
  return {
    id,
    levels: { seen: level },
    check: (request) => {
      if (request.count < from) return undefined;
      if (breaks) throw new Error('a bug');
      return level === 'reuse' ? { ...finding, take: 't_1' } : finding;
    },
  };
}

function verdictOf(rules: readonly Rule[], count: number): Verdict {
  return decide({
    rules,
    request: requestOf({ count }),
    view: (request) => contextOf({ quote: priceOf(5 * request.count) }),
    fix: (request, fix) => ({ ...request, count: Math.min(request.count, fix.count ?? request.count) }),
  }).verdict;
}

/** A verdict without the order in which equally strict findings stand. */
function content(verdict: Verdict): unknown {
  const findings = verdict.findings.map(({ rule, level }) => `${level} ${rule}`).sort();
  return { ...verdict, findings };
}

describe('a decision, whatever the rules say', () => {
  it('does not depend on the order of the rules', () => {
    const shuffled = several.chain((list) =>
      fc.tuple(
        fc.constant(list.map(ruleOf)),
        fc.shuffledSubarray(list.map(ruleOf), { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, asked, ([rules, others], count) => {
        expect(content(verdictOf(rules, count))).toEqual(content(verdictOf(others, count)));
      }),
    );
  });

  it('is as strict as its strictest finding; only a stored result is above all', () => {
    fc.assert(
      fc.property(several, asked, (list, count) => {
        const { outcome, findings } = verdictOf(list.map(ruleOf), count);
        const heard = findings.map(({ level }) => level);
        const strictest = [...strictness].reverse().find((level) => heard.some((other) => other === level));
        expect(outcome).toBe(heard.includes('reuse') ? 'reuse' : (strictest ?? 'allow'));
      }),
    );
  });

  it('never becomes milder because one more rule speaks without a fix', () => {
    const unfixed = says.map((one) => ({ ...one, level: one.level === 'reuse' ? ('block' as const) : one.level }));
    fc.assert(
      fc.property(fc.array(unfixed, { maxLength: 6 }), unfixed, asked, (list, more, count) => {
        const still = list.map((one) => ({ ...one, count: undefined }));
        const before = verdictOf(still.map(ruleOf), count).outcome;
        const after = verdictOf([...still, { ...more, count: undefined }].map(ruleOf), count).outcome;
        expect(strictness.indexOf(after)).toBeGreaterThanOrEqual(strictness.indexOf(before));
      }),
    );
  });

  it('asks for the fewest outputs that any fix demands, never for more than was asked', () => {
    fc.assert(
      fc.property(several, asked, (list, count) => {
        const { request, fixed, findings } = verdictOf(list.map(ruleOf), count);
        const bounds = findings.flatMap(({ level, fix }) =>
          level === 'fix' && fix?.count !== undefined ? [fix.count] : [],
        );
        expect(request.count).toBe(Math.min(count, ...bounds));
        expect(fixed).toBe(findings.some(({ level }) => level === 'fix'));
      }),
    );
  });

  it('prices the call that would be sent', () => {
    fc.assert(
      fc.property(several, asked, (list, count) => {
        const { request, quote, before } = verdictOf(list.map(ruleOf), count);
        expect(quote).toEqual(priceOf(5 * request.count));
        if (before !== undefined) expect(before).toEqual(priceOf(5 * count));
      }),
    );
  });

  it('blocks when a rule breaks on the call that would be sent', () => {
    const broken: Says = { level: 'off', count: undefined, from: 1, breaks: true };
    const paying = several.map((list) => list.filter(({ level }) => level !== 'reuse'));
    fc.assert(
      fc.property(paying, fc.nat({ max: 7 }), asked, (list, at, count) => {
        const rules = [...list.slice(0, at), broken, ...list.slice(at)].map(ruleOf);
        const verdict = verdictOf(rules, count);
        expect(verdict.outcome).toBe('block');
        expect(verdict.findings).toContainEqual(expect.objectContaining({ code: 'rule-failed', level: 'block' }));
      }),
    );
  });
});
