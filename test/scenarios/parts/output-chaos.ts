import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { FAULTS } from '../../../src/studio/faults.js';
import { onBench, promptOf, type Bench } from '../harness.js';
import { chaosOf, runChaos, seeOutputs } from './chaos.js';
import { settleAll } from './kills.js';
import type { LedgerView } from './ledger.js';
import { numbersFrom } from './numbers.js';
import { OutputHost } from './output-host.js';

/** How much chaos, and how outputs come: as media in the answer, or by an address that has to be fetched. */
export interface OutputChaos {
  readonly way: 'in answers' | 'by address';
  readonly seed: number;
  readonly calls: number;
  readonly killEvery: number;
}

/** Ten megabytes for each of many calls would only prove that disks are large. */
const faults = FAULTS.filter((fault) => fault !== 'huge');

/** One file in so many cannot be written. */
const diskFullEvery = 9;

/**
 * Makes calls whose providers crash, hang, repeat, drip, cut and babble, whose outputs are handed out by a host that does
 * the same, on a disk that is full now and then, with gateways that are killed. Proves that the money is right to the
 * micro-credit, that every output whose answer came is there, and that no credit stays held once the doubtful takes are
 * settled.
 */
export async function outputChaos(wish: OutputChaos): Promise<LedgerView> {
  const random = numbersFrom(wish.seed);
  const views: LedgerView[] = [];
  // The host's folder is known only once the bench is there, and the bench's config needs the host.
  const host = await OutputHost.open(random);
  const byAddress = wish.way === 'by address';
  try {
    const setup = {
      timeoutMs: 2500,
      studio: byAddress ? ['--hand-out', `http://${host.host}/`] : [],
      config: { outputs: { allowHosts: [host.host], seconds: 20 } },
    };
    await onBench(setup, async (bench) => {
      host.serve(join(bench.folder, 'studio'));
      const plan = chaosOf(
        { calls: wish.calls, faults, argumentsOf, killEvery: wish.killEvery, pauseEvery: 0 },
        random,
      );
      await runChaos(bench, plan, fullDisk(bench));
      await bench.expectLedgerSound();
      await expectOutputs(bench, byAddress ? host : undefined);
      await settleAll(bench);
      const view = await bench.expectLedgerSound();
      expect(view.accounts.map(({ held }) => held)).toEqual(view.accounts.map(() => 0));
      views.push(view);
    });
  } finally {
    host.close();
  }
  const [view] = views;
  if (view === undefined) throw new Error('the run left no ledger');
  return view;
}

function argumentsOf(index: number): object {
  const prompt = `${promptOf(index)}, scene ${index}`;
  return { prompt, model: 'qwen-image', width: 256, height: 256, seed: index, greenlight: { shot: `shot-${index}` } };
}

function fullDisk(bench: Bench): Readonly<Record<string, string>> {
  return {
    NODE_OPTIONS: `--import=${resolve('test/scenarios/parts/disk-full.mjs')}`,
    DISK_FULL_EVERY: String(diskFullEvery),
    DISK_FULL_FOLDER: join(bench.data, 'outputs'),
  };
}

/** What could not be written or fetched then is fetched when somebody looks at the take, once the trouble is over. */
async function expectOutputs(bench: Bench, host: OutputHost | undefined): Promise<void> {
  const before = await seeOutputs(bench);
  expect(before.onDisk.length).toBeGreaterThan(before.inAnswer.length);
  if (host === undefined) {
    expect(before.inAnswer.length, 'the disk was never full').toBeGreaterThan(0);
    expect(before.nowhere.map(({ id }) => id)).toEqual([]);
  } else {
    expect(host.wrong, 'nothing went wrong at the host').toBeGreaterThan(0);
    host.calmDown();
  }
  const gateway = await bench.start();
  for (const { id } of [...before.nowhere, ...before.inAnswer]) await gateway.call('take', { take: id });
  const after = await seeOutputs(bench);
  expect([...after.nowhere, ...after.inAnswer].map(({ id }) => id)).toEqual([]);
}
