import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config.js';
import type { Take } from '../../src/model/take.js';
import { imageTool, onBench, promptOf, type Bench, type BenchOptions } from './harness.js';
import type { Answer } from './parts/gateway.js';
import { withMedia } from './parts/media-server.js';
import { quickRecovery } from './parts/kills.js';
import { until } from './parts/until.js';

const videoTool = 'studio_image_to_video';
const config: ConfigInput = { rules: { 'stills-first': 'off', 'vague-prompt': 'off' } };
const call = { prompt: 'a lighthouse near the harbour at dawn, slow pan', mode: 'job', seed: 7 };
/** Long enough that nothing but a look at the provider can have seen the end. */
const longMs = 2200;

const onJobs = (scenario: (bench: Bench) => Promise<void>, changes: BenchOptions = {}): Promise<void> =>
  onBench({ config, latencyMs: longMs, ...changes }, scenario);

async function theTake(bench: Bench): Promise<Take> {
  const { takes } = await bench.ledger();
  expect(takes).toHaveLength(1);
  return takes[0] as Take;
}

const jobNoted = (bench: Bench): Promise<Take | undefined> =>
  until(async () => (await bench.ledger()).takes.find(({ job }) => job !== undefined));
const ended = (bench: Bench): Promise<Take | undefined> =>
  until(async () => (await bench.ledger()).takes.find(({ endedAt }) => endedAt !== undefined));
const takeOf = ({ data }: Answer): string => String(data['take']);

describe('a paid call that starts a job', () => {
  it('is answered at once with its take, holds its money, and is settled with its clip when `take` sees the end', () =>
    onJobs(async (bench) => {
      const agent = await bench.start();
      const started = await agent.call(videoTool, call);
      expect(started).toMatchObject({
        isError: false,
        data: { status: 'running', job: expect.stringMatching(/^job-/) },
      });
      expect(started.text).toContain(`poll \`take\` with take \`${takeOf(started)}\``);
      expect(await theTake(bench)).toMatchObject({ state: 'dispatched', held: 60_000_000, paid: 0 });
      const looks: number[] = [];
      const done = await agent.call('take', { take: takeOf(started) }, { progress: (count) => looks.push(count) });
      expect(done.data).toMatchObject({ state: 'posted', paid: 60, assets: [{ mimeType: 'image/apng' }] });
      expect(looks.length).toBeGreaterThan(0);
      const [asset] = (await theTake(bench)).assets;
      expect(asset?.path.startsWith(join(bench.data, 'outputs'))).toBe(true);
      expect(existsSync(asset?.path ?? '')).toBe(true);
    }));

  it('is attached to by the same call while it runs, and answers the next one for nothing', () =>
    onJobs(async (bench) => {
      const [agent, other] = await bench.startAll(2);
      const started = await agent?.call(videoTool, call);
      const second = await other?.call(videoTool, call);
      expect(second?.data).toMatchObject({ status: 'done', take: started?.data['take'], replayed: true });
      const third = await agent?.call(videoTool, call);
      expect(third?.data).toMatchObject({ status: 'done', take: started?.data['take'], replayed: true });
      expect(bench.journal()).toHaveLength(1);
    }));

  it('is settled by the agent’s own look at the status tool, whose answer is passed on as it came', () =>
    onJobs(
      async (bench) => {
        const agent = await bench.start();
        const started = await agent.call(videoTool, call);
        const job = { job_id: String(started.data['job']) };
        const seen = await until(async () => {
          const status = await agent.call('studio_job_status', job);
          return status.data['status'] === 'succeeded' && status;
        });
        expect(seen.result['_meta']).not.toHaveProperty('greenlight');
        expect(seen.text).toContain(`Job ${job.job_id} succeeded`);
        expect(await ended(bench)).toMatchObject({
          state: 'posted',
          paid: 60_000_000,
          assets: [{ mimeType: 'image/apng' }],
        });
      },
      { latencyMs: 400, tools: { image_to_video: slowlyWatched } },
    ));

  it('is seen to its end although nobody asks', () =>
    onJobs(
      async (bench) => {
        await (await bench.start()).call(videoTool, call);
        expect(await ended(bench)).toMatchObject({ state: 'posted', assets: [{ mimeType: 'image/apng' }] });
      },
      { latencyMs: 600 },
    ));

  it.each([
    ['billed', 'fail-billed', { state: 'posted', outcome: 'failed-billed', paid: 60_000_000 }],
    ['not billed', 'fail-unbilled', { state: 'released', outcome: 'unbilled', paid: 0 }],
  ])('that fails and was %s ends as its provider says', (_, fault, expected) =>
    onJobs(
      async (bench) => {
        const agent = await bench.start();
        const started = await agent.call(videoTool, { ...call, fault });
        const done = await agent.call('take', { take: takeOf(started) });
        expect(done.text).toContain('FAILED');
        expect(await theTake(bench)).toMatchObject({ ...expected, held: 0 });
      },
      { latencyMs: 300 },
    ),
  );
});

describe('a gateway that goes while a job runs', () => {
  it('was killed: the next one sees the end, fetches the clip, and the same call gets it for nothing', () =>
    onJobs(async (bench) => {
      const victim = await bench.start();
      await victim.call(videoTool, call);
      victim.kill('SIGKILL');
      await victim.gone();
      const next = await bench.start({ env: quickRecovery });
      const again = await next.call(videoTool, call);
      expect(again.data).toMatchObject({ status: 'done', replayed: true, paid: 60 });
      expect(again.result['content']).toContainEqual(expect.objectContaining({ type: 'resource_link' }));
      expect(bench.journal()).toHaveLength(1);
    }));

  it('was killed right after the job was noted: recovery leaves the take waiting, and its end is seen', () =>
    onJobs(async (bench) => {
      const env = { GREENLIGHT_FAULT: 'kill@job-noted', GREENLIGHT_FAULT_MARK: join(bench.folder, 'mark') };
      const victim = await bench.start({ env });
      const lost = victim.call(videoTool, call).then(
        () => 'answered',
        () => 'lost',
      );
      expect(await lost).toBe('lost');
      expect(readFileSync(join(bench.folder, 'mark'), 'utf8')).toContain('job-noted');
      await victim.gone();
      const next = await bench.start({ env: quickRecovery });
      const done = await next.call('take', { take: (await theTake(bench)).id });
      expect(done.data).toMatchObject({ state: 'posted', paid: 60 });
    }));

  it('was left by its client, or told to go: the take waits, and its end is seen later', () =>
    onJobs(async (bench) => {
      const first = await bench.start();
      const cancelled = new AbortController();
      const call1 = first.call(videoTool, call, { signal: cancelled.signal }).catch(() => undefined);
      await jobNoted(bench);
      cancelled.abort();
      await call1;
      await first.client.close();
      expect(await theTake(bench)).toMatchObject({ state: 'dispatched', held: 60_000_000 });
      await bench.start({ env: quickRecovery });
      expect(await ended(bench)).toMatchObject({
        state: 'posted',
        paid: 60_000_000,
        assets: [{ mimeType: 'image/apng' }],
      });
      expect(bench.journal()).toHaveLength(1);
    }));
});

describe('greenlight reconcile', () => {
  const reconcile = async (bench: Bench): Promise<unknown> =>
    JSON.parse(await bench.greenlight('reconcile', '--json')) as unknown;

  it('asks the provider for the job of a killed gateway, and settles it once it has ended', () =>
    onJobs(
      async (bench) => {
        const victim = await bench.start();
        await victim.call(videoTool, call);
        victim.kill('SIGKILL');
        await victim.gone();
        expect(await reconcile(bench)).toMatchObject({ asked: [{ state: 'dispatched', held: 60, trouble: null }] });
        await until(async () => JSON.stringify(await reconcile(bench)).includes('"posted"'));
        expect(await theTake(bench)).toMatchObject({ state: 'posted', assets: [{ mimeType: 'image/apng' }] });
        expect(await reconcile(bench)).toMatchObject({ asked: [], withoutJob: [] });
        expect(bench.journal()).toHaveLength(1);
      },
      { latencyMs: 10_000 },
    ));

  it('asks again for a job that a take is in doubt about; one without a job is listed with what can be done', () =>
    onJobs(
      async (bench) => {
        const agent = await bench.start();
        await agent.call(videoTool, { ...call, fault: 'fail-unbilled' });
        await until(async () => (await theTake(bench)).state === 'in_doubt');
        const lost = { prompt: promptOf(5), model: 'qwen-image', fault: 'crash-before' };
        const { data } = await agent.call(imageTool, lost);
        expect(data).toMatchObject({ status: 'in-doubt' });
        expect(await reconcile(bench)).toMatchObject({
          asked: [{ state: 'in_doubt', held: 60 }],
          withoutJob: [{ take: data['take'], state: 'in_doubt' }],
        });
        const said = await bench.greenlight('reconcile');
        expect(said).toContain(`greenlight takes release ${String(data['take'])}`);
        await bench.configure(config, { tools: {} });
        expect(await reconcile(bench)).toMatchObject({ asked: [{ state: 'released', paid: 0 }] });
      },
      { latencyMs: 300, tools: { image_to_video: { ...slowlyWatched, outcome: silentOnBilling } } },
    ));

  it('ends with 1 where a server cannot be asked, and leaves the take waiting', () =>
    onJobs(async (bench) => {
      const agent = await bench.start();
      await agent.call(videoTool, call);
      await agent.client.close();
      await bench.configure({ ...config, servers: {} });
      await expect(bench.greenlight('reconcile')).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining('the config names no status tool for it'),
      });
      expect(await theTake(bench)).toMatchObject({ state: 'dispatched', held: 60_000_000 });
    }));
});

/** The preset's words with looks so far apart that the gateway itself never gets to one. */
const slowlyWatched = {
  paid: true,
  kind: 'video',
  arguments: { prompt: 'prompt', model: 'model', seconds: 'seconds', seed: 'seed', inputs: ['image'] },
  price: { unit: 'call', models: { 'wan-2.5-fast': { credits: 60 } } },
  outcome: {
    job: {
      id: { json: 'job_id' },
      status: {
        tool: 'job_status',
        argument: 'job_id',
        everySeconds: 600,
        state: 'structuredContent.status',
        succeeded: ['succeeded'],
        failed: ['failed'],
      },
    },
  },
};

/** A provider that does not say whether a failure was billed. */
const silentOnBilling = {
  job: { ...slowlyWatched.outcome.job, status: { ...slowlyWatched.outcome.job.status, everySeconds: 0.1 } },
};

describe('a server that tells of many jobs in one answer', () => {
  const picture = Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(200_000, 'fox'), 'latin1');
  const other = Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(200_000, 'owl'), 'latin1');
  const entry = (id: string, content: Buffer) => ({ id, status: 'done', image: content.toString('base64') });
  const say = (value: unknown) => ({ content: [{ type: 'text', text: JSON.stringify(value) }] });
  const empty = { type: 'object', properties: {} };

  it('settles a take when the agent looks at the list, with the outputs of its own job alone', () =>
    onBench({ config }, async (bench) => {
      const { gateway, calls } = await withMedia(bench, {
        tools: { make: { type: 'object', properties: { prompt: { type: 'string' } } }, tasks: empty },
        answers: {
          make: say({ task: 'j-2', status: 'queued' }),
          tasks: say({ tasks: [entry('j-1', other), entry('j-2', picture)] }),
        },
        free: ['tasks'],
        profile: {
          kind: 'image',
          arguments: { prompt: 'prompt' },
          outcome: {
            job: {
              id: { json: 'task' },
              status: {
                ...{ tool: 'tasks', everySeconds: 600, each: { in: { json: 'tasks' }, id: 'id' } },
                ...{ state: 'status', succeeded: ['done'], failed: ['failed'] },
              },
            },
          },
        },
      });
      const started = await gateway.call('media_make', { prompt: promptOf(1) });
      expect(started.data).toMatchObject({ status: 'running', job: 'j-2' });
      await gateway.call('media_tasks', {});
      const take = await ended(bench);
      expect(take).toMatchObject({ id: takeOf(started), state: 'posted', outcome: 'succeeded' });
      expect(take?.assets).toHaveLength(1);
      expect(readFileSync(take?.assets[0]?.path ?? '').equals(picture)).toBe(true);
      expect(calls().map(({ name }) => name)).toEqual(['make', 'tasks']);
    }));
});
