import { describe, expect, it } from 'vitest';
import { listPlans, showPlan } from '../../../src/cli/commands/plan.js';
import { CREDIT, fakeDesk, planItem, planOf } from '../fake-desk.js';

async function deskWithPlans() {
  const desk = fakeDesk();
  await planOf(desk.store, 'p_1', [planItem('fox/explore')]);
  await planOf(desk.store, 'p_2', [
    planItem('fox/explore', { count: 2, rounds: 3, estimate: 60 * CREDIT }),
    planItem('fox/hero', {
      acceptance: { state: 'needs-yes', reasons: ['premium'] },
      unit: undefined,
      estimate: undefined,
    }),
  ]);
  return desk;
}

describe('showPlan', () => {
  it('shows the steps of the plan in force with estimates and what is left', async () => {
    const { text, data } = await showPlan(await deskWithPlans());
    expect(text).toContain('plan p_2, version 2, made 2026-11-22 12:00 UTC');
    expect(text).toMatch(/fox\/explore +concept +studio_text_to_image +2 × 3 +10 +60 +open +0 +0 +60/);
    expect(text).toMatch(/fox\/hero .* \? +\? +<yellow:needs-yes> .* \?/);
    expect(text).toContain('60 credits planned · 0 paid · 60 left to do');
    expect(text).toContain('needs your yes: fox/hero');
    expect(data).toMatchObject({ plan: 'p_2', inForce: true, left: 60, progress: [{ left: 60 }, { left: null }] });
  });

  it('shows an older version, and says that it is not in force', async () => {
    const { text, data } = await showPlan(await deskWithPlans(), 1);
    expect(text).toContain('version 1 of 2 (not in force any more)');
    expect(data).toMatchObject({ version: 1, inForce: false });
    await expect(showPlan(await deskWithPlans(), 3)).rejects.toMatchObject({ end: 'missing', code: 'no-such-plan' });
  });

  it('says when there is none', async () => {
    expect((await showPlan(fakeDesk())).text).toContain('No plan is stored in poster');
  });
});

describe('listPlans', () => {
  it('lists every version, newest first', async () => {
    const { text, data } = await listPlans(await deskWithPlans());
    expect(text).toMatch(/2 +p_2 +2026-11-22 12:00 +2 +60\n +1 +p_1/);
    expect(data).toMatchObject({
      versions: [
        { version: 2, total: 60 },
        { version: 1, items: 1 },
      ],
    });
    expect((await listPlans(fakeDesk())).data).toEqual({ project: 'poster', versions: [] });
  });
});
