import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/gate/flow/report.js';
import { reportData, reportText } from '../../src/feedback/report-text.js';
import { openTexts } from '../../src/feedback/texts.js';
import { accountOf, takeOf } from '../fixtures/takes.js';

const line = (name: string, paid: number) => ({ name, takes: 2, kept: 1, paid });
const report: Report = {
  project: 'poster',
  paid: 60_000_000,
  held: 5_000_000,
  takes: 3,
  kept: 2,
  perKept: 30_000_000,
  firstTime: 1,
  byPhase: [line('explore', 60_000_000)],
  byModel: [line('fine', 50_000_000), line('draft', 10_000_000)],
  byShot: [line('fox', 60_000_000)],
  plan: [{ item: 'fox/explore', planned: 5_000_000, paid: 10_000_000 }],
  savings: [{ rule: 'rerun', code: 'certain', times: 2, asked: 50_000_000, bought: 10_000_000, amount: 40_000_000 }],
  saved: 40_000_000,
  inDoubt: [takeOf({ id: 't_9', state: 'in_doubt', held: 5_000_000 })],
  relayedShare: 1 / 3,
  accounts: [accountOf({ limit: 100, spent: 60, held: 5 }), accountOf({ spent: 60, held: 5 })],
};
const empty: Report = {
  ...report,
  ...{ paid: 0, held: 0, takes: 0, kept: 0, perKept: undefined, firstTime: 0, saved: 0, relayedShare: 0 },
  ...{ byPhase: [], byModel: [], byShot: [], plan: [], savings: [], inDoubt: [], accounts: [] },
};

describe('a report as text', () => {
  const text = reportText(openTexts(), report);

  it.each([
    '60 credits paid for 3 takes; 2 kept, 30 credits per kept asset; 1 approved at the first attempt.',
    '5 credits are held',
    '| fine | 2 | 1 | 50 |',
    '| fox/explore | 5 | 10 |',
    '40 credits were asked for',
    '| rerun/certain | 2 | 40 |',
    't_9: 5 credits',
    '| session | 100 | 60 | 5 |',
    '| session | – | 60 | 5 |',
    '33 % of the feedback',
  ])('says: %s', (expected) => {
    expect(text).toContain(expected);
  });

  it('has tables that Markdown can read: head, rule and rows without a gap', () => {
    expect(text).toContain('|---|---|---|---|\n| fine');
    expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/);
  });

  it('of an empty project has no empty tables', () => {
    const nothing = reportText(openTexts(), empty);
    expect(nothing).not.toContain('## Spend by phase');
    expect(nothing).not.toContain('In doubt');
    expect(nothing).not.toContain('of the feedback');
    expect(nothing).not.toContain('per kept asset');
  });
});

describe('a report as data', () => {
  it('holds the same figures, in credits', () => {
    expect(reportData(report)).toMatchObject({
      project: 'poster',
      paid: 60,
      held: 5,
      perKept: 30,
      byModel: [
        { name: 'fine', credits: 50 },
        { name: 'draft', credits: 10 },
      ],
      plan: [{ item: 'fox/explore', planned: 5, paid: 10 }],
      avoided: { estimate: true, credits: 40, by: [{ rule: 'rerun', times: 2, credits: 40 }] },
      inDoubt: [{ take: 't_9', held: 5 }],
      budgets: [{ limit: 100, left: 35 }, { limit: null }],
    });
  });

  it('says null where nothing was kept', () => {
    expect(reportData(empty)['perKept']).toBeNull();
  });
});
