import fc from '../../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { giveFeedback } from '../../../src/gate/flow/give-feedback.js';
import { makePlan } from '../../../src/gate/flow/make-plan.js';
import { reportOf, type ReportTerms } from '../../../src/gate/flow/report.js';
import type { Store } from '../../../src/gate/store-port.js';
import type { Dispatched } from '../../../src/gate/ports.js';
import { foldBalances } from '../../../src/ledger/balance.js';
import { feedbackSchema } from '../../../src/model/feedback.js';
import { planStepSchema } from '../../../src/model/plan.js';
import { briefBody } from '../../fixtures/brief.js';
import { budgetOf, openBench, startAt, type GateBench } from '../../fixtures/gate-bench.js';

async function word(bench: GateBench, take: string | undefined, verdict: string, strength: 'relayed' | 'client') {
  await giveFeedback(bench.desk, { take: take ?? '', body: feedbackSchema.parse({ verdict }), strength });
}

const made = (store: Store, project = 'poster', terms: Partial<ReportTerms> = {}) =>
  reportOf(store, project, { zone: 'UTC', mode: 'enforce', ...terms }, startAt + 3_600_000);

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
    const report = await made(store);
    expect(report).toMatchObject({
      project: 'poster',
      paid: 60_000_000,
      held: 5_000_000,
      takes: 3,
      kept: 2,
      perKept: 30_000_000,
      firstTries: { tries: 2, kept: 1 },
      by: {
        phase: [{ name: 'explore', takes: 3, kept: 2, paid: 60_000_000, perKept: 30_000_000 }],
        model: [
          { name: 'fine', takes: 1, kept: 1, paid: 50_000_000 },
          { name: 'draft', takes: 2, kept: 1, paid: 10_000_000 },
        ],
        shot: [
          { name: 'hare', paid: 50_000_000 },
          { name: 'fox', paid: 10_000_000 },
        ],
        day: [{ name: '2026-11-22', takes: 3 }],
        session: [{ name: 's_1', takes: 3 }],
        kind: [{ name: 'image', perKept: 30_000_000 }],
      },
      plan: {
        items: [{ item: 'fox/explore', planned: 5_000_000, paid: 10_000_000, drift: 5_000_000 }],
        outside: 50_000_000,
      },
      value: [{ model: 'draft', perKept: 10_000_000 }, { model: 'fine' }],
      waste: { paid: 5_000_000, lines: [{ reason: 'rejected', takes: 1 }] },
      inDoubt: [{ shot: 'boat', held: 5_000_000 }],
    });
    expect(report.relayedShare).toBeCloseTo(1 / 3);
  });

  it('agrees with the accounts', async () => {
    const { store } = await worked();
    const { accounts, paid, held } = await made(store);
    const sums = accounts.map((account) => [account.spent, account.held]);
    expect(sums.length).toBeGreaterThan(0);
    for (const sum of sums) expect(sum).toEqual([paid, held]);
  });

  it('of a project without takes divides by nothing', async () => {
    const { store } = await openBench();
    const report = await made(store);
    expect(report).toMatchObject({
      paid: 0,
      takes: 0,
      kept: 0,
      relayedShare: 0,
      saved: 0,
      savedShare: 0,
      plan: { items: [] },
    });
    expect(report.perKept).toBeUndefined();
  });

  it('is of one project only', async () => {
    const { store } = await worked();
    expect(await made(store, 'film')).toMatchObject({ paid: 0, takes: 0, inDoubt: [], accounts: [] });
  });

  it('says what it cost in money, beside the fee, where the person said what credits are worth', async () => {
    const { store } = await worked();
    const money = { currency: 'EUR', creditPrice: 10_000, fee: 3_000_000 };
    expect((await made(store, 'poster', { money })).money).toEqual({
      ...{ currency: 'EUR', spent: 600_000, perKept: 300_000 },
      fee: { amount: 3_000_000, share: 0.2, left: 2_400_000 },
    });
    expect((await made(store)).money).toBeUndefined();
  });

  it('says what shadow mode let pass, and only then', async () => {
    const { store } = await worked();
    expect((await made(store)).shadow).toMatchObject({ calls: 4, paid: 65_000_000 });
    expect((await made((await openBench()).store)).shadow).toBeUndefined();
  });

  it('counts nothing as avoided that a person may still say yes to', async () => {
    const asking = {
      ask: { above: 20_000_000, every: 1e12, attended: true },
      levels: { 'plan-first': 'off' },
    } as const;
    const bench = await openBench({ policy: asking });
    await bench.run('a red fox in snow', { model: 'fine' });
    expect((await made(bench.store)).saved).toBe(0);
    bench.pass(bench.ports.approvalTtlMs + 1);
    expect(await made(bench.store)).toMatchObject({ saved: 50_000_000, savedShare: 1 });
  });

  it('adds up to the ledger, whatever happened', async () => {
    const event = fc.record({
      model: fc.constantFrom('draft', 'fine', 'best'),
      shot: fc.constantFrom('fox', 'hare', 'boat'),
      phase: fc.constantFrom('explore', 'select', 'hero'),
      end: fc.constantFrom('done', 'dearer', 'failed', 'lost', 'settled', 'released'),
      word: fc.constantFrom('approve', 'reject', 'refine', undefined),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const bench = await openBench({ policy: { mode: 'shadow' } });
        for (const [index, { model, shot, phase, end, word: verdict }] of events.entries()) {
          bench.respondWith(ended(end));
          await bench.run(`picture number ${String(index)}`, { model }, { shot, phase });
          const [take] = await bench.store.takes({ project: 'poster', limit: 1 });
          if (take?.state === 'in_doubt' && (end === 'settled' || end === 'released')) {
            const amount = end === 'settled' ? take.held : 0;
            const outcome = end === 'settled' ? 'succeeded' : 'unbilled';
            await bench.store.settle({
              take: take.id,
              outcome,
              amount,
              costSource: 'person',
              assets: [],
              who: 'person',
            });
          }
          if (verdict !== undefined && take !== undefined) await word(bench, take.id, verdict, 'client');
          bench.pass(40_000_000);
        }
        const report = await made(bench.store);
        const total = foldBalances(await bench.store.entries('poster')).get('project:poster:none:all');
        const { paid, held, takes, kept, plan, by } = report;
        expect({ spent: paid, held }).toEqual(total ?? { spent: 0, held: 0 });
        for (const lines of [...Object.values(by), report.value]) {
          const sum = (part: 'paid' | 'takes' | 'kept'): number => lines.reduce((all, line) => all + line[part], 0);
          expect({ paid: sum('paid'), takes: sum('takes'), kept: sum('kept') }).toEqual({ paid, takes, kept });
        }
        expect(plan.items.reduce((sum, line) => sum + line.paid, plan.outside)).toBe(paid);
        expect(report.waste.lines.reduce((sum, line) => sum + line.paid, 0)).toBe(report.waste.paid);
        expect(report.waste.paid).toBeLessThanOrEqual(paid);
      }),
      { numRuns: 30 },
    );
  });
});

it('a report is made in as many steps as there are takes and remarks', async () => {
  const bench = await openBench({ policy: { mode: 'shadow' } });
  await bench.run('a red fox in snow', { count: 4 }, { shot: 'fox', phase: 'explore' });
  const [take] = await bench.store.takes({ project: 'poster' });
  const [remark] = await bench.store.remarks('poster');
  if (take === undefined || remark === undefined) throw new Error('nothing was made');
  let reads = 0;
  const counted = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (target, name) => {
        reads += 1;
        return target[name as keyof T];
      },
    });
  const readsFor = async (lines: number): Promise<number> => {
    const each = Array.from({ length: lines }, (_, at) => ({
      id: `t_${String(at)}`,
      at,
      shot: `shot-${String(at % 7)}`,
    }));
    const takes = each.map((own) => counted({ ...take, ...own, model: `m-${own.id}` }));
    const asked = each.map(({ id, at, shot }) => ({ ...remark, at, shot, promptKey: id, prompt: `words of ${id}` }));
    const remarks = asked.flatMap((own, at) => [
      counted({ ...own, shadow: undefined, take: undefined, outcome: 'block' }),
      counted({ ...own, take: `t_${String(at)}` }),
    ]);
    const store = { ...bench.store, takes: () => Promise.resolve([...takes]), remarks: () => Promise.resolve(remarks) };
    reads = 0;
    await made(store);
    return reads;
  };
  expect(await readsFor(2000)).toBeLessThan((await readsFor(200)) * 15);
});

function ended(end: string): Dispatched {
  if (end === 'lost' || end === 'settled' || end === 'released') return { kind: 'lost', why: 'closed' };
  const result = { content: [{ type: 'text', text: 'made' }] };
  if (end === 'dearer') return { kind: 'answer', result: { ...result, structuredContent: { cost: 400 } } };
  if (end === 'failed') {
    return { kind: 'answer', result: { ...result, isError: true, structuredContent: { billed: true } } };
  }
  return { kind: 'answer', result };
}
