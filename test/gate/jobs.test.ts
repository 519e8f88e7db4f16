import { describe, expect, it, vi } from 'vitest';
import type { JobAnswer, JobPort } from '../../src/gate/job-port.js';
import type { JsonObject } from '../../src/model/json.js';
import type { ProfileInput } from '../../src/model/profile.js';
import { openBench, pictureTool, type BenchOptions, type GateBench } from '../fixtures/gate-bench.js';

const outcome: NonNullable<ProfileInput['outcome']> = {
  job: {
    id: 'job',
    status: {
      tool: 'job_status',
      argument: 'query.id',
      arguments: { verbose: true },
      state: 'state',
      running: ['running'],
      succeeded: ['done'],
      failed: ['failed'],
      billed: 'billed',
    },
  },
};
const tool = pictureTool({ outcome });
const running: JobAnswer = { kind: 'answer', result: { state: 'running' } };
const done = {
  kind: 'answer',
  result: { state: 'done', content: [{ type: 'text', text: 'a fox' }] },
} satisfies JobAnswer;
const lost: JobAnswer = { kind: 'answer', result: { isError: true, content: [{ type: 'text', text: 'no such job' }] } };

/** A gate whose provider takes jobs on, and tells of them what the test says. */
async function openJobs(options: BenchOptions = {}, asked = tool) {
  const says: { answer: JobAnswer } = { answer: running };
  const polls: JsonObject[] = [];
  const jobs: JobPort = {
    profileOf: () => asked.profile,
    ask: async (server, name, args) => {
      polls.push({ server, name, args });
      return says.answer;
    },
  };
  const bench = await openBench({ tools: [asked], ...options, ports: { jobs, ...options.ports } });
  bench.respondWith({ kind: 'answer', result: { job: 'j-1' } });
  const tell = (answer: JobAnswer): void => {
    says.answer = answer;
  };
  return { ...bench, polls, tell };
}

async function startJob(bench: GateBench): Promise<string> {
  const answer = await bench.run('a fox in snow', { seed: 1 });
  if (answer.kind !== 'running') throw new Error(`expected a job, got ${answer.kind}`);
  return answer.take.id;
}

const tick = async (bench: GateBench): Promise<number | undefined> => bench.gate.jobs?.tick('poster');

describe('a call whose answer names a job', () => {
  it('settles nothing: its take waits with its money held, at the price that it was held at', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    const quote = { status: 'exact', amount: 5_000_000 };
    expect(await bench.store.take(take)).toMatchObject({
      state: 'dispatched',
      held: 5_000_000,
      job: { id: 'j-1', quote },
    });
    expect(bench.steps.at(-1)).toBe('job-noted');
    expect(bench.polls).toEqual([]);
  });

  it('is a result like any other where no provider can be asked', async () => {
    const bench = await openJobs({ ports: { jobs: undefined } });
    expect(await bench.run('a fox in snow')).toMatchObject({ kind: 'done', take: { state: 'posted' } });
  });

  it('is not sent again by an equal call, which waits for the job', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    bench.tell(done);
    bench.pass(1000);
    expect(await bench.run('a fox in snow', { seed: 1 })).toMatchObject({
      kind: 'done',
      replayed: 'running',
      take: { id: take },
    });
    expect(bench.sent).toHaveLength(1);
  });
});

describe('a job that is waited for', () => {
  it('is asked for by its id in the argument that takes it, beside what else the tool needs', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    bench.tell(done);
    bench.pass(1000);
    const looks: number[] = [];
    const ended = await bench.gate.outcomeOf(take, 25_000, (times) => looks.push(times));
    expect(ended).toMatchObject({ kind: 'done', take: { state: 'posted', paid: 5_000_000 } });
    expect(bench.polls).toEqual([
      { server: 'studio', name: 'job_status', args: { verbose: true, query: { id: 'j-1' } } },
    ]);
  });

  it('is asked for at intervals that grow, and never sooner', async () => {
    const bench = await openJobs();
    await startJob(bench);
    const gaps: (number | undefined)[] = [];
    for (let round = 0; round < 12; round += 1) {
      const gap = await tick(bench);
      gaps.push(gap);
      bench.pass((gap ?? 0) - 1);
      await tick(bench);
      bench.pass(1);
    }
    expect(gaps.slice(0, 4)).toEqual([1000, 1500, 2250, 3375]);
    expect(gaps.at(-1)).toBe(30_000);
    expect(bench.polls).toHaveLength(11);
  });

  it('is asked for once, however many wait for it', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    bench.tell(done);
    bench.pass(1000);
    const all = await Promise.all([1, 2, 3].map(() => bench.gate.outcomeOf(take, 25_000)));
    expect(all.map((answer) => answer?.kind)).toEqual(['done', 'done', 'done']);
    expect(bench.polls).toHaveLength(1);
  });

  it('is left waiting when nobody can be reached, for as long as that takes', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    bench.tell({ kind: 'unreachable', why: 'no server' });
    for (let round = 0; round < 40; round += 1) bench.pass((await tick(bench)) ?? 0);
    expect(await bench.store.take(take)).toMatchObject({ state: 'dispatched', held: 5_000_000 });
    bench.tell(done);
    await tick(bench);
    expect(await bench.store.take(take)).toMatchObject({ state: 'posted' });
  });

  it('comes into doubt when its provider does not know it any more, and out of it when it does', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    bench.tell(lost);
    for (let round = 0; round < 21; round += 1) bench.pass((await tick(bench)) ?? 0);
    expect(await bench.store.take(take)).toMatchObject({ state: 'in_doubt', held: 5_000_000, job: { id: 'j-1' } });
    const before = bench.polls.length;
    expect(await tick(bench)).toBeUndefined();
    expect(bench.polls).toHaveLength(before);
    bench.tell(running);
    expect(await bench.gate.jobs?.askAll('poster')).toMatchObject([{ answer: { kind: 'running' } }]);
    expect(await bench.store.take(take)).toMatchObject({ state: 'dispatched' });
  });
});

describe('the end of a job', () => {
  it.each<[string, JsonObject, object, object]>([
    ['billed', { billed: true }, { state: 'posted', outcome: 'failed-billed' }, { held: 0, spent: 5_000_000 }],
    ['not billed', { billed: false }, { state: 'released', outcome: 'unbilled' }, { held: 0, spent: 0 }],
    ['nobody knows', {}, { state: 'in_doubt', outcome: 'unknown' }, { held: 5_000_000, spent: 0 }],
  ])('as a failure is settled by its bill: %s', async (_, more, state, balance) => {
    const bench = await openJobs();
    const take = await startJob(bench);
    bench.tell({ kind: 'answer', result: { state: 'failed', ...more } });
    bench.pass(1000);
    await tick(bench);
    expect(await bench.store.take(take)).toMatchObject(state);
    const [account] = await bench.store.accountsOf('poster');
    expect({ held: account?.held, spent: account?.spent }).toEqual(balance);
    await tick(bench);
    expect(bench.polls).toHaveLength(1);
  });

  it('brings its outputs: they are kept before it is posted, and fetched', async () => {
    const asset = { id: 'a1', path: '/out/a1.png', mimeType: 'image/png', bytes: 5 };
    const fetched = { ...asset, id: 'a2', source: 'https://example.com/a2' };
    const bench = await openJobs({
      ports: {
        keep: async (_take, result) => ({ assets: [asset], result }),
        fetch: async (_take, result) => ({ assets: [asset, fetched], result, missing: [] }),
      },
    });
    const take = await startJob(bench);
    bench.tell(done);
    bench.pass(1000);
    await tick(bench);
    expect((await bench.store.take(take))?.assets).toEqual([asset, fetched]);
    expect(await bench.store.result(take)).toMatchObject({ content: [{ text: 'a fox' }] });
  });

  it('is asked for with what the paid call was given, where its tools want it', async () => {
    const fromCall = { 'query.seed': 'seed', style: 'style' };
    const status = { ...outcome.job?.status, fromCall, result: { tool: 'job_result', argument: 'id', fromCall } };
    const other = pictureTool({ outcome: { job: { ...outcome.job, status } } as typeof outcome });
    const asked: JsonObject[] = [];
    const jobs: JobPort = {
      profileOf: () => other.profile,
      ask: async (_server, name, args) => {
        asked.push({ name, args });
        return done;
      },
    };
    const bench = await openJobs({ tools: [other], ports: { jobs } });
    await startJob(bench);
    bench.pass(1000);
    await tick(bench);
    expect(asked).toEqual([
      { name: 'job_status', args: { verbose: true, query: { id: 'j-1', seed: 1 } } },
      { name: 'job_result', args: { id: 'j-1', query: { seed: 1 } } },
    ]);
  });

  it('brings outputs that another tool hands out, which is asked until it does', async () => {
    const status = { ...outcome.job?.status, result: { tool: 'job_result', argument: 'id' } };
    const other = pictureTool({ outcome: { job: { ...outcome.job, status } } as typeof outcome });
    const answers: Record<string, JobAnswer[]> = {
      job_result: [lost, { kind: 'unreachable', why: 'no server' }, { kind: 'answer', result: { files: ['fox.png'] } }],
    };
    const jobs: JobPort = {
      profileOf: () => other.profile,
      ask: async (_server, name) => answers[name]?.shift() ?? done,
    };
    const bench = await openJobs({ tools: [other], ports: { jobs } });
    const take = await startJob(bench);
    for (const state of ['dispatched', 'dispatched', 'posted']) {
      bench.pass(30_000);
      await tick(bench);
      expect(await bench.store.take(take)).toMatchObject({ state });
    }
    expect(await bench.store.result(take)).toEqual({ files: ['fox.png'] });
  });

  it('is not kept back for ever by outputs that nobody hands out', async () => {
    const status = { ...outcome.job?.status, result: { tool: 'job_result', argument: 'id' } };
    const other = pictureTool({ outcome: { job: { ...outcome.job, status } } as typeof outcome });
    const jobs: JobPort = {
      profileOf: () => other.profile,
      ask: async (_, name) => (name === 'job_result' ? lost : done),
    };
    const bench = await openJobs({ tools: [other], ports: { jobs } });
    const take = await startJob(bench);
    for (let round = 0; round < 20; round += 1) {
      bench.pass(30_000);
      await tick(bench);
    }
    expect(await bench.store.take(take)).toMatchObject({ state: 'posted', paid: 5_000_000 });
  });

  it('is seen by another process that finds the take waiting in the store', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    const other = await openJobs({ ports: { store: bench.store } });
    other.tell(done);
    expect(await tick(other)).toBe(1000);
    other.pass(1000);
    expect(await tick(other)).toBeUndefined();
    expect(await bench.store.take(take)).toMatchObject({ state: 'posted' });
    expect(await tick(bench)).toBeUndefined();
    expect(bench.polls).toEqual([]);
  });
});

describe('a status call of the agent’s own', () => {
  const asking = (bench: GateBench, name: string, id: unknown) =>
    bench.gate.jobs?.hears('studio', name, { query: { id } });

  it('that shows the end settles the take, once', async () => {
    const bench = await openJobs();
    const take = await startJob(bench);
    const listener = asking(bench, 'job_status', 'j-1');
    listener?.(done.result);
    listener?.(done.result);
    await bench.gate.idle();
    expect(await bench.store.take(take)).toMatchObject({ state: 'posted', paid: 5_000_000 });
    const accounts = await bench.store.accountsOf('poster');
    expect(accounts.map(({ held, spent }) => [held, spent])).toEqual(accounts.map(() => [0, 5_000_000]));
  });

  it('is not listened to for another job, another tool, or when nothing waits', async () => {
    const bench = await openJobs();
    expect(asking(bench, 'job_status', 'j-1')).toBeUndefined();
    await startJob(bench);
    expect(asking(bench, 'job_status', 'j-1')).toBeDefined();
    expect(asking(bench, 'job_status', 'j-2')).toBeUndefined();
    expect(asking(bench, 'job_status', { id: 'j-1' })).toBeUndefined();
    expect(asking(bench, 'list', 'j-1')).toBeUndefined();
    expect(bench.gate.jobs?.hears('studio', 'job_status', undefined)).toBeUndefined();
    expect(bench.gate.jobs?.hears('other', 'job_status', { query: { id: 'j-1' } })).toBeUndefined();
  });
});

describe('a status tool that tells of many jobs', () => {
  const { argument: _argument, arguments: _arguments, ...common } = outcome.job?.status ?? { tool: '', succeeded: [] };
  const toolWith = (changes: object) =>
    pictureTool({
      outcome: { job: { id: 'job', status: { ...common, each: { in: 'tasks', id: 'id' }, ...changes } } },
    });
  const listing = (...tasks: JsonObject[]): JobAnswer & { result: JsonObject } => ({
    kind: 'answer',
    result: { tasks },
  });
  const other = { id: 'j-0', state: 'done', url: 'https://example.com/0.png' };

  it('is asked without an id, and settles a take by its own entry, of which alone the outputs are kept', async () => {
    const kept: JsonObject[] = [];
    const keep = async (_take: unknown, result: JsonObject) => {
      kept.push(result);
      return { assets: [], result };
    };
    const bench = await openJobs({ ports: { keep } }, toolWith({}));
    const take = await startJob(bench);
    bench.tell(listing(other, { id: 'j-1', state: 'running' }));
    bench.pass(1000);
    await tick(bench);
    expect(bench.polls).toEqual([{ server: 'studio', name: 'job_status', args: {} }]);
    expect(await bench.store.take(take)).toMatchObject({ state: 'dispatched' });
    const mine = { id: 'j-1', state: 'done', url: 'https://example.com/1.png' };
    bench.tell(listing(other, mine));
    bench.pass(1500);
    await tick(bench);
    expect(await bench.store.take(take)).toMatchObject({ state: 'posted', paid: 5_000_000 });
    expect(kept).toEqual([{ content: [{ type: 'text', text: JSON.stringify(mine) }], structuredContent: mine }]);
  });

  it.each<[boolean, unknown]>([
    [false, 'j-1'],
    [true, ['j-1']],
  ])('is asked with the id in its argument, as a list: %s', async (takesList, id) => {
    const bench = await openJobs({}, toolWith({ argument: 'ids', takesList }));
    const take = await startJob(bench);
    bench.tell(listing({ id: 'j-1', state: 'failed', billed: false }));
    bench.pass(1000);
    await tick(bench);
    expect(bench.polls.map(({ args }) => args)).toEqual([{ ids: id }]);
    expect(await bench.store.take(take)).toMatchObject({ state: 'released' });
  });

  it('that names a job no more for long leaves its take in doubt, and takes it out when it does again', async () => {
    const bench = await openJobs({}, toolWith({}));
    const take = await startJob(bench);
    bench.tell(listing(other));
    for (let round = 0; round < 21; round += 1) bench.pass((await tick(bench)) ?? 0);
    expect(await bench.store.take(take)).toMatchObject({ state: 'in_doubt', held: 5_000_000 });
    expect(await bench.gate.jobs?.askAll('poster')).toMatchObject([
      { trouble: expect.stringContaining('list') as string },
    ]);
    bench.tell(listing({ id: 'j-1', state: 'done' }));
    await bench.gate.jobs?.askAll('poster');
    expect(await bench.store.take(take)).toMatchObject({ state: 'posted' });
  });

  it('is listened to when the agent calls it, for every job that it names', async () => {
    const bench = await openJobs({}, toolWith({ argument: 'ids', takesList: true }));
    const take = await startJob(bench);
    const hears = (args?: object) => bench.gate.jobs?.hears('studio', 'job_status', args);
    expect(hears({ ids: ['j-7'] })).toBeUndefined();
    hears()?.(listing(other).result);
    await bench.gate.idle();
    expect(await bench.store.take(take)).toMatchObject({ state: 'dispatched' });
    hears({ ids: ['j-0', 'j-1'] })?.(listing(other, { id: 'j-1', state: 'done' }).result);
    await bench.gate.idle();
    expect(await bench.store.take(take)).toMatchObject({ state: 'posted' });
    expect(bench.polls).toEqual([]);
  });
});

describe('a list of jobs that the agent looks at', () => {
  const lists = [{ tool: 'list_jobs', in: 'tasks', id: 'id' }];
  const listed = pictureTool({ outcome: { job: { ...outcome.job, lists } as NonNullable<typeof outcome.job> } });
  const looks = (bench: GateBench, state: string, id = 'j-1'): void =>
    bench.gate.jobs?.hears('studio', 'list_jobs', undefined)?.({ tasks: [{ id, state }] });

  it('has the status tool asked at once for a job that it shows the end of', async () => {
    const bench = await openJobs({}, listed);
    const take = await startJob(bench);
    bench.tell(done);
    looks(bench, 'running');
    looks(bench, 'done', 'j-2');
    expect(bench.polls).toEqual([]);
    looks(bench, 'done');
    expect(bench.polls).toEqual([
      { server: 'studio', name: 'job_status', args: { verbose: true, query: { id: 'j-1' } } },
    ]);
    await vi.waitFor(async () => expect(await bench.store.take(take)).toMatchObject({ state: 'posted' }));
    expect(bench.gate.jobs?.hears('studio', 'list_jobs', {})).toBeUndefined();
  });

  it('settles nothing by itself: what it says is no bill', async () => {
    const bench = await openJobs({}, listed);
    const take = await startJob(bench);
    looks(bench, 'failed');
    await vi.waitFor(() => expect(bench.polls).toHaveLength(1));
    expect(await bench.store.take(take)).toMatchObject({ state: 'dispatched', held: 5_000_000 });
    expect(bench.gate.jobs?.hears('other', 'list_jobs', {})).toBeUndefined();
  });
});
