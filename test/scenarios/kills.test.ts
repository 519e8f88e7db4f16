import { describe, expect, it } from 'vitest';
import { Bench } from './harness.js';
import { expectInDoubtListed, killsOf, quickRecovery, runKills, settleAll } from './parts/kills.js';
import { seed } from '../setup/seed.js';

const count = 18;

describe(`processes killed at a step of a paid call (seed ${seed}; GREENLIGHT_SEED repeats it)`, () => {
  it('leaves a sound ledger after each kill, pays nothing twice and lists what is in doubt', async () => {
    const bench = await Bench.open();
    try {
      const living = await bench.startAll(2, { env: quickRecovery });
      await runKills(bench, living, killsOf(seed, count));
      await expectInDoubtListed(bench, await bench.start());
      await settleAll(bench);
      const { accounts } = await bench.expectLedgerSound();
      expect(accounts.map((account) => account.held)).toEqual(accounts.map(() => 0));
    } finally {
      await bench.close();
    }
  }, 120_000);
});
