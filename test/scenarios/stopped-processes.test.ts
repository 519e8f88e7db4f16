import { describe, expect, it } from 'vitest';
import type { TakeState } from '../../src/model/take.js';
import { imageTool, onBench, promptOf, type Bench } from './harness.js';
import type { GatewayProcess } from './parts/gateway.js';
import { quickRecovery } from './parts/kills.js';
import { until } from './parts/until.js';

const call = { prompt: promptOf(5), model: 'qwen-image' };

/** A gateway that stops itself at a step, as a laptop that is closed would stop it. */
function startStopping(bench: Bench, step: string): Promise<GatewayProcess> {
  const times = `${quickRecovery.GREENLIGHT_TIMES},holdTtlMs=1000`;
  return bench.start({ env: { GREENLIGHT_TIMES: times, GREENLIGHT_FAULT: `stop@${step}` } });
}

/** Waits until the only take stands somewhere. */
function standsAt(bench: Bench, state: TakeState): Promise<true> {
  return until(async () => (await bench.ledger()).takes[0]?.state === state);
}

describe('a process that was stopped for a while', () => {
  it('does not send a call whose hold was given back by another process meanwhile', () =>
    onBench({}, async (bench) => {
      await bench.start({ env: quickRecovery });
      const sleeper = await startStopping(bench, 'held');
      const answer = sleeper.call(imageTool, call);
      await standsAt(bench, 'released');
      sleeper.kill('SIGCONT');
      expect((await answer).text).toContain('NOT SENT');
      expect((await answer).data['status']).toBe('hold-expired');
      expect(bench.journal()).toEqual([]);
    }));

  it('does not send a call whose hold ran out, even when nobody else was there to give it back', () =>
    onBench({}, async (bench) => {
      const sleeper = await startStopping(bench, 'held');
      const answer = sleeper.call(imageTool, call);
      await standsAt(bench, 'held');
      await new Promise((resolve) => setTimeout(resolve, 1200));
      sleeper.kill('SIGCONT');
      expect((await answer).text).toContain('NOT SENT');
      expect(bench.journal()).toEqual([]);
      expect((await bench.ledger()).takes.map((take) => take.state)).toEqual(['released']);
    }));

  it.each(['dispatched', 'answered', 'kept'])(
    'settles a call once that it had on its way when it was stopped at %s and put in doubt by another process',
    (step) =>
      onBench({}, async (bench) => {
        await bench.start({ env: quickRecovery });
        const sleeper = await startStopping(bench, step);
        const answer = sleeper.call(imageTool, call);
        await standsAt(bench, 'in_doubt');
        sleeper.kill('SIGCONT');
        expect((await answer).data).toMatchObject({ status: 'done', paid: 20 });
        const { entries, takes } = await bench.ledger();
        expect(takes.map((take) => take.state)).toEqual(['posted']);
        const ofProject = entries.filter((entry) => entry.account.startsWith('project:'));
        expect(ofProject.map((entry) => entry.kind)).toEqual(['hold', 'post']);
        expect(bench.journal()).toHaveLength(1);
      }),
  );
});
