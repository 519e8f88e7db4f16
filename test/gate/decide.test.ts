import { describe, expect, it } from 'vitest';
import { decide, type DecisionInput } from '../../src/gate/decide.js';
import type { Context } from '../../src/model/context.js';
import type { GenerationRequest } from '../../src/model/request.js';
import type { Finding, Level } from '../../src/model/verdict.js';
import { budget } from '../../src/rules/budget.js';
import { oneVersion } from '../../src/rules/one-version.js';
import type { Rule } from '../../src/rules/rule.js';
import { contextOf, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { accountOf } from '../fixtures/takes.js';

/** A rule that always says the same at one level. */
function always(id: string, level: Level, more: Partial<Finding> = {}): Rule {
  return { id, levels: { seen: level }, check: () => ({ rule: id, code: 'seen', facts: {}, ...more }) };
}

function decided(rules: readonly Rule[], changes: Partial<DecisionInput> = {}) {
  return decide({
    rules,
    request: requestOf({ count: 4 }),
    view: (request) => contextOf({ quote: priceOf(5 * request.count) }),
    fix: (request, { count = request.count }) => ({ ...request, count }),
    ...changes,
  }).verdict;
}

describe('a decision', () => {
  it('allows what no rule speaks against', () => {
    expect(decided([])).toMatchObject({ outcome: 'allow', findings: [], fixed: false, quote: { upper: 20_000_000 } });
  });

  it.each<[Level[], string]>([
    [['note'], 'allow'],
    [['nudge', 'note'], 'nudge'],
    [['nudge', 'ask'], 'ask'],
    [['ask', 'block', 'nudge'], 'block'],
    [['block', 'reuse'], 'reuse'],
    [['off', 'note'], 'allow'],
  ])('goes by the strictest of %j: %s', (levels, outcome) => {
    expect(decided(levels.map((level, index) => always(`rule-${String(index)}`, level, { take: 't_1' }))).outcome).toBe(
      outcome,
    );
  });

  it('tells the strictest findings first, whatever the order of the rules', () => {
    const found = decided([always('a', 'note'), always('b', 'block'), always('c', 'ask')]).findings;
    expect(found.map(({ level }) => level)).toEqual(['block', 'ask', 'note']);
  });

  it('is the same for every order of the rules', () => {
    const rules = [always('a', 'nudge'), always('b', 'ask'), always('c', 'fix', { fix: { count: 2 } })];
    const [one, other] = [decided(rules), decided([...rules].reverse())];
    expect({ ...one, findings: one.findings.length }).toEqual({ ...other, findings: other.findings.length });
  });

  it('holds a call back when a rule breaks', () => {
    const broken: Rule = {
      id: 'broken',
      levels: {},
      check: () => {
        throw new Error('a bug');
      },
    };
    expect(decided([broken])).toMatchObject({
      outcome: 'block',
      findings: [{ rule: 'broken', code: 'rule-failed', facts: { message: 'a bug' }, level: 'block' }],
    });
  });
});

describe('a fix', () => {
  it('makes the call cheaper before anything else is judged', () => {
    const accounts = [accountOf({ limit: 10 })];
    const view = ({ count }: { count: number }): Context => contextOf({ accounts, quote: priceOf(5 * count) });
    const verdict = decided([budget, oneVersion], { view });
    expect(verdict).toMatchObject({
      outcome: 'allow',
      fixed: true,
      request: { count: 1 },
      quote: { upper: 5_000_000 },
      before: { upper: 20_000_000 },
      findings: [{ rule: 'one-version', level: 'fix' }],
    });
  });

  it('takes the lowest bound of several', () => {
    const rules = [always('a', 'fix', { fix: { count: 3 } }), always('b', 'fix', { fix: { count: 2 } })];
    expect(decided(rules).request.count).toBe(2);
  });

  it('does not hide what is still wrong with the fixed call', () => {
    const verdict = decided([oneVersion, always('b', 'block')]);
    expect(verdict).toMatchObject({ outcome: 'block', fixed: true });
    expect(verdict.findings.map(({ rule }) => rule).sort()).toEqual(['b', 'one-version']);
  });

  it('that the tool cannot take becomes a question about the call as it is', () => {
    const verdict = decided([oneVersion], { fix: () => undefined });
    expect(verdict).toMatchObject({ outcome: 'ask', fixed: false, request: { count: 4 } });
    expect(verdict.findings).toMatchObject([{ rule: 'one-version', level: 'ask' }]);
  });
});

describe('a run that nobody watches', () => {
  const view = (): Context => contextOf({ policy: policyOf({ attended: false }) });

  it('is refused what would ask', () => {
    expect(decided([always('a', 'ask')], { view }).outcome).toBe('block');
  });

  it('is refused more versions than it may make where the tool cannot make fewer', () => {
    const request = requestOf({ count: 4 });
    expect(decided([oneVersion], { request, view, fix: () => undefined }).outcome).toBe('block');
  });
});

describe('a fix that makes a draft shorter', () => {
  const long = requestOf({ kind: 'video', seconds: 10, count: 2 });
  const perSecond = ({ seconds = 0, count }: GenerationRequest): Context =>
    contextOf({ quote: priceOf(seconds * count) });
  const shorter = always('short', 'fix', { fix: { seconds: 5 } });
  const fix: DecisionInput['fix'] = (request, { count = request.count, seconds = request.seconds }) =>
    count === request.count && seconds === request.seconds ? request : { ...request, count, seconds };
  const film = (rules: readonly Rule[], changes: Partial<DecisionInput> = {}) =>
    decided(rules, { request: long, view: perSecond, fix, ...changes });

  it('is made where it saves money, together with the others', () => {
    expect(film([shorter, oneVersion])).toMatchObject({
      ...{ outcome: 'allow', fixed: true, request: { seconds: 5, count: 1 } },
      ...{ quote: { upper: 5_000_000 }, before: { upper: 20_000_000 } },
    });
  });

  it.each<[string, Partial<DecisionInput>]>([
    ['costs the same', { view: () => contextOf({ quote: priceOf(5) }) }],
    ['has no known price', { view: () => contextOf({ quote: unknownPrice }) }],
    ['is no shorter', { fix: (request) => request }],
  ])('is forgotten where the shorter one %s', (_, changes) => {
    expect(film([shorter], changes)).toMatchObject({ outcome: 'allow', fixed: false, findings: [], request: long });
  });

  it('is forgotten without the others', () => {
    const perVersion = ({ count }: GenerationRequest): Context => contextOf({ quote: priceOf(count) });
    const verdict = film([shorter, oneVersion], { view: perVersion });
    expect(verdict).toMatchObject({ fixed: true, request: { seconds: 10, count: 1 } });
    expect(verdict.findings.map(({ rule }) => rule)).toEqual(['one-version']);
  });

  it('is only nudged for where the tool refuses it, and the others are made', () => {
    const picky: DecisionInput['fix'] = (request, bounds) =>
      bounds.seconds === undefined ? fix(request, bounds) : undefined;
    expect(film([shorter, oneVersion], { fix: picky })).toMatchObject({
      ...{ outcome: 'nudge', fixed: true, request: { seconds: 10, count: 1 } },
      findings: [
        { rule: 'short', level: 'nudge' },
        { rule: 'one-version', level: 'fix' },
      ],
    });
    const answered = { codes: ['short/seen'], because: 'it needs the whole turn' };
    const view = (): Context => contextOf({ answered });
    expect(film([shorter], { fix: picky, view }).outcome).toBe('allow');
  });

  it('takes the lowest bound of size, too', () => {
    const bounds: unknown[] = [];
    const rules = [always('a', 'fix', { fix: { pixels: 300 } }), always('b', 'fix', { fix: { pixels: 200 } })];
    film(rules, { fix: (request, asked) => (bounds.push(asked.pixels), request) });
    expect(bounds).toEqual([200]);
  });
});

describe('a nudge', () => {
  const view = (codes: readonly string[]) => (): Context => contextOf({ answered: { codes, because: 'I want fog' } });

  it('that the call answers is noted with the answer', () => {
    const verdict = decided([always('rerun', 'nudge')], { view: view(['rerun/seen']) });
    expect(verdict).toMatchObject({
      outcome: 'allow',
      findings: [{ rule: 'rerun', level: 'note', facts: { because: 'I want fog' } }],
    });
  });

  it.each([['rerun/other'], ['other/seen']])('is not answered by an answer to %s', (code) => {
    expect(decided([always('rerun', 'nudge')], { view: view([code]) }).outcome).toBe('nudge');
  });

  it('is the only level that an answer opens', () => {
    expect(decided([always('rerun', 'block')], { view: view(['rerun/seen']) }).outcome).toBe('block');
    expect(decided([always('rerun', 'ask')], { view: view(['rerun/seen']) }).outcome).toBe('ask');
  });
});
