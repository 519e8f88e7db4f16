import { describe, expect, it } from 'vitest';
import { giveFeedback } from '../../../src/gate/flow/give-feedback.js';
import { makePlan } from '../../../src/gate/flow/make-plan.js';
import { reportOf } from '../../../src/gate/flow/report.js';
import { feedbackSchema } from '../../../src/model/feedback.js';
import { planStepSchema } from '../../../src/model/plan.js';
import { briefBody } from '../../fixtures/brief.js';
import { budgetOf, openBench, startAt, type GateBench } from '../../fixtures/gate-bench.js';

async function word(bench: GateBench, take: string | undefined, verdict: string, strength: 'relayed' | 'client') {
  await giveFeedback(bench.desk, { take: take ?? '', body: feedbackSchema.parse({ verdict }), strength });
}

/** Two attempts at the fox (5 each, the second approved), one hare (50, approved), one call in doubt (5). */
async function worked(): Promise<GateBench> {
  const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)], mode: 'shadow' } });
  await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
  const step = { shot: 'fox', phase: 'explore', tool: 'studio_generate_image', model: 'draft' };
  await makePlan(bench.desk, { steps: [planStepSchema.parse(step)] });
  const make = async (prompt: string, model: string, shot: string): Promise<string | undefined> => {
    await bench.run(prompt, { model }, { shot, phase: 'explore' });
    bench.pass(1000);
    return (await bench.store.takes({ project: 'poster' }))[0]?.id;
  };
  await word(bench, await make('a fox', 'draft', 'fox'), 'reject', 'relayed');
  await word(bench, await make('a red fox in snow', 'draft', 'fox'), 'approve', 'client');
  await word(bench, await make('a grey hare', 'fine', 'hare'), 'approve', 'client');
  bench.respondWith({ kind: 'lost', why: 'closed' });
  await make('an old boat', 'draft', 'boat');
  return bench;
}

describe('a report', () => {
  it('says where the credits went', async () => {
    const { store } = await worked();
    const report = await reportOf(store, 'poster');
    expect(report).toMatchObject({
      project: 'poster',
      paid: 60_000_000,
      held: 5_000_000,
      takes: 3,
      kept: 2,
      perKept: 30_000_000,
      firstTime: 1,
      byPhase: [{ name: 'explore', takes: 3, kept: 2, paid: 60_000_000 }],
      byModel: [
        { name: 'fine', takes: 1, kept: 1, paid: 50_000_000 },
        { name: 'draft', takes: 2, kept: 1, paid: 10_000_000 },
      ],
      byShot: [
        { name: 'hare', paid: 50_000_000 },
        { name: 'fox', paid: 10_000_000 },
      ],
      plan: [{ item: 'fox/explore', planned: 5_000_000, paid: 10_000_000 }],
      inDoubt: [{ shot: 'boat', held: 5_000_000 }],
    });
    expect(report.relayedShare).toBeCloseTo(1 / 3);
  });

  it('agrees with the accounts', async () => {
    const { store } = await worked();
    const { accounts, paid, held } = await reportOf(store, 'poster');
    const sums = accounts.map((account) => [account.spent, account.held]);
    expect(sums.length).toBeGreaterThan(0);
    for (const sum of sums) expect(sum).toEqual([paid, held]);
  });

  it('of a project without takes divides by nothing', async () => {
    const { store } = await openBench();
    const report = await reportOf(store, 'poster');
    expect(report).toMatchObject({ paid: 0, takes: 0, kept: 0, firstTime: 0, relayedShare: 0, saved: 0, plan: [] });
    expect(report.perKept).toBeUndefined();
  });

  it('is of one project only', async () => {
    const { store } = await worked();
    expect(await reportOf(store, 'film')).toMatchObject({ paid: 0, takes: 0, inDoubt: [], accounts: [] });
  });
});
