import fc from '../../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { savingsOf } from '../../../src/gate/flow/savings.js';
import type { Remark } from '../../../src/gate/store-port.js';
import type { Take } from '../../../src/model/take.js';
import { tiers } from '../../../src/model/tier.js';
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
    kind: 'image',
    tier: 'budget',
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
    ['bought in other words', { at: 150, paid: 50, promptKey: 'boat' }, []],
    ['another shot', { at: 150, paid: 50, promptKey: 'boat', shot: 'boat' }, [['rerun/certain', 1, 50]]],
    ['another shot, with the same prompt', { at: 150, paid: 50, shot: 'boat' }, []],
    ['a film, with the same prompt', { at: 150, paid: 50, shot: 'boat', kind: 'video' }, [['rerun/certain', 1, 50]]],
    ['never billed', { at: 150, paid: 0 }, [['rerun/certain', 1, 50]]],
  ] satisfies [string, Partial<Take>, unknown][])('of a call that was %s', (_, take, expected) => {
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
      remarkOf({ promptKey: 'a', shot: 'a', asked: 10 }),
      remarkOf({ promptKey: 'b', shot: 'b', asked: 20 }),
      remarkOf({ promptKey: 'c', shot: 'c', asked: 100, findings: budget }),
      remarkOf({ promptKey: 'a', shot: 'a', asked: 7, tool: 'other', kind: 'edit' }),
    ];
    expect(saved(remarks)).toEqual([
      ['budget/hard', 1, 100],
      ['rerun/certain', 3, 37],
    ]);
  });

  it('of iterations that were held down to a cheap model are what the dear ones would have cost, less the hero', () => {
    const nudge = [{ rule: 'tier-for-phase', code: 'above-phase', level: 'nudge' }];
    const rounds = [1, 2, 3, 4, 5].map((round) => ({ at: round * 10, promptKey: `p${String(round)}` }));
    const asks = rounds.map((at) =>
      remarkOf({ ...at, outcome: 'nudge', tier: 'premium', asked: 120, findings: nudge }),
    );
    const drafts = rounds.map(({ at, promptKey }) => takeOf({ id: promptKey, at: at + 1, promptKey, paid: 20 }));
    const hero = takeOf({ id: 'hero', at: 99, promptKey: 'p6', phase: 'hero', tier: 'premium', paid: 120 });
    expect(savingsOf(asks, [hero, ...drafts])).toEqual([
      { rule: 'tier-for-phase', code: 'above-phase', times: 5, asked: 600, bought: 220, amount: 380 },
    ]);
  });

  it('of a nudge that was answered by other words are none', () => {
    const nudge = { outcome: 'nudge', findings: [{ rule: 'vague-prompt', code: 'no-light', level: 'nudge' }] };
    const vague = remarkOf({ ...nudge, promptKey: 'a', prompt: 'a dog' });
    const better = remarkOf({ ...nudge, promptKey: 'b', prompt: 'brown spaniel on wet sand', at: 110 });
    const take = takeOf({ at: 120, promptKey: 'c', paid: 50 });
    expect(saved([vague, better], [take])).toEqual([]);
  });

  it('of refusals in half the same words count once, in other words each', () => {
    const fox = remarkOf({ promptKey: 'a', prompt: 'a red fox in snow' });
    expect(saved([fox, remarkOf({ promptKey: 'b', prompt: 'a red fox in deep snow' })])).toEqual([
      ['rerun/certain', 1, 50],
    ]);
    expect(saved([fox, remarkOf({ promptKey: 'b', prompt: 'old boat, calm harbour' })])).toEqual([
      ['rerun/certain', 2, 100],
    ]);
  });

  it('are not lessened by cheaper work on the shot that stands for nothing refused', () => {
    const dear = remarkOf({ tier: 'premium', asked: 120 });
    const drafts = [1, 2, 3].map((n) => takeOf({ id: `t_${String(n)}`, at: 100 + n, promptKey: String(n), paid: 20 }));
    expect(saved([dear], drafts)).toEqual([['rerun/certain', 1, 100]]);
    const films = drafts.map((take) => ({ ...take, tier: 'premium' as const, paid: 60 }));
    expect(saved([dear], films)).toEqual([]);
  });

  it('are lessened by a dearer call on a cheaper tier', () => {
    const dear = remarkOf({ tier: 'premium', asked: 120 });
    const first = takeOf({ id: 't_2', at: 101, promptKey: 'x', paid: 20 });
    expect(saved([dear], [first, takeOf({ at: 102, promptKey: 'y', paid: 200 })])).toEqual([]);
  });

  it('are none of what waits for a yes, or was let pass by shadow mode', () => {
    const asked = remarkOf({ outcome: 'ask', findings: [{ rule: 'a', code: 'b', level: 'ask' }], approval: 'a_1' });
    expect(savingsOf([asked], [], (approval) => approval === 'a_1')).toEqual([]);
    expect(saved([asked])).toEqual([['a/b', 1, 50]]);
    const instead = takeOf({ at: 150, promptKey: 'cheaper', paid: 20, tier: 'budget' });
    const dear = { ...asked, tier: 'premium' as const };
    expect(savingsOf([dear], [instead], () => true)).toMatchObject([{ asked: 50, bought: 20, amount: 30 }]);
    expect(saved([remarkOf({ outcome: 'allow', shadow: { outcome: 'block' } })])).toEqual([]);
  });

  it('of a call that a person let pass in a smaller form are put down to what made it smaller', () => {
    const findings = [
      { rule: 'ask-above', code: 'above', level: 'ask' },
      { rule: 'one-version', code: 'more-than-one', level: 'fix' },
    ];
    const ask = remarkOf({ outcome: 'ask', findings, asked: 80 });
    const passed = { ...ask, at: 110, take: 't_1' };
    expect(saved([ask, passed], [takeOf({ at: 110, paid: 20 })])).toEqual([['one-version/more-than-one', 1, 60]]);
  });

  it('of a call that was answered from store are its price, once', () => {
    const reuse = { outcome: 'reuse', findings: [{ rule: 'replay', code: 'same-seed', level: 'reuse' }] };
    const bought = takeOf({ at: 50, paid: 50 });
    expect(saved([remarkOf(reuse), remarkOf({ ...reuse, at: 200 })], [bought])).toEqual([['replay/same-seed', 1, 50]]);
  });
});

describe('savings, whatever happened', () => {
  const price = fc.integer({ min: 0, max: 200 });
  const place = {
    at: fc.integer({ min: 0, max: 50 }),
    shot: fc.constantFrom('fox', 'boat'),
    promptKey: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('image' as const, 'video' as const),
    tier: fc.constantFrom(...tiers),
  };
  const level = fc.constantFrom('block', 'ask', 'nudge', 'fix', 'note');
  const remarks = fc
    .array(fc.record({ ...place, asked: price, level, prompt: fc.constantFrom('red fox', 'red boat', 'a tower') }))
    .map((all) =>
      all
        .map(({ level: own, ...rest }) =>
          remarkOf({ ...rest, outcome: own, findings: [{ rule: own, code: 'c', level: own }] }),
        )
        .sort((a, b) => a.at - b.at),
    );
  const takes = fc
    .array(fc.record({ ...place, paid: price, held: fc.constantFrom(0, 5) }))
    .map((all) => all.map((take, index) => takeOf({ ...take, id: `t_${String(index)}` })));
  const total = (...args: Parameters<typeof savingsOf>): number =>
    savingsOf(...args).reduce((sum, { amount }) => sum + amount, 0);

  it('are never more than was asked, never negative, and each is what was asked less what was bought', () => {
    fc.assert(
      fc.property(remarks, takes, (asks, bought) => {
        const savings = savingsOf(asks, bought);
        for (const { asked, bought: instead, amount, times } of savings) {
          expect(amount).toBe(asked - instead);
          expect(Math.min(amount, instead, times)).toBeGreaterThanOrEqual(0);
        }
        expect(total(asks, bought)).toBeLessThanOrEqual(asks.reduce((sum, { asked = 0 }) => sum + asked, 0));
      }),
    );
  });

  it('never grow with a later purchase, nor with asking the same again', () => {
    fc.assert(
      fc.property(remarks, takes, price, fc.constantFrom('a', 'b', 'c', 'd'), (asks, bought, paid, promptKey) => {
        const last = takeOf({ id: 'last', at: 99, paid, promptKey });
        expect(total(asks, [...bought, last])).toBeLessThanOrEqual(total(asks, bought));
        const again = asks.map((remark) => ({ ...remark, at: 98 }));
        expect(total([...asks, ...again], bought)).toBe(total(asks, bought));
      }),
    );
  });

  it('are none where everything was bought as it was asked', () => {
    fc.assert(
      fc.property(remarks, (asks) => {
        const bought = asks.map(({ at, shot, promptKey, kind, tier, asked = 0 }, index) =>
          takeOf({ ...{ at, shot, promptKey, kind, tier }, id: `t_${String(index)}`, paid: asked }),
        );
        const lines = asks.map((remark, index) => ({ ...remark, take: `t_${String(index)}` }));
        expect(total(lines, bought)).toBe(0);
      }),
    );
  });
});
