import { describe, expect, it } from 'vitest';
import { awaitApproval } from '../../../src/gate/flow/await-approval.js';
import { approvalOf } from '../../fixtures/approval.js';
import { openBench, startAt, type BenchOptions, type GateBench } from '../../fixtures/gate-bench.js';

/** A bench on which waiting is over at once; `during` happens in each wait. */
async function waiting(during?: (bench: GateBench) => Promise<unknown>): Promise<GateBench> {
  const made: { bench?: GateBench } = {};
  const wait = async (ms: number): Promise<void> => {
    if (made.bench !== undefined) await during?.(made.bench);
    made.bench?.pass(ms);
  };
  const options: BenchOptions = { ports: { wait } };
  const bench = await openBench(options);
  made.bench = bench;
  await bench.store.openApproval(approvalOf({ at: startAt, expiresAt: startAt + 900_000 }));
  return bench;
}

describe('waiting for an approval', () => {
  it('ends with the person’s word', async () => {
    const bench = await waiting((there) => there.store.decideApproval('a_1', { state: 'denied', strength: 'person' }));
    expect(await awaitApproval(bench.desk, 'a_1', { withinMs: 25_000 })).toMatchObject({ state: 'denied' });
    expect(bench.ports.clock() - startAt).toBe(250);
  });

  it('ends when the time is up, and tells of each look', async () => {
    const bench = await waiting();
    const told: number[] = [];
    const options = { withinMs: 600, waited: (elapsedMs: number) => void told.push(elapsedMs) };
    expect(await awaitApproval(bench.desk, 'a_1', options)).toMatchObject({ state: 'pending' });
    expect(told).toEqual([250, 500, 600]);
  });

  it('ends when the request runs out', async () => {
    const bench = await waiting(async (there) => there.pass(900_000));
    expect(await awaitApproval(bench.desk, 'a_1', { withinMs: 25_000 })).toMatchObject({ state: 'expired' });
  });

  it('ends when nobody listens any more', async () => {
    const bench = await waiting();
    const signal = AbortSignal.abort();
    expect(await awaitApproval(bench.desk, 'a_1', { withinMs: 25_000, signal })).toMatchObject({ state: 'pending' });
    expect(bench.ports.clock()).toBe(startAt);
  });

  it('is for requests of one’s own project', async () => {
    const bench = await waiting();
    const missing = { problem: 'no-such-approval', facts: { approval: 'a_1' } };
    const desk = { ...bench.desk, caller: { ...bench.caller, project: 'other' } };
    expect(await awaitApproval(desk, 'a_1', { withinMs: 0 })).toEqual(missing);
    expect(await awaitApproval(bench.desk, 'a_9', { withinMs: 0 })).toMatchObject({ problem: 'no-such-approval' });
  });
});
