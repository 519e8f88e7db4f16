import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { acceptPolicy } from '../../src/accepted-policy.js';
import { loadConfig } from '../../src/config.js';
import { brief, imageTool, promptOf, step, type Bench, type BenchOptions } from './harness.js';
import { proves, recorded, usual } from './parts/principle.js';

const run = promisify(execFile);
const call = (number: number, model = 'sdxl'): object => ({
  ...{ prompt: promptOf(number), model },
  greenlight: { shot: `shot-${String(number)}` },
});
const withBudgets = (...budgets: object[]): BenchOptions => ({
  config: { ...usual.config, budgets, quickLane: { perCall: 5000, perDay: 50_000 } } as BenchOptions['config'],
});

describe('budgets', () => {
  const nested = withBudgets(
    { scope: 'session', limit: 20_000 },
    { scope: 'project', limit: 900, phase: 'hero' },
    { scope: 'client', limit: 100, period: 'month' },
  );
  const ofClient: BenchOptions = { config: { ...nested.config, client: 'acme' } };

  proves(
    ['F1'],
    'count session, project, client and phase at once; the tightest one refuses',
    ofClient,
    async (bench) => {
      const gateway = await bench.start();
      for (const number of [1, 2]) await gateway.call(imageTool, call(number));
      const other = await bench.start({ args: ['--project', 'another'] });
      for (const each of [gateway, other]) {
        const refused = await each.call(imageTool, call(3));
        expect(refused).toMatchObject({ isError: true, data: { code: 'budget/hard' } });
        expect(refused.text).toContain('client');
      }
      expect(bench.journal()).toHaveLength(2);
    },
  );

  proves(
    ['F2'],
    'past their soft line ask what the drift buys',
    withBudgets({ scope: 'session', limit: 500, soft: 50 }),
    async (bench) => {
      const gateway = await bench.start();
      await gateway.call(imageTool, call(1));
      expect((await gateway.call(imageTool, call(2))).isError).toBe(true);
      expect(await recorded(bench)).toContain('budget/soft ask');
    },
  );
});

describe('the hard line', () => {
  const hard = withBudgets({ scope: 'project', limit: 50 });
  const capped: BenchOptions = { config: { ...hard.config, onDemand: { limit: 40 } } };
  /** Runs the command that a refusal names, beside the gateway, as the person would. */
  const asPerson = (bench: Bench, command: string): Promise<unknown> =>
    run(process.execPath, [
      'dist/greenlight.cjs',
      ...command.replaceAll('"', '').split(' '),
      '--config',
      bench.configFile,
    ]);

  proves(['F3'], 'stops; the person extends it by the command that is named, up to the cap', capped, async (bench) => {
    const gateway = await bench.start();
    await gateway.call(imageTool, call(1));
    const refused = await gateway.call(imageTool, call(2));
    expect(refused).toMatchObject({ isError: true, data: { code: 'budget/hard' } });
    const command = /`greenlight (budget extend [^`]+)`/.exec(refused.text)?.[1] ?? '';
    expect(command).toMatch(/ 30$/);
    const greedy = await gateway.call('budget', { limit: 5000 });
    const lines = greedy.data['budgets'] as { scope: string; limit: number | null }[];
    expect(lines.filter(({ scope }) => scope === 'project').map(({ limit }) => limit)).toContain(50);
    await asPerson(bench, command);
    expect((await gateway.call(imageTool, call(2))).data).toMatchObject({ status: 'done', paid: 40 });
    // What is left of the cap is too little for another one.
    const over = await gateway.call(imageTool, call(3));
    expect(over).toMatchObject({ isError: true, data: { code: 'budget/hard' } });
    expect(over.text).not.toContain('budget extend');
    await expect(asPerson(bench, command)).rejects.toThrow();
    expect(bench.journal()).toHaveLength(2);
  });
});

describe('a price that nobody has seen', () => {
  const price = (credits: number, asOf: string): object => ({
    paid: true,
    kind: 'image',
    arguments: { prompt: 'prompt', count: 'count', model: 'model' },
    price: { unit: 'output', models: { sdxl: { credits, tier: 'standard' } }, asOf },
  });
  const old: BenchOptions = {
    ...withBudgets({ scope: 'session', limit: 20_000 }),
    tools: { text_to_image: price(40, '2024-01-01') },
  };

  proves(['F11'], 'stops a batch, not a single version, until the person has looked', old, async (bench) => {
    const gateway = await bench.start();
    expect((await gateway.call(imageTool, call(1))).data).toMatchObject({ status: 'done', paid: 40 });
    await brief(gateway);
    const batch = step('many', promptOf(2), { phase: 'select', count: 4, purpose: 'web' });
    const planned = await gateway.call('plan', { steps: [batch] });
    expect(planned.data['items']).toMatchObject([
      { acceptance: { state: 'needs-yes', reasons: expect.arrayContaining(['stale-price']) as string[] } },
    ]);
    const asked = await gateway.call(imageTool, {
      ...{ prompt: promptOf(2), model: 'sdxl', count: 4 },
      greenlight: { shot: 'many', phase: 'select' },
    });
    expect(asked.isError).toBe(true);
    expect(await recorded(bench)).toContain('unknown-price/stale ask');
    expect(bench.journal()).toHaveLength(1);
  });
});

describe('what counts most', () => {
  const client = { scope: 'client', limit: 200, period: 'month', reserve: { high: 150 } };
  const shared: BenchOptions = { config: { ...withBudgets(client).config, client: 'acme' } };

  proves(['D7'], 'keeps a reserve that work of less weight cannot use', shared, async (bench) => {
    const small = await bench.start();
    await small.call(imageTool, call(1));
    expect(await small.call(imageTool, call(2))).toMatchObject({ isError: true, data: { code: 'budget/hard' } });
    expect(await recorded(bench)).toContain('tier-for-phase/above-phase-cheap note');
    await bench.configure({ ...shared.config, priority: 'high' });
    const basis = { file: bench.configFile, config: loadConfig(bench.configFile) };
    await bench.store((store) => acceptPolicy(store, basis, Date.now()));
    const large = await bench.start();
    expect((await large.call(imageTool, call(2))).data).toMatchObject({ status: 'done', paid: 40 });
  });
});

describe('credits at the provider', () => {
  const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const balances = [
    { name: 'plan', credits: 100, renews: 'month' as const, day: new Date(Date.now() + 15 * 86_400_000).getUTCDate() },
    { name: 'pack', credits: 60, expires: day(3) },
  ];
  const owned: BenchOptions = { config: { ...withBudgets({ scope: 'session', limit: 20_000 }).config, balances } };

  proves(['F4', 'F5', 'F10'], 'are spent by what lapses first, and looked at before a plan', owned, async (bench) => {
    const gateway = await bench.start();
    await brief(gateway);
    const shots = ['a', 'b', 'c', 'd', 'e', 'f'].map((shot, number) => step(shot, promptOf(number)));
    const planned = await gateway.call('plan', { steps: shots });
    expect(planned.data['outlook']).toMatchObject({
      need: 240,
      balances: [{ left: 160, needed: 240, now: expect.arrayContaining(['a/explore']) as string[] }],
      lapsing: [{ name: 'pack', credits: 60, on: expect.any(String) as string }],
    });
    const greenlight = { shot: 'a', phase: 'explore' };
    await gateway.call(imageTool, { prompt: promptOf(0), model: 'sdxl', greenlight });
    const grants = await bench.store((store) => store.grants('*', []));
    expect(grants.map(({ id, spent }) => [id.split(':')[2], spent])).toEqual([
      ['pack', 40_000_000],
      ['plan', 0],
    ]);
    const budget = await gateway.call('budget');
    expect(budget.data['outlook']).toMatchObject({ balances: [{ left: 120 }], lapsing: [{ credits: 20 }] });
  });
});

describe('running low', () => {
  proves(
    ['F9'],
    'is said before the hard stop, with what is worth most',
    withBudgets({ scope: 'session', limit: 130 }),
    async (bench) => {
      const gateway = await bench.start();
      await brief(gateway);
      const poster = step('poster', promptOf(1), { purpose: 'portfolio' });
      const others = [2, 3].map((number) =>
        step(`post-${String(number)}`, promptOf(number), { purpose: 'quick-post' }),
      );
      await gateway.call('plan', { steps: [poster, ...others, step('late', promptOf(4), { purpose: 'temporary' })] });
      for (const number of [2, 3]) {
        const greenlight = { shot: `post-${String(number)}`, phase: 'explore' };
        await gateway.call(imageTool, { prompt: promptOf(number), model: 'sdxl', greenlight });
      }
      expect(await recorded(bench)).toContain('budget/running-low note');
      const { outlook } = (await gateway.call('budget')).data as { outlook: { low: object[]; open: object[] } };
      expect(outlook.low).toMatchObject([{ left: 50, needed: 80 }]);
      expect(outlook.open[0]).toMatchObject({ item: 'poster/explore' });
    },
  );
});

describe('kinds of users', () => {
  proves(
    ['F7'],
    'take their settings by the name of a preset',
    { config: { preset: 'hobbyist', budgets: undefined, quickLane: undefined, ask: undefined } },
    async (bench) => {
      const gateway = await bench.start();
      const budget = await gateway.call('budget');
      expect(budget.data['budgets']).toMatchObject([{ scope: 'session', limit: 150, soft: 100 }, { limit: 600 }, {}]);
      await brief(gateway);
      const hero = step('fox', promptOf(1), { phase: 'hero', model: 'flux-2-pro', purpose: 'portfolio' });
      const planned = await gateway.call('plan', { steps: [hero] });
      expect(planned.data['advice']).toMatchObject([{ highest: 'standard' }]);
    },
  );
});
