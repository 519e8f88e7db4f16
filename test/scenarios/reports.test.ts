import { describe, expect } from 'vitest';
import { openSqliteStore } from '../../src/stores/sqlite.js';
import { brief, imageTool, promptOf, step } from './harness.js';
import { CommandBench } from './parts/command.js';
import { judge, proves, provesByCommand, usual } from './parts/principle.js';

const money = { currency: 'EUR', creditPrice: 0.01, fee: 10 };
const of = (shot: string, phase = 'explore'): object => ({ greenlight: { shot, phase } });

describe('the report', () => {
  const told = { config: { ...usual.config, budgets: [{ scope: 'session' as const, limit: 100 }], money } };

  proves(['F8', 'G1', 'G2', 'G3'], 'says what became of every credit, in credits and in money', told, async (bench) => {
    const gateway = await bench.start();
    await brief(gateway);
    const steps = [
      step('cover', promptOf(1)),
      step('poster', promptOf(12), { model: 'qwen-image' }),
      step('other', promptOf(23)),
      step('last', promptOf(34)),
    ];
    await gateway.call('plan', { steps });
    const cover = await gateway.call(imageTool, { prompt: promptOf(1), model: 'sdxl', ...of('cover') });
    await judge(gateway, cover, 'approve');
    const poster = await gateway.call(imageTool, { prompt: promptOf(12), model: 'qwen-image', ...of('poster') });
    await judge(gateway, poster, 'reject', { remove: ['the tram'] });
    const other = await gateway.call(imageTool, { prompt: promptOf(23), model: 'sdxl', ...of('other') });
    expect(other.data, other.text).toMatchObject({ status: 'done' });
    expect((await gateway.call(imageTool, { prompt: promptOf(34), model: 'sdxl', ...of('last') })).isError).toBe(true);

    const { data, text } = await gateway.call('report');
    expect(data).toMatchObject({
      ...{ paid: 100, takes: 3, kept: 1, perKept: 100 },
      byModel: [
        { name: 'sdxl', takes: 2, kept: 1, credits: 80 },
        { name: 'qwen-image', takes: 1, kept: 0, credits: 20 },
      ],
      byKind: [{ name: 'image', perKept: 100 }],
      plan: [
        { item: 'cover/explore', planned: 40, paid: 40, drift: 0 },
        { item: 'poster/explore', planned: 20, paid: 20, drift: 0 },
        { item: 'other/explore', planned: 40, paid: 40, drift: 0 },
        { item: 'last/explore', planned: 40, paid: 0, drift: -40 },
      ],
      outsidePlan: 0,
      firstTries: { tries: 3, kept: 1, prompts: [{ take: cover.data['take'], prompt: promptOf(1) }] },
      value: [
        { model: 'sdxl', perKept: 80 },
        { model: 'qwen-image', perKept: null },
      ],
      waste: { credits: 20, by: [{ reason: 'rejected', takes: 1 }], dearest: [{ take: poster.data['take'] }] },
      avoided: {
        estimate: true,
        credits: 40,
        by: [{ rule: 'budget', code: 'hard', asked: 40, bought: 0, credits: 40 }],
      },
      money: { currency: 'EUR', spent: 1, perKept: 1, fee: { amount: 10, share: 0.1, left: 9 } },
      relayedShare: 1,
    });
    for (const part of ['1.00 EUR', '10 % of it is spent', 'a kept one cost 100 credits', '100 % of the feedback']) {
      expect(text).toContain(part);
    }
    const byShot = await gateway.call('report', { by: 'shot' });
    expect(byShot.data).toMatchObject({ byShot: [{ credits: 40 }, { credits: 40 }, { name: 'poster', credits: 20 }] });
  });

  provesByCommand(['F6'], 'says which plan fits, after a month of use and not before', async () => {
    const monthly = [{ name: 'Pro', credits: 1000, price: 9.9 }];
    const packs = [{ credits: 200, price: 14.9, days: 30 }];
    const plans = { currency: 'EUR', source: 'the price page', asOf: '2026-11-01', monthly, packs };
    const bench = await CommandBench.open({ project: 'poster', data: 'data', plans });
    try {
      await spend(bench, [10, 3]);
      expect(await bench.json(['report'])).toMatchObject({ paid: 400, advice: null });
      await spend(bench, [62, 45, 30.5, 17]);
      expect(await bench.json(['report'])).toMatchObject({
        paid: 1200,
        advice: {
          estimate: true,
          months: 2,
          source: 'the price page',
          options: [{ plan: 'Pro', perMonth: 9.9 }, { plan: null }],
        },
      });
      expect((await bench.run(['report'])).output).toMatch(/Pro +0 +9\.90 EUR/);
      expect((await bench.run(['report', '--format', 'csv'])).output.trim().split('\r\n')).toHaveLength(7);
    } finally {
      await bench.close();
    }
  });
});

/** Buys a picture for 200 credits so many days ago, each. */
async function spend(bench: CommandBench, daysAgo: readonly number[]): Promise<void> {
  for (const days of daysAgo) {
    const at = Date.now() - days * 86_400_000;
    const store = await openSqliteStore({ file: `${bench.data}/greenlight.db`, clock: () => at });
    const id = `t_${String(days)}`;
    await store.beat('l_1');
    await store.hold({
      take: {
        ...{ id, project: 'poster', session: 's_1', shot: id, phase: 'explore', server: 'studio', tool: 'make' },
        ...{ kind: 'image', tier: 'budget', count: 1, digest: id, promptKey: id, cluster: id, prompt: id },
        ...{ negativePrompt: '', shape: '', arguments: {} },
      },
      amount: 200_000_000,
      accounts: [{ id: 'project:poster:none:all', scope: 'project', subject: 'poster' }],
      expect: { shotVersion: 0, promptKeyCount: 0 },
      ...{ lease: 'l_1', ttlMs: 60_000 },
    });
    await store.dispatch(id, 'l_1');
    await store.settle({
      take: id,
      outcome: 'succeeded',
      amount: 200_000_000,
      costSource: 'book',
      assets: [],
      who: 'gate',
    });
    await store.close();
  }
}
