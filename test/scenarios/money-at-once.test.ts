import { describe, expect, it } from 'vitest';
import { brief, imageTool, onBench, promptOf, step, type Bench } from './harness.js';
import type { Answer, GatewayProcess } from './parts/gateway.js';
import { highest, project } from './parts/ledger.js';

const credit = 1_000_000;
const shots = 200;
const cap = 1000;

/** Plans 200 shots of 40 credits under a wide budget and tightens it to 1,000 afterwards. */
async function planAndTighten(gateway: GatewayProcess): Promise<void> {
  await brief(gateway);
  const steps = Array.from({ length: shots }, (_, index) => step(`shot-${index}`, promptOf(index)));
  const planned = await gateway.call('plan', { steps });
  expect(planned.data['status']).toBe('stored');
  const tightened = await gateway.call('budget', { limit: cap });
  expect(tightened.data['status']).toBe('set');
}

/** Makes one call on every planned shot, all at the same moment, dealt out over the gateways. */
function callAll(gateways: readonly GatewayProcess[]): Promise<Answer[]> {
  const calls = Array.from({ length: shots }, (_, index) => {
    const gateway = gateways[index % gateways.length];
    const args = { prompt: promptOf(index), model: 'sdxl', greenlight: { shot: `shot-${index}` } };
    return gateway?.call(imageTool, args) ?? Promise.reject(new Error('no gateway'));
  });
  return Promise.all(calls);
}

async function expectExactlyTheBudget(bench: Bench, answers: readonly Answer[]): Promise<void> {
  const view = await bench.ledger();
  const session = view.accounts.find((account) => account.scope === 'session');
  expect(answers.filter((answer) => answer.data['status'] === 'done')).toHaveLength(cap / 40);
  expect(bench.journal()).toHaveLength(cap / 40);
  expect(session).toMatchObject({ spent: cap * credit, held: 0, limit: cap * credit });
  expect(highest(view, session?.id ?? '')).toBe(cap * credit);
  expect(highest(view, `project:${project}:none:all`)).toBe(cap * credit);
  const refused = answers.filter((answer) => answer.isError);
  expect(refused).toHaveLength(shots - cap / 40);
  for (const answer of refused) expect(answer.text).toContain('REFUSED budget/hard');
}

function takesOf(answers: readonly Answer[]): Set<unknown> {
  return new Set(answers.map((answer) => answer.data['take']));
}

describe('identical calls at the same moment', () => {
  it('charges twenty identical calls of one client once and gives all of them the same take', () =>
    onBench({ latencyMs: 1500 }, async (bench) => {
      const gateway = await bench.start();
      const args = { prompt: promptOf(1), model: 'qwen-image' };
      const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.call(imageTool, args)));
      expect(answers.map((answer) => answer.data['status'])).toEqual(answers.map(() => 'done'));
      expect(takesOf(answers).size).toBe(1);
      expect(bench.journal()).toHaveLength(1);
    }));

  it('charges identical calls of eight processes on one store once', () =>
    onBench({ latencyMs: 2500 }, async (bench) => {
      const gateways = await bench.startAll(8);
      const args = { prompt: promptOf(2), model: 'qwen-image', seed: 7 };
      const calls = gateways.flatMap((gateway) => [1, 2, 3].map(() => gateway.call(imageTool, args)));
      const answers = await Promise.all(calls);
      expect(answers.map((answer) => answer.data['status'])).toEqual(answers.map(() => 'done'));
      expect(takesOf(answers).size).toBe(1);
      expect(bench.journal()).toHaveLength(1);
    }));
});

describe('two hundred calls of 40 credits against a budget of 1,000', () => {
  it('pays for exactly 25 when one process makes them all at once', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      await planAndTighten(gateway);
      await expectExactlyTheBudget(bench, await callAll([gateway]));
    }));

  it('pays for exactly 25 when four processes make them at once', () =>
    onBench({}, async (bench) => {
      const gateways = await bench.startAll(4);
      await planAndTighten(gateways[0] as GatewayProcess);
      await expectExactlyTheBudget(bench, await callAll(gateways));
    }));
});

describe('different calls on one shot at the same moment', () => {
  it('lets one of four prompts from two processes pass and holds the others until there is feedback, on every shot', () =>
    onBench({ latencyMs: 300 }, async (bench) => {
      const gateways = await bench.startAll(2);
      await brief(gateways[0] as GatewayProcess);
      const covers = Array.from({ length: 16 }, (_, index) => index);
      const steps = covers.map((index) => step(`cover-${index}`, promptOf(index)));
      await gateways[0]?.call('plan', { steps });
      const callers = [...gateways, ...gateways];
      const rounds = await Promise.all(
        covers.map((index) =>
          Promise.all(
            callers.map((gateway, number) => {
              const prompt = promptOf(index + 100 * number);
              return gateway.call(imageTool, { prompt, model: 'sdxl', greenlight: { shot: `cover-${index}` } });
            }),
          ),
        ),
      );
      for (const answers of rounds) {
        const codes = answers.filter((answer) => answer.isError).map((answer) => answer.data['code']);
        expect(codes).toEqual(['await-feedback/waiting', 'await-feedback/waiting', 'await-feedback/waiting']);
      }
      expect(bench.journal()).toHaveLength(covers.length);
    }));
});
