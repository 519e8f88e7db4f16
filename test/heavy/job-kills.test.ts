import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/gate/ports.js';
import type { TakeState } from '../../src/model/take.js';
import { onBench, promptOf } from '../scenarios/harness.js';
import { quickRecovery, settleAll } from '../scenarios/parts/kills.js';

const rounds = 4;

/** Where the money of a job's call stands at last, by the step at which its first process died. */
const ends: readonly (readonly [Step, TakeState])[] = [
  ['held', 'released'],
  ['dispatched', 'in_doubt'],
  ['answered', 'in_doubt'],
  ['job-noted', 'posted'],
  ['kept', 'posted'],
  ['settled', 'posted'],
];

describe('processes killed while their call starts a job, or while its end is settled', () => {
  it.each(ends)('at "%s": the take ends as %s, and nothing is made or paid twice', (step, state) =>
    onBench({ latencyMs: 200, config: { rules: { 'stills-first': 'off', 'vague-prompt': 'off' } } }, async (bench) => {
      const calls = Array.from({ length: rounds }, (_, index) => ({
        ...{ prompt: promptOf(index), mode: 'job', seed: index, greenlight: { shot: `film-${index}` } },
      }));
      await Promise.all(
        calls.map(async (call, index) => {
          const env = {
            ...quickRecovery,
            GREENLIGHT_FAULT: `kill@${step}`,
            GREENLIGHT_FAULT_MARK: join(bench.folder, `mark-${index}`),
          };
          const victim = await bench.start({ env });
          const said = await victim.call('studio_image_to_video', call).then(({ data }) => data['status'], String);
          expect(said).not.toBe('refused');
          await victim.gone();
        }),
      );
      const living = await bench.start({ env: quickRecovery });
      const states = await endedStates(bench);
      expect(states).toEqual(states.map(() => state));
      if (state === 'posted') {
        const again = await living.call('studio_image_to_video', calls[0]);
        expect(again.data).toMatchObject({ status: 'done', replayed: true });
      }
      await settleAll(bench);
      const { takes } = await bench.expectLedgerSound();
      expect(takes).toHaveLength(rounds);
      expect(bench.journal().length).toBeLessThanOrEqual(rounds);
    }),
  );
});

/** The states of all takes, once none is held or on its way. */
async function endedStates(bench: Parameters<Parameters<typeof onBench>[1]>[0]): Promise<readonly TakeState[]> {
  for (;;) {
    const { takes } = await bench.ledger();
    const states = takes.map((take) => take.state);
    if (takes.length === rounds && states.every((state) => state !== 'held' && state !== 'dispatched')) return states;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
