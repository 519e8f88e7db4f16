import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { steps, type Step } from '../../../src/gate/ports.js';
import type { TakeState } from '../../../src/model/take.js';
import { imageTool, promptOf, type Bench } from '../harness.js';
import type { GatewayProcess } from './gateway.js';
import { project } from './ledger.js';
import { numbersFrom } from './numbers.js';

/** Times that let dead processes be noticed within a second. */
export const quickRecovery = { GREENLIGHT_TIMES: 'leaseLapsedMs=700,beatEveryMs=150,recoverEveryMs=200' };

/** Where the money of a call has to stand after its process died at a step and was recovered. */
const endOf: Readonly<Record<Step, TakeState | 'none'>> = {
  decided: 'none',
  held: 'released',
  dispatched: 'in_doubt',
  answered: 'in_doubt',
  kept: 'in_doubt',
  settled: 'posted',
  'job-noted': 'dispatched',
};

/** The steps that a call which is answered with its result goes through. */
const reached = steps.filter((step) => step !== 'job-noted');

/** One process that is killed: at which step, and how many calls it has under way. */
export interface Kill {
  readonly number: number;
  readonly step: Step;
  readonly calls: number;
  /** Whether a living process makes the same call right after. */
  readonly echoed: boolean;
}

/** The kills of a seed; each step comes up equally often. */
export function killsOf(seed: number, count: number): Kill[] {
  const random = numbersFrom(seed);
  return Array.from({ length: count }, (_, number) => ({
    number,
    step: reached[number % reached.length] ?? 'held',
    calls: 1 + random(3),
    echoed: random(2) === 0,
  }));
}

/** Runs kills two at a time, and proves after each pair that the ledger is sound. */
export async function runKills(bench: Bench, living: readonly GatewayProcess[], kills: readonly Kill[]): Promise<void> {
  for (let at = 0; at < kills.length; at += 2) {
    await Promise.all(kills.slice(at, at + 2).map((kill) => runKill(bench, living, kill)));
    await bench.expectLedgerSound();
  }
}

/**
 * Starts a gateway that kills itself at the step, lets it make its calls, and waits until a living one has put away what
 * it left. Checks where the money of the call that was hit stands.
 */
async function runKill(bench: Bench, living: readonly GatewayProcess[], kill: Kill): Promise<void> {
  const mark = join(bench.folder, `mark-${kill.number}`);
  const env = { ...quickRecovery, GREENLIGHT_FAULT: `kill@${kill.step}`, GREENLIGHT_FAULT_MARK: mark };
  const victim = await bench.start({ env });
  const calls = Array.from({ length: kill.calls }, (_, index) => argumentsOf(kill, index));
  const last = calls.map((args) => victim.call(imageTool, args).then(({ text }) => text, String));
  const words = await Promise.all(last);
  expect(existsSync(mark), `${kill.step} was reached by: ${words.join('\n')}`).toBe(true);
  await victim.gone();
  const echo = kill.echoed ? living[kill.number % living.length]?.call(imageTool, calls[0]) : undefined;
  await Promise.all([echo, recovered(bench)]);
  const take = readFileSync(mark, 'utf8').trim().split(' ')[2];
  const view = await bench.ledger();
  const found = view.takes.find((candidate) => candidate.id === take);
  expect({ ...kill, state: found?.state ?? 'none' }).toEqual({ ...kill, state: endOf[kill.step] });
}

function argumentsOf({ number }: Kill, index: number): object {
  const shot = `kill-${number}-${index}`;
  return { prompt: `${promptOf(number)}, ${shot}`, model: 'qwen-image', seed: number, greenlight: { shot } };
}

/** Waits until no take is held or on its way. */
async function recovered(bench: Bench): Promise<void> {
  for (;;) {
    const { takes } = await bench.ledger();
    if (takes.every(({ state }) => state !== 'held' && state !== 'dispatched')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Every take in doubt is on the list of takes and in the report of a fresh process. */
export async function expectInDoubtListed(bench: Bench, gateway: GatewayProcess): Promise<void> {
  const { takes } = await bench.ledger();
  const doubtful = takes.filter((take) => take.state === 'in_doubt');
  expect(doubtful.length).toBeGreaterThan(0);
  const report = await gateway.call('report');
  for (const { id } of doubtful) {
    expect(report.text).toContain(id);
    expect((await gateway.call('take', { take: id })).text).toContain(`IN DOUBT ${id}`);
  }
}

/** Ends every take in doubt as a person would after a look at the provider's list of charges. */
export async function settleAll(bench: Bench): Promise<void> {
  const prompts = new Map(bench.journal().map((charge) => [charge.prompt, charge.credits]));
  await bench.store(async (store) => {
    for (const take of await store.takes({ project, state: 'in_doubt', limit: 1_000_000 })) {
      const amount = (prompts.get(take.prompt) ?? 0) * 1_000_000;
      const outcome = amount === 0 ? 'unbilled' : 'succeeded';
      await store.settle({ take: take.id, outcome, amount, costSource: 'person', assets: [], who: 'person' });
    }
  });
}
