import { describe, expect, it } from 'vitest';
import { isProblem } from '../../../src/gate/flow/desk.js';
import { makePlan, type MadePlan } from '../../../src/gate/flow/make-plan.js';
import { planStepSchema, type PlanStep } from '../../../src/model/plan.js';
import { briefBody } from '../../fixtures/brief.js';
import {
  budgetOf,
  openBench,
  pictureTool,
  startAt,
  type BenchOptions,
  type GateBench,
} from '../../fixtures/gate-bench.js';

const step = (changes: Partial<PlanStep> = {}): PlanStep =>
  planStepSchema.parse({ shot: 'fox', phase: 'explore', tool: 'studio_generate_image', prompt: 'a fox', ...changes });

async function briefed(options: BenchOptions = {}): Promise<GateBench> {
  const bench = await openBench({ policy: { budgets: [budgetOf('session', 1000)] }, ...options });
  await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
  return bench;
}

async function planned(bench: GateBench, ...steps: readonly PlanStep[]): Promise<MadePlan> {
  const made = await makePlan(bench.desk, { steps });
  if (isProblem(made)) throw new Error(JSON.stringify(made));
  return made;
}

const batch = (number: number): PlanStep => step({ shot: `s${String(number)}`, phase: 'select', count: 4 });

describe('a plan', () => {
  it('needs a brief first', async () => {
    const { desk } = await openBench();
    expect(await makePlan(desk, { steps: [step()] })).toEqual({ problem: 'no-brief', facts: {} });
  });

  it('is stored with its price, and accepts itself where it is cheap', async () => {
    const bench = await briefed();
    const { plan, accounts } = await planned(bench, step(), step({ shot: 'hare', model: 'fine' }));
    expect(plan).toMatchObject({
      version: 1,
      brief: 'b_1',
      total: 55_000_000,
      items: [{ acceptance: { state: 'accepted', by: 'policy' } }, { acceptance: { state: 'accepted', by: 'policy' } }],
    });
    expect(accounts[0]).toMatchObject({ limit: 1_000_000_000 });
    expect(await bench.store.latestPlan('poster')).toEqual(plan);
    expect(bench.asked).toEqual([]);
  });

  it('is not stored when anything is wrong with it', async () => {
    const bench = await briefed();
    const made = await makePlan(bench.desk, { steps: [step(), step({ shot: 'hare', tool: 'gone' })] });
    expect(made).toMatchObject({ problem: 'bad-plan', facts: { problems: [{ step: 2 }] } });
    expect(await bench.store.latestPlan('poster')).toBeUndefined();
  });

  it('belongs to a session that is there', async () => {
    const bench = await briefed();
    expect(await makePlan(bench.desk, { steps: [step()], session: 's_9' })).toMatchObject({
      problem: 'session-unknown',
    });
  });
});

describe('an item that needs a yes', () => {
  it('is denied at once on a run that nobody watches: nobody is asked and nothing waits', async () => {
    const bench = await briefed({ policy: { budgets: [budgetOf('session', 1000)], attended: false } });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    const { plan } = await planned(bench, batch(1));
    expect(bench.asked).toEqual([]);
    expect(plan.items).toMatchObject([{ acceptance: { state: 'denied', reason: 'batch', unattended: true } }]);
    expect(await bench.store.approvals('poster')).toEqual([]);
  });

  it('is accepted on the person’s yes, and asked about with price and reasons', async () => {
    const bench = await briefed();
    bench.answerWith({ kind: 'yes', strength: 'client' });
    const { plan } = await planned(bench, batch(1));
    expect(plan.items[0]?.acceptance).toEqual({ state: 'accepted', by: 'client' });
    expect(bench.asked).toMatchObject([{ subject: 'plan-item', amount: 20_000_000, reasons: ['batch'] }]);
  });

  it('is denied on the person’s no, in their words', async () => {
    const bench = await briefed();
    bench.answerWith({ kind: 'no', note: 'one is enough' });
    const { plan } = await planned(bench, batch(1));
    expect(plan.items[0]?.acceptance).toEqual({ state: 'denied', reason: 'one is enough' });
  });

  it('is not asked about again while a no stands, and the next item is', async () => {
    const bench = await briefed();
    bench.answerWith({ kind: 'no', note: 'one is enough' });
    await planned(bench, batch(1));
    bench.answerWith({ kind: 'yes', strength: 'client' });
    const { plan } = await planned(bench, batch(1), batch(2));
    expect(plan.items.map(({ acceptance }) => acceptance)).toEqual([
      { state: 'denied', reason: 'one is enough' },
      { state: 'accepted', by: 'client' },
    ]);
    expect(bench.asked.map(({ title }) => title.slice(0, 2))).toEqual(['s1', 's2']);
  });

  it('above the line of the person needs more than a client’s yes, and leaves the other items their question', async () => {
    const ask = { above: 0, every: 1_000_000_000, personAbove: 30_000_000 };
    const bench = await briefed({ policy: { budgets: [budgetOf('session', 1000)], ask } });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    const { plan } = await planned(bench, { ...batch(1), model: 'fine' }, batch(2));
    expect(plan.items.map(({ acceptance }) => acceptance)).toMatchObject([
      { state: 'needs-yes', reasons: ['batch', 'above', 'in-person'] },
      { state: 'accepted', by: 'client' },
    ]);
  });

  it('is asked about anew in another session, and when the tool describes itself otherwise', async () => {
    const bench = await briefed();
    await planned(bench, batch(1));
    const tool = pictureTool();
    const findTool = () => ({ ...tool, schema: { ...tool.schema, description: 'other' } });
    await makePlan({ ...bench.desk, findTool }, { steps: [batch(1)] });
    await makePlan({ ...bench.desk, caller: { ...bench.caller, clientKey: 'k' } }, { steps: [batch(1)] });
    expect(await bench.store.approvals('poster', 'pending')).toHaveLength(3);
  });

  it('stays open when nobody answers, and then nobody is asked about the rest', async () => {
    const bench = await briefed();
    const { plan } = await planned(bench, batch(1), batch(2), batch(3));
    expect(bench.asked).toHaveLength(1);
    const pending = await bench.store.approvals('poster', 'pending');
    expect(plan.items.map(({ acceptance }) => acceptance)).toEqual(
      pending.reverse().map(({ id }) => ({ state: 'needs-yes', reasons: ['batch'], approval: id })),
    );
  });

  it('is one of six at most that a person is asked about in one go', async () => {
    const bench = await briefed();
    bench.answerWith({ kind: 'yes', strength: 'client' });
    const { plan } = await planned(bench, ...[1, 2, 3, 4, 5, 6, 7, 8].map(batch));
    expect(bench.asked).toHaveLength(6);
    expect(plan.items.filter(({ acceptance }) => acceptance.state === 'needs-yes')).toHaveLength(2);
  });

  it('is not asked about when it cannot be paid for', async () => {
    const bench = await briefed({ policy: { budgets: [budgetOf('session', 10)] } });
    const { plan } = await planned(bench, batch(1));
    expect(plan.items[0]?.acceptance).toEqual({ state: 'needs-yes', reasons: ['batch', 'over-budget'] });
    expect(bench.asked).toEqual([]);
  });

  it('that the person accepted is not asked about again in the next version, unless it got wider', async () => {
    const bench = await briefed();
    bench.answerWith({ kind: 'yes', strength: 'client' });
    await planned(bench, batch(1));
    const { plan } = await planned(bench, batch(1), step());
    expect(plan.version).toBe(2);
    expect(bench.asked).toHaveLength(1);
    await planned(bench, { ...batch(1), count: 6 });
    expect(bench.asked).toHaveLength(2);
  });

  it('is accepted by a yes that came from outside meanwhile', async () => {
    const bench = await briefed();
    await planned(bench, batch(1));
    const [approval] = await bench.store.approvals('poster');
    await bench.store.decideApproval(approval?.id ?? '', { state: 'approved', strength: 'person' });
    const { plan } = await planned(bench, batch(1));
    expect(plan.items[0]?.acceptance).toEqual({ state: 'accepted', by: 'person' });
  });
});
