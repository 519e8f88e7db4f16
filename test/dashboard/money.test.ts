import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../src/dashboard/money.js';
import { reportOf } from '../../src/gate/flow/report.js';
import { feedbackSchema } from '../../src/model/feedback.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import { CREDIT, dispatchTake, noon, planItem, planOf, settleTake } from '../cli/fake-desk.js';

describe('the money', () => {
  it('is the report’s: spent by day, phase, model and shot, beside the plan, with what is kept', async () => {
    let now = noon;
    const store = openMemoryStore({ clock: () => now });
    await planOf(store, 'p_1', [planItem('fox/explore'), planItem('owl/hero', { estimate: undefined })]);
    for (const id of ['t_1', 't_2']) {
      await dispatchTake(store, id, 10 * CREDIT, { digest: id, model: 'sdxl' });
      await settleTake(store, id);
      now += 86_400_000;
    }
    const word = { ...feedbackSchema.parse({ verdict: 'approve' }), id: 'f_1', strength: 'person', at: now } as const;
    await store.saveFeedback('t_2', word);
    const report = await reportOf(store, 'poster', { zone: 'UTC', mode: 'enforce' }, now);
    expect(moneyOf(report, () => 'why')).toEqual({
      ...{ spent: 20, planned: 10, perKept: 20, kept: 1, savings: [] },
      burn: [
        { day: '2026-11-22', spent: 10, total: 10 },
        { day: '2026-11-23', spent: 10, total: 20 },
      ],
      byPhase: [{ name: 'explore', credits: 20, takes: 2, kept: 1 }],
      byModel: [{ name: 'sdxl', credits: 20, takes: 2, kept: 1 }],
      byShot: [{ name: 'fox', credits: 20, takes: 2, kept: 1 }],
    });
    const saving = { rule: 'rerun', code: 'certain', times: 2, asked: 5, bought: 0, amount: 5 * CREDIT };
    const money = moneyOf({ ...report, savings: [saving] }, (rule) => `why ${rule}`);
    expect(money.savings).toEqual([{ rule: 'rerun/certain', words: 'why rerun', times: 2, credits: 5 }]);
  });
});
