import { describe, expect, it } from 'vitest';
import { onBench } from '../scenarios/harness.js';
import { expectInDoubtListed, killsOf, quickRecovery, runKills, settleAll } from '../scenarios/parts/kills.js';
import { seed } from '../setup/seed.js';

const killsOnOneStore = 36;
const stores = 6;

describe(`${stores * killsOnOneStore} processes killed at steps of paid calls (seed ${seed}; GREENLIGHT_SEED repeats it)`, () => {
  it.each(Array.from({ length: stores }, (_, index) => index))(
    'leave a sound ledger in which nothing was paid twice (store %i)',
    (index) =>
      onBench({}, async (bench) => {
        const living = await bench.startAll(2, { env: quickRecovery });
        await runKills(bench, living, killsOf(seed + index, killsOnOneStore));
        await expectInDoubtListed(bench, await bench.start());
        await settleAll(bench);
        const { accounts } = await bench.expectLedgerSound();
        expect(accounts.map((account) => account.held)).toEqual(accounts.map(() => 0));
      }),
  );
});
