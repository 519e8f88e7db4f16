import { describe, expect, it } from 'vitest';
import { lapsesOf, lapsingSoon, soonAt } from '../../../src/gate/flow/lapses.js';
import { openBench, packOf, startAt } from '../../fixtures/gate-bench.js';

const CREDIT = 1_000_000;

describe('credits that lapse', () => {
  it('are what is left of a grant, with the last day on which they can be used', () => {
    const at = Date.parse('2026-11-30T23:00:00Z');
    const grant = { id: 'grant:*:plan:2026-11-01', scope: 'grant', subject: '*', held: 0 } as const;
    const left = { ...grant, limit: 10, spent: 4, resetsAt: at };
    expect(lapsesOf([left, { ...left, spent: 10 }, { ...left, resetsAt: undefined }], 'Europe/Paris')).toEqual([
      { name: 'plan', amount: 6, on: '2026-11-30', at },
    ]);
  });

  it('are spoken of within the days of the config', async () => {
    const pack = { ...packOf(30), expires: '2026-11-26' };
    const later = { ...packOf(9), name: 'later', expires: '2026-11-29' };
    const bench = await openBench({ policy: { balances: [pack, later], lapseDays: 5 } });
    expect(soonAt(bench.ports)).toBe(startAt + 5 * 86_400_000);
    expect(await lapsingSoon(bench.ports)).toMatchObject([{ name: 'pack', amount: 30 * CREDIT, on: '2026-11-25' }]);
    expect(await lapsingSoon((await openBench({ policy: { lapseDays: 5 } })).ports)).toEqual([]);
  });
});
