import type { TakeJob } from '../model/job-map.js';
import { lease, project, type Scenario } from './store-contract-kit.js';

const lapsedMs = 30_000;
const job: TakeJob = {
  id: 'job-7',
  quote: { status: 'exact', amount: 10, upper: 10, source: 'price list', asOf: '2026-11-22' },
};

/** Takes that wait for a job at their provider. */
export function jobsContract(scenario: Scenario): void {
  waiting(scenario);
  ending(scenario);
}

function waiting(scenario: Scenario): void {
  scenario(
    'a noted job keeps its take dispatched and its money held, through recovery and a clean end',
    async (bench) => {
      const { store, expect, clock } = bench;
      const take = await bench.dispatched({ amount: 10 });
      const before = await store.takes({ project });
      const noted = await store.noteJob(take.id, job);
      expect(before.length).toBe(1);
      expect(noted).toMatchObject({ state: 'dispatched', outcome: 'running', held: 10, job });
      expect(await store.take(take.id)).toEqual(noted);
      expect(await store.takes({ project })).toEqual([noted]);
      clock.now += 10 * lapsedMs;
      expect(await store.recover(lapsedMs)).toEqual({ released: [], inDoubt: [] });
      await store.endLease(lease);
      expect(await store.take(take.id)).toEqual(noted);
      expect(await bench.balance()).toEqual({ held: 10, spent: 0 });
    },
  );

  scenario('the same call attaches to a take that waits for its job, whoever started it', async (bench) => {
    const { store, expect, clock } = bench;
    const take = await bench.dispatched({ take: { digest: 'same' } });
    await store.noteJob(take.id, job);
    clock.now += lapsedMs;
    await store.recover(lapsedMs);
    const again = await bench.hold({ take: { digest: 'same' }, lease: 'lease-2' });
    expect(again.kind).toBe('running');
  });

  scenario('what was kept of the answer that named the job stays until the end brings another', async (bench) => {
    const { store, expect } = bench;
    const take = await bench.dispatched();
    await store.noteJob(take.id, job, { assets: [], result: { text: 'job-7' } });
    expect(await store.result(take.id)).toEqual({ text: 'job-7' });
    await store.doubt(take.id, 'nobody knows the job');
    expect(await store.result(take.id)).toEqual({ text: 'job-7' });
    await bench.settle(take, { amount: 10, result: { text: 'made' } });
    expect(await store.result(take.id)).toEqual({ text: 'made' });
  });

  scenario('jobs are listed by project, oldest first, until they end', async (bench) => {
    const { store, expect } = bench;
    const first = await bench.dispatched();
    const second = await bench.dispatched();
    const other = await bench.dispatched({ take: { project: 'film' } });
    await bench.dispatched();
    for (const take of [second, other, first]) await store.noteJob(take.id, job);
    await store.doubt(second.id, 'nobody knows the job');
    expect((await store.jobs(project)).map(({ id }) => id)).toEqual([first.id, second.id]);
    await bench.settle(first, { amount: 10 });
    expect((await store.jobs(project)).map(({ id }) => id)).toEqual([second.id]);
  });
}

function ending(scenario: Scenario): void {
  scenario('a job that is heard of again takes its take out of doubt', async (bench) => {
    const { store, expect } = bench;
    const take = await bench.dispatched({ amount: 4 });
    await store.noteJob(take.id, job);
    await store.doubt(take.id, 'nobody knows the job');
    const version = await store.shotVersion(project, take.shot);
    expect(await store.noteJob(take.id, job)).toMatchObject({ state: 'dispatched', outcome: 'running', held: 4 });
    expect(await store.shotVersion(project, take.shot)).toBeGreaterThan(version);
  });

  scenario('a job ends once: whoever hears of it later is told how it ended', async (bench) => {
    const { store, expect } = bench;
    const take = await bench.dispatched({ amount: 10 });
    await store.noteJob(take.id, job);
    const [one, other] = await Promise.all([
      bench.settle(take, { amount: 10 }),
      bench.settle(take, { amount: 0, outcome: 'unbilled' }),
    ]);
    expect(one).toMatchObject({ state: 'posted', paid: 10, job });
    expect(other).toEqual(one);
    expect(await store.noteJob(take.id, { ...job, id: 'job-8' })).toEqual(one);
    expect(await bench.balance()).toEqual({ held: 0, spent: 10 });
  });

  scenario('only a take that was sent can wait for a job', async (bench) => {
    const held = await bench.held();
    bench.expect(await bench.store.noteJob(held.id, job)).toEqual(held);
    await bench.expect(bench.store.noteJob('t_unknown', job)).rejects.toThrow(/t_unknown/);
  });
}
