import { describe, expect, it } from 'vitest';
import { acceptItems } from '../../../src/gate/flow/accept-plan.js';
import type { PricedItem } from '../../../src/gate/flow/price-plan.js';
import type { Acceptance, PlanItem } from '../../../src/model/plan.js';
import { policyOf } from '../../fixtures/rule-input.js';
import { accountOf, itemOf, planOf } from '../../fixtures/takes.js';

const policy = policyOf({ ask: { above: 100_000_000, every: 1_000_000_000 } });

function priced(changes: Partial<PlanItem> = {}): PricedItem {
  const { acceptance: _open, ...item } = itemOf(changes);
  return item;
}

function accepted(item: PricedItem, earlier: readonly PlanItem[] = []): Acceptance | undefined {
  return acceptItems([item], planOf(...earlier), policy, [], 0)[0]?.acceptance;
}

const byPolicy: Acceptance = { state: 'accepted', by: 'policy' };
const byPerson: Acceptance = { state: 'accepted', by: 'person' };

describe('a plan item', () => {
  it('accepts itself when it is one cheap version', () => {
    expect(accepted(priced())).toEqual(byPolicy);
  });

  it.each<[string, Partial<PlanItem>]>([
    ['batch', { count: 2 }],
    ['premium', { tier: 'premium' }],
    ['audio', { audio: true }],
    ['unknown-price', { unit: undefined, estimate: undefined }],
    ['above', { unit: 100_000_001 }],
  ])('needs a yes because of: %s', (reason, change) => {
    expect(accepted(priced(change))).toEqual({ state: 'needs-yes', reasons: [reason] });
  });

  it('accepts itself exactly at the line', () => {
    expect(accepted(priced({ unit: 100_000_000 }))).toEqual(byPolicy);
  });

  it('counts the whole batch against the line, and tells all reasons together', () => {
    expect(accepted(priced({ unit: 26_000_000, count: 4 }))).toEqual({
      state: 'needs-yes',
      reasons: ['batch', 'above'],
    });
  });
});

describe('a plan against the budgets', () => {
  const states = (limit: number, ...credits: readonly number[]): string[] => {
    const items = credits.map((estimate, index) =>
      priced({ shot: `s${String(index)}`, estimate: estimate * 1_000_000, unit: 1_000_000 }),
    );
    const made = acceptItems(items, undefined, policy, [accountOf({ limit, spent: 10, held: 10 }), accountOf()], 0);
    return made.map(({ acceptance }) =>
      acceptance.state === 'needs-yes' ? acceptance.reasons.join() : acceptance.state,
    );
  };

  it('counts an item only in the budgets of its phase', () => {
    const hero = { ...accountOf({ limit: 1 }), phase: 'hero' as const };
    const items = [priced(), priced({ phase: 'hero' })];
    const made = acceptItems(items, undefined, policy, [hero, accountOf({ limit: 100 })], 0);
    expect(made.map(({ acceptance }) => acceptance)).toEqual([
      byPolicy,
      { state: 'needs-yes', reasons: ['over-budget'] },
    ]);
  });

  it('accepts items as long as they fit together into what is left', () => {
    expect(states(120, 40, 60)).toEqual(['accepted', 'accepted']);
    expect(states(119, 40, 60)).toEqual(['accepted', 'over-budget']);
    expect(states(30, 40, 1)).toEqual(['over-budget', 'over-budget']);
  });
});

describe('a yes that was given before', () => {
  const before = itemOf({ tier: 'premium', count: 4, rounds: 2, unit: 20_000_000, acceptance: byPerson });
  const same = priced({ tier: 'premium', count: 4, rounds: 2, unit: 20_000_000 });

  it('carries over to the same item', () => {
    expect(accepted(same, [before])).toEqual(byPerson);
  });

  it.each<[string, Partial<PricedItem>]>([
    ['other words', { prompt: 'a boat' }],
    ['fewer versions', { count: 2 }],
    ['a lower price', { unit: 10_000_000 }],
    ['fewer rounds', { rounds: 1 }],
  ])('carries over with %s', (_, change) => {
    expect(accepted({ ...same, ...change }, [before])).toEqual(byPerson);
  });

  it.each<[string, Partial<PricedItem>]>([
    ['more versions', { count: 5 }],
    ['more rounds', { rounds: 3 }],
    ['a higher price', { unit: 20_000_001 }],
    ['an unknown price', { unit: undefined }],
    ['another model', { model: 'other' }],
    ['another tool', { tool: 'other' }],
    ['audio', { audio: true }],
  ])('does not widen to %s', (_, change) => {
    expect(accepted({ ...same, ...change }, [before])?.state).toBe('needs-yes');
  });

  it('does not widen to a dearer tier', () => {
    const standard = { ...before, tier: 'standard' } as const;
    expect(accepted(same, [standard])?.state).toBe('needs-yes');
  });

  it.each<Acceptance>([
    { state: 'accepted', by: 'policy' },
    { state: 'accepted', by: 'relayed' },
    { state: 'needs-yes', reasons: [] },
    { state: 'denied', reason: 'no' },
  ])('has to be a person’s: %j does not carry over', (acceptance) => {
    expect(accepted(same, [{ ...before, acceptance }])?.state).toBe('needs-yes');
  });

  it('of a client does not carry over an amount that takes the person', () => {
    const item = priced({ unit: 60_000_000, count: 2 });
    const strict = policyOf({ ask: { above: 100_000_000, every: 1_000_000_000, personAbove: 110_000_000 } });
    const under = (by: 'client' | 'person'): Acceptance | undefined => {
      const before = { ...item, acceptance: { state: 'accepted', by } as const };
      return acceptItems([item], planOf(before), strict, [], 0)[0]?.acceptance;
    };
    expect(under('client')).toEqual({ state: 'needs-yes', reasons: ['batch', 'above', 'in-person'] });
    expect(under('person')).toEqual(byPerson);
  });

  it('belongs to its own shot and phase', () => {
    expect(accepted(same, [{ ...before, id: 'fox/select' }])?.state).toBe('needs-yes');
  });
});

describe('a price before a batch', () => {
  const watchful = policyOf({ prices: { staleDays: 30, batchAbove: 40_000_000 }, ask: { above: 1e9, every: 1e9 } });
  const now = Date.parse('2026-11-22T12:00:00Z');
  const made = (item: PricedItem, earlier?: PlanItem): PlanItem | undefined =>
    acceptItems([item], earlier && planOf(earlier), watchful, [], now)[0];
  const dear = { unit: 50_000_000, priceKey: 'k2' };
  const before = itemOf({ unit: 45_000_000, priceKey: 'k1' });

  it('that is old needs a yes, and a single cheap version none', () => {
    expect(made(priced({ ...dear, asOf: '2026-01-01' }))?.acceptance).toEqual({
      state: 'needs-yes',
      reasons: ['stale-price'],
    });
    expect(made(priced({ asOf: '2026-01-01' }))?.acceptance).toEqual(byPolicy);
    expect(made(priced({ ...dear, asOf: '2026-11-01' }))?.acceptance).toEqual(byPolicy);
  });

  it('that was raised since the last plan needs one, and says what it was', () => {
    expect(made(priced(dear), before)).toMatchObject({
      was: 45_000_000,
      acceptance: { state: 'needs-yes', reasons: ['price-changed'] },
    });
    expect(made(priced({ ...dear, priceKey: 'k1' }), before)?.acceptance).toEqual(byPolicy);
    expect(made(priced({ ...dear, unit: 45_000_000 }), before)).not.toHaveProperty('was');
  });

  it('keeps asking through revisions until a person has seen it', () => {
    const asked = made(priced(dear), before);
    if (asked === undefined) throw new Error('nothing was planned');
    expect(made(priced(dear), asked)).toMatchObject({ was: 45_000_000, acceptance: { reasons: ['price-changed'] } });
    expect(made(priced(dear), { ...asked, acceptance: byPerson })?.acceptance).toEqual(byPolicy);
  });
});
