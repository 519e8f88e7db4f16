import { describe, expect } from 'vitest';
import { brief, imageTool, promptOf, step, type BenchOptions } from './harness.js';
import { proves, recorded, usual } from './parts/principle.js';

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
