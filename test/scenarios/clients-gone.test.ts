import { describe, expect, it } from 'vitest';
import { RawClient } from '../fixtures/raw-client.js';
import { imageTool, onBench, promptOf, type Bench } from './harness.js';
import { until } from './parts/until.js';

const call = { prompt: promptOf(6), model: 'qwen-image', seed: 11 };
/** Longer than anything that only waits politely for a client's last calls. */
const longJobMs = 4200;

const charged = (bench: Bench): Promise<true> => until(() => bench.journal().length === 1);
const settled = (bench: Bench): Promise<true> =>
  until(async () => (await bench.ledger()).takes.some((take) => take.state === 'posted'));

/** A client that made the paid call and closed its end as soon as the provider had charged for it. */
async function clientThatLeft(bench: Bench): Promise<RawClient> {
  const args = ['dist/greenlight.cjs', 'serve', '-c', bench.configFile];
  const client = new RawClient({ command: process.execPath, args, folder: bench.folder });
  await client.initialize();
  void client.call(imageTool, call);
  await charged(bench);
  client.process.stdin.end();
  return client;
}

describe('a client that leaves during a paid call', () => {
  it('does not lose the job: it ends, is settled, and answers the next equal call for nothing', () =>
    onBench({ latencyMs: longJobMs }, async (bench) => {
      const left = await clientThatLeft(bench);
      expect(await left.exited).toBe(0);
      expect((await bench.ledger()).takes).toMatchObject([{ state: 'posted', outcome: 'succeeded' }]);
      const again = await (await bench.start()).call(imageTool, call);
      expect(again.data).toMatchObject({ status: 'done', replayed: true });
      expect(bench.journal()).toHaveLength(1);
    }));

  it('leaves a running job to which an equal call of another client attaches', () =>
    onBench({ latencyMs: longJobMs }, async (bench) => {
      const next = await bench.start();
      const left = await clientThatLeft(bench);
      const answer = await next.call(imageTool, call);
      expect(answer.data).toMatchObject({ status: 'done', replayed: true });
      expect(bench.journal()).toHaveLength(1);
      await left.exited;
    }));
});

describe('a gateway that the system tells to end', () => {
  it('leaves a job that does not end soon in doubt, and is gone soon', () =>
    onBench({ latencyMs: 60_000 }, async (bench) => {
      const gateway = await bench.start();
      const answer = gateway.call(imageTool, call).catch(() => 'no answer');
      await charged(bench);
      gateway.kill('SIGTERM');
      expect(await answer).toBe('no answer');
      await until(async () => (await bench.ledger()).takes[0]?.state === 'in_doubt');
    }));

  it('settles a job that ends in a moment', () =>
    onBench({ latencyMs: 1000 }, async (bench) => {
      const gateway = await bench.start();
      const answer = gateway.call(imageTool, call).catch(() => undefined);
      await charged(bench);
      gateway.kill('SIGTERM');
      await answer;
      await settled(bench);
    }));
});

describe('a client that stops waiting for a paid call', () => {
  it('does not stop the job by cancelling the call', () =>
    onBench({ latencyMs: 1500 }, async (bench) => {
      const gateway = await bench.start();
      const patience = new AbortController();
      const answer = gateway.call(imageTool, call, { signal: patience.signal });
      await charged(bench);
      patience.abort();
      await expect(answer).rejects.toThrow();
      await settled(bench);
      expect((await gateway.call(imageTool, call)).data).toMatchObject({ status: 'done', replayed: true });
      expect(bench.journal()).toHaveLength(1);
    }));

  it('does not stop the job by running out of patience', () =>
    onBench({ latencyMs: 1500 }, async (bench) => {
      const gateway = await bench.start();
      await expect(gateway.call(imageTool, call, { timeoutMs: 500 })).rejects.toThrow();
      await settled(bench);
      expect((await bench.ledger()).takes).toMatchObject([{ state: 'posted', outcome: 'succeeded' }]);
    }));
});

describe('a job that takes longer than a client may wait', () => {
  it('is answered with its take, which `take` follows to the end', () =>
    onBench({ latencyMs: 2500 }, async (bench) => {
      const gateway = await bench.start({ env: { GREENLIGHT_TIMES: 'answerWithinMs=600' } });
      const first = await gateway.call(imageTool, call);
      expect(first.data['status']).toBe('running');
      expect(first.text).toContain('RUNNING');
      const attached = await gateway.call(imageTool, call);
      expect(attached.data).toEqual(first.data);
      const ended = await gateway.call('take', { take: first.data['take'], wait: 20 });
      expect(ended.data).toMatchObject({ state: 'posted', outcome: 'succeeded', paid: 20 });
      expect(bench.journal()).toHaveLength(1);
    }));

  it('tells its progress to a client that asked for it', () =>
    onBench({ latencyMs: 500 }, async (bench) => {
      const gateway = await bench.start();
      const heard: number[] = [];
      const answer = await gateway.call(imageTool, call, { progress: (said) => heard.push(said) });
      expect(answer.data['status']).toBe('done');
      expect(heard).toEqual([1, 2, 3, 4, 5]);
    }));
});
