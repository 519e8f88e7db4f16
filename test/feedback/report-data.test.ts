import { describe, expect, it } from 'vitest';
import { excerpt, reportData, shadowData } from '../../src/feedback/report-data.js';
import { forAgents, forPrograms } from '../../src/feedback/report-view.js';
import { emptyReport, fullReport } from '../fixtures/report.js';

describe('a report as data', () => {
  it('holds the same figures, in credits', () => {
    expect(reportData(fullReport, forPrograms)).toMatchObject({
      ...{ project: 'poster', paid: 60, held: 5, perKept: 30, to: '1970-01-02T00:00:00.000Z' },
      byModel: [
        { name: 'fine', credits: 50 },
        { name: 'draft', credits: 10 },
      ],
      bySession: [{ name: 's_secret' }],
      plan: [
        { item: 'fox/explore', planned: 5, paid: 10, drift: 5 },
        { item: 'hare/hero', planned: null, paid: 0, drift: null },
      ],
      outsidePlan: 50,
      value: [{ kind: 'image', model: 'fine', credits: 60, perKept: 30 }],
      firstTries: {
        tries: 2,
        kept: 1,
        byModel: [{ model: 'fine' }],
        prompts: [{ take: 't_1', prompt: 'a grey hare' }],
      },
      waste: { credits: 10, by: [{ reason: 'rejected', credits: 10 }], dearest: [{ take: 't_2', credits: 10 }] },
      avoided: {
        estimate: true,
        credits: 40,
        share: 0.38,
        by: [{ rule: 'rerun', asked: 50, bought: 10, credits: 40 }],
      },
      shadow: { estimate: true, saved: 80 },
      money: { currency: 'EUR', spent: 1234.5, perKept: 6, fee: { amount: 2000, left: 765.5 } },
      advice: {
        creditsPerMonth: 700,
        options: [
          { plan: 'Pro', perMonth: 9.9 },
          { plan: null, packs: 3 },
        ],
      },
      inDoubt: [{ take: 't_9', held: 5 }],
      budgets: [{ limit: 100, left: 35 }, { limit: null }],
    });
  });

  it('says null where there is nothing to say', () => {
    const nothing = { from: null, perKept: null, shadow: null, money: null, advice: null };
    expect(reportData(emptyReport, forPrograms)).toMatchObject(nothing);
  });

  it('names no session to an agent, and under one heading holds that alone', () => {
    expect(JSON.stringify(reportData(fullReport, forAgents))).not.toMatch(/s_secret|session:s_1/);
    const byDay = reportData(fullReport, { ...forAgents, by: 'day' });
    expect(Object.keys(byDay).filter((name) => name.startsWith('by'))).toEqual(['byDay']);
    expect(byDay).not.toHaveProperty('waste');
  });

  it('of shadow mode names rules and examples', () => {
    const { shadow } = fullReport;
    expect(shadow && shadowData(shadow)).toMatchObject({
      ...{ calls: 9, credits: 300, saved: 80 },
      byRule: [{ rule: 'budget', code: 'hard', level: 'block', credits: 80, saved: 80 }],
      examples: [{ take: 't_7', credits: 80 }],
    });
  });
});

it('an excerpt is one short line', () => {
  expect(excerpt(' a fox\n in snow ')).toBe('a fox in snow');
  expect(excerpt('x'.repeat(200))).toHaveLength(80);
});
