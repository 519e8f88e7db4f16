import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../src/studio/faults.js';
import { onBench, promptOf } from '../scenarios/harness.js';
import { chaosOf, runChaos } from '../scenarios/parts/chaos.js';
import { settleAll } from '../scenarios/parts/kills.js';
import { numbersFrom } from '../scenarios/parts/numbers.js';
import { outputChaos } from '../scenarios/parts/output-chaos.js';
import { seed } from '../setup/seed.js';

const credit = 1_000_000;
const calls = 330;
/** The budget is reached before the calls are through, so that refusals are part of it. */
const limit = 3000;
const models = ['qwen-image', 'sdxl', 'flux-2-dev'];

describe(`${calls} calls with faults, kills, pauses and impatient clients (seed ${seed}; GREENLIGHT_SEED repeats it)`, () => {
  it('leave a sound ledger, pay nothing twice and stay within the budget', () =>
    onBench({ latencyMs: 80, timeoutMs: 2500, config: { budgets: [{ scope: 'project', limit }] } }, async (bench) => {
      const random = numbersFrom(seed);
      const argumentsOf = (index: number): object => ({
        ...{ prompt: `${promptOf(index)}, scene ${index}`, model: models[random(models.length)] },
        ...(random(2) === 0 ? { seed: index } : {}),
        greenlight: { shot: `shot-${random(200)}` },
      });
      await runChaos(bench, chaosOf({ calls, faults: FAULTS, argumentsOf, killEvery: 25, pauseEvery: 15 }, random));
      const { takes, accounts } = await bench.expectLedgerSound();
      for (const account of accounts) expect(account.spent + account.held).toBeLessThanOrEqual(limit * credit);
      const count = (state: string): number => takes.filter((take) => take.state === state).length;
      expect(count('posted')).toBeGreaterThan(20);
      expect(count('in_doubt')).toBeGreaterThan(0);
      expect(count('released')).toBeGreaterThan(0);
      await settleAll(bench);
    }));
});

describe(`a thousand takes whose outputs meet every kind of trouble (seed ${seed}; GREENLIGHT_SEED repeats it)`, () => {
  it.each(['in answers', 'by address'] as const)('are all kept when they come %s', async (way) => {
    const { takes } = await outputChaos({ way, seed, calls: 620, killEvery: 60 });
    expect(takes.length).toBeGreaterThanOrEqual(500);
  });
});
