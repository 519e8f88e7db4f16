import { describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config.js';
import { brief, imageTool, onBench, promptOf, step } from './harness.js';
import type { Answer, GatewayProcess } from './parts/gateway.js';

const credit = 1_000_000;

/** A picture for 40 credits on a shot of its own. */
function picture(gateway: GatewayProcess, number: number): Promise<Answer> {
  return gateway.call(imageTool, { prompt: promptOf(number), model: 'sdxl', greenlight: { shot: `shot-${number}` } });
}

const statuses = (answers: readonly Answer[]): unknown[] => answers.map((answer) => answer.data['status']);
const paid = (answers: readonly Answer[]): number => statuses(answers).filter((status) => status === 'done').length;

describe('a budget', () => {
  it('refuses with the facts what does not fit, and lets it pass once a person extended it', () =>
    onBench({ config: { budgets: [{ scope: 'session', limit: 100 }] } }, async (bench) => {
      const gateway = await bench.start();
      expect(statuses([await picture(gateway, 1), await picture(gateway, 2)])).toEqual(['done', 'done']);
      const refused = await picture(gateway, 3);
      expect(refused.text).toContain('has 20 credits left of 100 (80 spent, 0 held); this call needs 40');
      expect(refused.data).toMatchObject({ status: 'refused', code: 'budget/hard', price: 40 });
      const { accounts } = await bench.ledger();
      const session = accounts.find((account) => account.scope === 'session');
      if (session === undefined) throw new Error('the session has no account');
      await bench.store((store) => store.limit(session, { limit: 200 * credit }, 'person'));
      expect((await picture(gateway, 3)).data['status']).toBe('done');
    }));

  it('of nothing lets pass what costs nothing', () =>
    onBench({ config: { budgets: [{ scope: 'session', limit: 0 }] } }, async (bench) => {
      const gateway = await bench.start();
      const free = await gateway.call('studio_list_models');
      expect(free.isError).toBe(false);
      expect(free.text).toContain('qwen-image');
      expect((await picture(gateway, 1)).data['code']).toBe('budget/hard');
    }));

  it('of nothing lets pass a paid tool whose price is nothing, and its take can be judged', async () => {
    const tools = { list_models: { paid: true, price: { credits: 0 } } };
    await onBench({ config: { budgets: [{ scope: 'session', limit: 0 }] }, tools }, async (bench) => {
      const gateway = await bench.start();
      const made = await gateway.call('studio_list_models');
      expect(made.data).toMatchObject({ status: 'done', paid: 0 });
      const judged = await gateway.call('feedback', { take: made.data['take'], verdict: 'approve' });
      expect(judged.data['status']).toBe('stored');
    });
  });

  it('that the agent set for the session holds although the config has none for sessions', () =>
    onBench({ config: { budgets: [{ scope: 'project', limit: 2000 }] } }, async (bench) => {
      const gateway = await bench.start();
      expect((await gateway.call('budget', { limit: 30 })).data['status']).toBe('set');
      expect((await picture(gateway, 1)).data['code']).toBe('budget/hard');
      expect(bench.journal()).toEqual([]);
    }));

  it('is not fresh after a restart, and plan, session and takes are still there', () =>
    onBench({ config: { budgets: [{ scope: 'session', limit: 100 }] } }, async (bench) => {
      const before = await bench.start();
      await brief(before);
      const planned = await before.call('plan', { steps: [step('shot-1', promptOf(1)), step('shot-2', promptOf(2))] });
      const first = await picture(before, 1);
      await before.close();
      const after = await bench.start();
      const shown = await after.call('plan');
      expect(shown.data['plan']).toBe(planned.data['plan']);
      const budget = await after.call('budget');
      expect(budget.data['session']).toBe(first.data['session']);
      expect(budget.data['budgets']).toMatchObject([{ scope: 'session', spent: 40, left: 60 }, { scope: 'project' }]);
      const waiting = await after.call(imageTool, {
        prompt: promptOf(33),
        model: 'sdxl',
        greenlight: { shot: 'shot-1' },
      });
      expect(waiting.data['code']).toBe('await-feedback/waiting');
      expect((await picture(after, 2)).data).toMatchObject({ status: 'done', session: first.data['session'] });
      await after.call('plan', { steps: [step('shot-3', promptOf(3))] });
      expect((await picture(after, 3)).data['code']).toContain('budget/hard');
    }));
});

describe('a price that turns out higher than its quote', () => {
  it('is posted as it was charged, with the rest as an overrun, and blocks the next call', async () => {
    const billing = '_meta.studio/billing';
    const cheap = {
      ...{ paid: true, kind: 'image', arguments: { prompt: 'prompt', model: 'model', count: 'count' } },
      price: { unit: 'output', credits: 30 },
      outcome: { credits: `${billing}.credits`, billed: `${billing}.billed` },
    };
    const config: ConfigInput = { budgets: [{ scope: 'session', limit: 35 }] };
    await onBench({ config, tools: { text_to_image: cheap } }, async (bench) => {
      const gateway = await bench.start();
      expect((await picture(gateway, 1)).data).toMatchObject({ status: 'done', paid: 40 });
      const { entries } = await bench.ledger();
      const session = entries.filter((entry) => entry.account.startsWith('session:'));
      expect(session.map(({ kind, spentDelta }) => [kind, spentDelta])).toEqual([
        ['hold', 0],
        ['post', 30 * credit],
        ['overrun', 10 * credit],
      ]);
      expect((await picture(gateway, 2)).data['code']).toBe('budget/hard');
    });
  });
});

describe('the lines below which nobody is asked', () => {
  it('let only as many calls without a plan pass as fit into a day, however many come at once', () =>
    onBench({ latencyMs: 200, config: { quickLane: { perCall: 60, perDay: 100 } } }, async (bench) => {
      const gateways = await bench.startAll(2);
      const calls = Array.from({ length: 20 }, (_, index) => picture(gateways[index % 2] as GatewayProcess, index));
      const answers = await Promise.all(calls);
      expect(paid(answers)).toBe(2);
      expect(bench.journal()).toHaveLength(2);
    }));

  it('let only as much be spent since the last yes as the line says, however many calls come at once', () =>
    onBench({ latencyMs: 200, config: { ask: { above: 200, every: 100 } } }, async (bench) => {
      const gateways = await bench.startAll(2);
      await brief(gateways[0] as GatewayProcess);
      const steps = Array.from({ length: 20 }, (_, index) => step(`shot-${index}`, promptOf(index)));
      await gateways[0]?.call('plan', { steps });
      const calls = steps.map((_, index) => picture(gateways[index % 2] as GatewayProcess, index));
      const answers = await Promise.all(calls);
      expect(paid(answers)).toBe(2);
      const refused = answers.filter((answer) => answer.isError);
      expect(new Set(refused.map((answer) => answer.data['code']))).toEqual(new Set(['ask-above/since-yes']));
    }));
});
