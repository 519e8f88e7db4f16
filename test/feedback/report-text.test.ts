import { describe, expect, it } from 'vitest';
import { reportText, shadowText } from '../../src/feedback/report-text.js';
import { forAgents, forPeople } from '../../src/feedback/report-view.js';
import type { Report } from '../../src/gate/flow/report.js';
import { openTexts } from '../../src/feedback/texts.js';
import { emptyReport, fullReport } from '../fixtures/report.js';

const texts = openTexts();

describe('a report as Markdown', () => {
  const text = reportText(texts, fullReport, forPeople);

  it.each([
    '60 credits paid for 3 takes; 2 kept, 30 credits per kept asset; 1 of 2 first tries approved.',
    '5 credits are held',
    'That is 1,234.50 EUR, 6.00 EUR per kept asset. The project earns 2,000.00 EUR: 62 % of it is spent, 765.50 EUR left.',
    '- image: a kept one cost 60 credits on average (1 kept of 2).',
    '| fine | 2 | 1 | 50 |',
    '| s_secret | 2 | 1 | 60 |',
    '| image | studio | fine | 3 | 2 | 30 |',
    '- t_1 (fox, fine): a grey hare',
    '| fox/explore | 5 | 10 | 5 |\n| hare/hero | – | 0 | – |\n| (outside the plan) | – | 50 | – |',
    '| rejected | 1 | 10 |',
    '- t_2 (fox), 10 credits, rejected: a fox \\| with a bar',
    '40 credits were asked for, refused or cut down, and not bought later: 38 % of what would have been spent as asked.',
    '| rerun/certain | 2 | 50 | 10 | 40 |',
    '9 calls for 300 credits were judged and let pass as they came. With the rules enforced, up to 80 credits',
    '700 credits a month were used over 2 months of 30 days, in 8 of 9 weeks: regularly. As sold by price page on 2026-11-01',
    '| Pro | 0 | 9.90 EUR | 0.0141 EUR |\n| packs alone | 3 | 54.80 EUR | 0.0783 EUR |',
    't_9: 5 credits',
    '| session | 100 | 60 | 5 |\n| project | – | 60 | 5 |',
    '33 % of the feedback',
  ])('says: %s', (expected) => {
    expect(text).toContain(expected);
  });

  it('has tables that Markdown can read: head, rule and rows without a gap', () => {
    expect(text).toContain('|---|---|---|---|\n| fine');
    expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/);
  });

  it('of an empty project has no empty tables', () => {
    const nothing = reportText(texts, emptyReport, forPeople);
    expect(nothing).not.toMatch(/\|---|In doubt|of the feedback|per kept asset|That is/);
  });

  it('names every take in doubt, also to an agent: each holds money', () => {
    const [one] = fullReport.inDoubt;
    const inDoubt = Array.from({ length: 30 }, (_, index) => ({ ...one, id: `t_doubt${String(index)}` }));
    const told = reportText(texts, { ...fullReport, inDoubt } as Report, forAgents);
    for (const { id } of inDoubt) expect(told).toContain(`${id}:`);
  });

  it('names no session to an agent', () => {
    const told = reportText(texts, fullReport, forAgents);
    expect(told).not.toMatch(/s_secret|\| session/);
    expect(told).toContain('| project | – | 60 | 5 |');
  });

  it('under one heading is that table and the sum', () => {
    const told = reportText(texts, fullReport, { ...forAgents, by: 'model' });
    expect(told).toContain('60 credits paid');
    expect(told.match(/^## .*/gm)).toEqual(['## Spend by model']);
  });
});

describe('what shadow mode saw', () => {
  it.each([
    '| stopped | 1 | 80 | 80 |',
    '| budget/hard | stopped | 1 | 80 | 80 |',
    '- t_7 (fox), 80 credits, budget/hard: stopped, saving up to 80: a dear fox',
    'estimate',
  ])('says: %s', (expected) => {
    expect(shadowText(texts, fullReport.shadow)).toContain(expected);
  });

  it.each(['reuse', 'block', 'ask', 'nudge', 'fix'])('has words for what would have been done at level %s', (level) => {
    const [line] = fullReport.shadow?.byLevel ?? [];
    const byLevel = line === undefined ? [] : [{ ...line, level }];
    const shadow = fullReport.shadow && { ...fullReport.shadow, byLevel };
    expect(shadowText(texts, shadow)).not.toContain(`would-${level}`);
  });

  it('says how to try it where nothing was judged', () => {
    expect(shadowText(texts, undefined)).toContain('"mode": "shadow"');
  });
});
