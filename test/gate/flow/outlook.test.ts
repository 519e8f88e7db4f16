import { describe, expect, it } from 'vitest';
import { isProblem } from '../../../src/gate/flow/desk.js';
import { makePlan } from '../../../src/gate/flow/make-plan.js';
import type { Outlook } from '../../../src/gate/flow/outlook.js';
import { giveFeedback } from '../../../src/gate/flow/give-feedback.js';
import type { Policy } from '../../../src/model/policy.js';
import { planStepSchema } from '../../../src/model/plan.js';
import { briefBody } from '../../fixtures/brief.js';
import { budgetOf, openBench, packOf, startAt, type GateBench } from '../../fixtures/gate-bench.js';

const CREDIT = 1_000_000;
const step = (shot: string, model: string, changes: object = {}) =>
  planStepSchema.parse({
    shot,
    phase: 'explore',
    tool: 'studio_generate_image',
    prompt: `a ${shot}`,
    model,
    ...changes,
  });

async function briefed(policy: Partial<Policy>): Promise<GateBench> {
  const bench = await openBench({ policy: { levels: { 'vague-prompt': 'off' }, ...policy } });
  await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
  return bench;
}

async function planned(bench: GateBench, ...steps: readonly ReturnType<typeof step>[]): Promise<Outlook> {
  const made = await makePlan(bench.desk, { steps });
  if (isProblem(made)) throw new Error(JSON.stringify(made));
  return made.outlook;
}

const month = { ...packOf(100), name: 'plan', renews: 'month' as const };

describe('the outlook on a balance', () => {
  it('says what can be made now, what after the renewal, and what is missing even then', async () => {
    const bench = await briefed({ balances: [month] });
    const steps = [step('fox', 'fine'), step('hare', 'fine'), step('owl', 'fine'), step('bear', 'best')];
    expect((await planned(bench, ...steps)).purses).toEqual([
      {
        ...{ server: undefined, left: 100 * CREDIT, need: 450 * CREDIT },
        lapses: [{ name: 'plan', amount: 100 * CREDIT, on: '2026-11-30', at: Date.parse('2026-12-01T00:00:00Z') }],
        renews: [{ name: 'plan', amount: 100 * CREDIT, on: '2026-12-01', at: Date.parse('2026-12-01T00:00:00Z') }],
        ...{ now: ['fox/explore', 'hare/explore'], later: ['owl/explore'], short: 250 * CREDIT },
      },
    ]);
  });

  it('keeps what does not lapse for after the renewal, since the other is spent first', async () => {
    const bench = await briefed({ balances: [month, packOf(60)] });
    const steps = ['a', 'b', 'c', 'd', 'e', 'f'].map((shot) => step(shot, 'fine'));
    const [purse] = (await planned(bench, ...steps)).purses;
    expect(purse).toMatchObject({ left: 160 * CREDIT, now: ['a/explore', 'b/explore', 'c/explore'] });
    expect(purse).toMatchObject({ later: ['d/explore', 'e/explore'], short: 40 * CREDIT });
  });

  it('without a renewal says what is missing', async () => {
    const bench = await briefed({ balances: [packOf(60)] });
    const { purses } = await planned(bench, step('fox', 'fine'), step('hare', 'fine'));
    expect(purses).toMatchObject([{ now: ['fox/explore'], later: [], renews: [], short: 40 * CREDIT }]);
  });
});

describe('credits about to lapse', () => {
  const soon = { ...packOf(30), expires: '2026-11-25' };

  it('are offered to what the plan still needs', async () => {
    const bench = await briefed({ balances: [soon], lapseDays: 5 });
    expect((await planned(bench, step('fox', 'draft'))).lapsing).toMatchObject([
      { amount: 30 * CREDIT, on: '2026-11-24', uses: ['fox/explore'], spares: [] },
    ]);
  });

  it('are offered for variations of approved pictures when the plan is done', async () => {
    const bench = await briefed({ balances: [soon], lapseDays: 5 });
    await planned(bench, step('fox', 'draft', { phase: 'select' }));
    await bench.run('a fox', {}, { shot: 'fox', phase: 'select' });
    const [take] = await bench.store.takes({ project: 'poster' });
    const body = { verdict: 'approve' as const, keep: [], change: [], remove: [], note: '' };
    await giveFeedback(bench.desk, { take: take?.id ?? '', body, strength: 'client' });
    const { lapsing, open } = await planned(bench, step('fox', 'draft', { phase: 'select' }));
    expect(open).toEqual([]);
    expect(lapsing).toMatchObject([{ amount: 25 * CREDIT, uses: [], spares: ['fox'] }]);
  });

  it('are not spoken of days before', async () => {
    const bench = await briefed({ balances: [soon], lapseDays: 2 });
    expect((await planned(bench, step('fox', 'draft'))).lapsing).toEqual([]);
  });
});

describe('money that runs low', () => {
  it('is told with what is worth most, and what a cheaper model would save', async () => {
    const bench = await briefed({ budgets: [budgetOf('session', 60)] });
    const outlook = await planned(
      bench,
      step('test', 'fine', { purpose: 'test' }),
      step('cover', 'fine', { purpose: 'print', phase: 'hero' }),
    );
    expect(outlook.open.map(({ item }) => item.id)).toEqual(['cover/hero', 'test/explore']);
    expect(outlook.low).toMatchObject([{ left: 60 * CREDIT, need: 100 * CREDIT, account: { scope: 'session' } }]);
    expect(outlook.ways).toEqual([{ item: 'test/explore', model: 'draft', saving: 45 * CREDIT }]);
  });

  it('is not told where everything fits', async () => {
    const bench = await briefed({ budgets: [budgetOf('session', 100)] });
    const outlook = await planned(bench, step('fox', 'fine'), step('hare', 'fine'));
    expect(outlook).toMatchObject({ low: [], ways: [], need: 100 * CREDIT });
  });
});

describe('the pace of the past weeks', () => {
  it('says how long what does not start anew lasts', async () => {
    const bench = await briefed({ budgets: [budgetOf('project', 25)] });
    expect((await planned(bench, step('fox', 'draft'))).pace).toBeUndefined();
    await bench.run('a fox', {}, { shot: 'fox', phase: 'explore' });
    const week = 7 * 86_400_000;
    bench.pass(2 * week);
    const { pace, lasts } = await planned(bench, step('hare', 'draft'));
    expect(pace).toBe(2.5 * CREDIT);
    expect(lasts).toBe(new Date(startAt + 2 * week + 8 * week).toISOString().slice(0, 10));
    bench.pass(4 * week);
    expect((await planned(bench, step('hare', 'draft'))).pace).toBeUndefined();
  });
});
