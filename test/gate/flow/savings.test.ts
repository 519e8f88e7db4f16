import { describe, expect, it } from 'vitest';
import { savingsOf } from '../../../src/gate/flow/savings.js';
import type { Remark } from '../../../src/gate/store-port.js';
import { takeOf } from '../../fixtures/takes.js';

function remarkOf(changes: Partial<Remark> = {}): Remark {
  return {
    at: 100,
    project: 'poster',
    session: 's_1',
    shot: 'fox',
    phase: 'explore',
    digest: 'd',
    promptKey: 'fox snow',
    prompt: 'a fox',
    tool: 'studio_generate_image',
    outcome: 'block',
    findings: [{ rule: 'rerun', code: 'certain', level: 'block' }],
    asked: 50,
    ...changes,
  };
}

const saved = (remarks: readonly Remark[], takes: Parameters<typeof savingsOf>[1] = []) =>
  savingsOf(remarks, takes).map(({ rule, code, times, amount }) => [`${rule}/${code}`, times, amount]);

describe('savings', () => {
  it('are what was asked for and never bought', () => {
    expect(saved([remarkOf()])).toEqual([['rerun/certain', 1, 50]]);
  });

  it('count one call once, however often it was asked for, at the highest price', () => {
    expect(saved([remarkOf(), remarkOf({ asked: 80, at: 200 }), remarkOf({ at: 300 })])).toEqual([
      ['rerun/certain', 1, 80],
    ]);
  });

  it.each([
    ['bought afterwards for less', { at: 150, paid: 20 }, [['rerun/certain', 1, 30]]],
    ['bought afterwards in full', { at: 150, paid: 50 }, []],
    ['bought afterwards for more', { at: 150, paid: 90 }, []],
    ['still held', { at: 150, paid: 0, held: 50 }, []],
    ['bought before it was asked again', { at: 50, paid: 50 }, [['rerun/certain', 1, 50]]],
    ['another prompt', { at: 150, paid: 50, promptKey: 'boat' }, [['rerun/certain', 1, 50]]],
    ['another project', { at: 150, paid: 50, project: 'film' }, [['rerun/certain', 1, 50]]],
  ])('of a call that was %s', (_, take, expected) => {
    expect(saved([remarkOf()], [takeOf(take)])).toEqual(expected);
  });

  it('of a call that was cut down are the difference', () => {
    const cut = remarkOf({
      outcome: 'allow',
      findings: [{ rule: 'one-version', code: 'more-than-one', level: 'fix' }],
      asked: 80,
      passed: 20,
    });
    expect(saved([cut], [takeOf({ at: 100, paid: 20 })])).toEqual([['one-version/more-than-one', 1, 60]]);
  });

  it('of a call that was only held until the person said yes are none', () => {
    const asked = remarkOf({ outcome: 'ask', findings: [{ rule: 'ask-above', code: 'above', level: 'ask' }] });
    const passed = { ...asked, outcome: 'allow', at: 101 };
    expect(saved([asked, passed], [takeOf({ at: 101, paid: 50 })])).toEqual([]);
  });

  it('are put down to the strictest rule', () => {
    const findings = [
      { rule: 'one-version', code: 'more-than-one', level: 'fix' },
      { rule: 'ask-above', code: 'above', level: 'ask' },
      { rule: 'budget', code: 'hard', level: 'block' },
    ];
    expect(saved([remarkOf({ findings })])).toEqual([['budget/hard', 1, 50]]);
  });

  it.each<[string, Partial<Remark>]>([
    ['a remark that only notes', { outcome: 'allow', findings: [{ rule: 'a', code: 'b', level: 'note' }] }],
    ['a call without a known price', { asked: undefined }],
    ['a call that nothing was said of', { outcome: 'allow', findings: [] }],
  ])('do not come from %s', (_, change) => {
    expect(saved([remarkOf(change)])).toEqual([]);
  });

  it('add up by rule, the largest first', () => {
    const budget = [{ rule: 'budget', code: 'hard', level: 'block' }];
    const remarks = [
      remarkOf({ promptKey: 'a', asked: 10 }),
      remarkOf({ promptKey: 'b', asked: 20 }),
      remarkOf({ promptKey: 'c', asked: 100, findings: budget }),
      remarkOf({ promptKey: 'a', asked: 7, tool: 'other' }),
    ];
    expect(saved(remarks)).toEqual([
      ['budget/hard', 1, 100],
      ['rerun/certain', 3, 37],
    ]);
  });
});
