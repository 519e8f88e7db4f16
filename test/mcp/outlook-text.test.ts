import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import type { Outlook, PurseOutlook } from '../../src/gate/flow/outlook.js';
import { lowLines, outlookData, outlookLines, paceLines } from '../../src/mcp/outlook-text.js';
import { accountOf, itemOf } from '../fixtures/takes.js';

const texts = openTexts();
const CREDIT = 1_000_000;
const dated = (name: string, credits: number, on: string) => ({ name, amount: credits * CREDIT, on, at: 0 });
const nothing: Outlook = { isPlanned: true, open: [], need: 0, low: [], ways: [], purses: [], lapsing: [] };
const purse: PurseOutlook = {
  ...{ left: 320 * CREDIT, need: 900 * CREDIT, short: 0, now: ['a/hero', 'b/hero'], later: ['c/hero'] },
  lapses: [dated('plan', 320, '2026-11-30')],
  renews: [dated('plan', 1000, '2026-12-01')],
};
const low: Outlook = {
  ...nothing,
  open: [{ item: itemOf(), versions: 2, need: 60 * CREDIT }],
  low: [{ account: accountOf(), left: 20 * CREDIT, need: 60 * CREDIT }],
  ways: [{ item: 'fox/explore', model: 'draft', saving: 45 * CREDIT }],
};

describe('what is said of what is ahead', () => {
  it('is nothing where there is nothing to say', () => {
    expect([...outlookLines(texts, nothing), ...paceLines(texts, nothing)]).toEqual([]);
  });

  it('tells when credits lapse and renew, and what to make when', () => {
    const [balance, plan] = outlookLines(texts, { ...nothing, purses: [purse] });
    expect(balance).toContain(
      '320 credits left. 320 of plan lapse after 2026-11-30. 1,000 of plan renew on 2026-12-01.',
    );
    expect(plan).toContain('needs 900 of it. Make now: a/hero, b/hero. Wait until 2026-12-01 for: c/hero.');
    expect(plan).not.toContain('missing');
  });

  it('tells of a balance that is enough only how it stands, and of a short one what is missing', () => {
    expect(outlookLines(texts, { ...nothing, purses: [{ ...purse, need: 300 * CREDIT }] })).toHaveLength(1);
    const short = { ...purse, server: 'video', renews: [], later: [], short: 580 * CREDIT };
    const [balance, plan] = outlookLines(texts, { ...nothing, purses: [short] });
    expect(balance).toContain('Balance of video:');
    expect(plan).toContain('580 are missing even then: top up');
    expect(plan).not.toContain('Wait');
  });

  it('ranks what is left to do where money runs low, and names the ways out', () => {
    const lines = lowLines(texts, low);
    expect(lines[0]).toContain(
      '20 credits are left in session, the rest of the plan needs 60. Most valuable first: fox/explore.',
    );
    expect(lines[1]).toBe('- fox/explore on draft saves 45 credits.');
    expect(lines[2]).toMatch(/^40 credits are missing\./);
  });

  it('offers a use for credits that lapse', () => {
    const lapse = dated('plan', 30, '2026-11-30');
    const line = (uses: readonly string[], spares: readonly string[]) =>
      outlookLines(texts, { ...nothing, lapsing: [{ ...lapse, uses, spares }] }).join();
    expect(line(['a/hero'], [])).toContain('lapse after 2026-11-30. Use them for a/hero.');
    expect(line([], ['fox'])).toContain('extra content, a new style, or variations of fox to fall back on.');
    expect(line([], [])).toContain('extra content, a new style.');
  });

  it('tells the pace only where something was spent', () => {
    expect(paceLines(texts, { ...nothing, pace: 50 * CREDIT })[0]).toMatch(/50 credits a week are spent\.$/);
    expect(paceLines(texts, { ...nothing, pace: 50 * CREDIT, lasts: '2027-01-10' })[0]).toContain('about 2027-01-10');
  });

  it('holds the same as data, in credits', () => {
    expect(outlookData({ ...low, need: 60 * CREDIT, purses: [purse], lapsing: [], pace: CREDIT })).toMatchObject({
      ...{ need: 60, weekly: 1, lasts: null },
      open: [{ item: 'fox/explore', versions: 2, credits: 60 }],
      low: [{ left: 20, needed: 60 }],
      ways: [{ item: 'fox/explore', model: 'draft', saves: 45 }],
      balances: [{ server: null, left: 320, needed: 900, renews: [{ name: 'plan', credits: 1000, on: '2026-12-01' }] }],
    });
  });
});
