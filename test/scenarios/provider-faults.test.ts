import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../src/model/json.js';
import { imageTool, onBench, promptOf, type Bench } from './harness.js';
import type { Answer } from './parts/gateway.js';
import { quickRecovery } from './parts/kills.js';
import { until } from './parts/until.js';

const greenlight = { shot: 'cover' };
const call = { prompt: promptOf(8), model: 'qwen-image', greenlight };

const states = async (bench: Bench): Promise<string[]> => (await bench.ledger()).takes.map((take) => take.state);

async function callWith(bench: Bench, fault: string): Promise<Answer> {
  return (await bench.start()).call(imageTool, { ...call, fault });
}

describe('a provider that fails', () => {
  it('gives the money back when it did not bill, and the failure counts for no rule', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      const failed = await gateway.call(imageTool, { ...call, fault: 'fail-unbilled' });
      expect(failed.data).toMatchObject({ status: 'failed-unbilled', paid: 0 });
      expect(await states(bench)).toEqual(['released']);
      const again = await gateway.call(imageTool, call);
      expect(again.data['status']).toBe('done');
    }));

  it('posts what was billed for a failure, and a blind repeat is a re-run', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      const failed = await gateway.call(imageTool, { ...call, fault: 'fail-billed' });
      expect(failed.data).toMatchObject({ status: 'failed-billed', paid: 20 });
      expect(await states(bench)).toEqual(['posted']);
      const again = await gateway.call(imageTool, call);
      expect(again.data['code']).toBe('rerun/certain');
    }));

  it.each([
    { fault: 'crash-before', charges: 0 },
    { fault: 'crash-after', charges: 1 },
  ])('leaves the call in doubt when it ends by $fault, and asks before the same is paid for again', (sample) =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      const lost = await gateway.call(imageTool, { ...call, fault: sample.fault });
      expect(lost.text).toContain('IN DOUBT');
      expect((await bench.ledger()).takes).toMatchObject([{ state: 'in_doubt', held: 20_000_000 }]);
      expect(bench.journal()).toHaveLength(sample.charges);
      const again = await gateway.call(imageTool, { ...call, fault: sample.fault });
      expect(again.data['code']).toContain('replay/in-doubt');
      expect(bench.journal()).toHaveLength(sample.charges);
      const next = { prompt: promptOf(77), model: 'sdxl', greenlight: { shot: 'back' } };
      expect((await gateway.call(imageTool, next)).data['status']).toBe('done');
    }),
  );

  it('leaves the call in doubt when it never answers and the process is killed meanwhile', () =>
    onBench({}, async (bench) => {
      const [gateway, other] = await bench.startAll(2, { env: quickRecovery });
      const answer = gateway?.call(imageTool, { ...call, fault: 'hang' }).catch(() => 'gone');
      await until(() => bench.journal().length === 1);
      gateway?.kill('SIGKILL');
      expect(await answer).toBe('gone');
      await until(async () => (await states(bench))[0] === 'in_doubt');
      expect((await other?.call('report'))?.text).toContain((await bench.ledger()).takes[0]?.id);
    }));
});

describe('a provider that answers oddly', () => {
  it('is settled once when it answers twice', () =>
    onBench({}, async (bench) => {
      expect((await callWith(bench, 'twice')).data).toMatchObject({ status: 'done', paid: 20 });
      const { entries } = await bench.ledger();
      expect(entries.filter((entry) => entry.kind === 'post' && entry.account.startsWith('project:'))).toHaveLength(1);
    }));

  it('is understood between lines that are no messages', () =>
    onBench({}, async (bench) => {
      expect((await callWith(bench, 'garbage')).data).toMatchObject({ status: 'done', paid: 20 });
    }));

  it('reaches the client as a file and a small preview when it answers with ten megabytes', () =>
    onBench({}, async (bench) => {
      const answer = await callWith(bench, 'huge');
      expect(answer.data).toMatchObject({ status: 'done', paid: 20 });
      expect(JSON.stringify(answer.result).length).toBeLessThan(300_000);
      const blocks = answer.result['content'];
      const types = Array.isArray(blocks) ? blocks.map((block) => isJsonObject(block) && block['type']) : [];
      expect(types).toContain('resource_link');
      const [asset] = (await bench.ledger()).takes[0]?.assets ?? [];
      expect(asset?.bytes).toBeGreaterThan(10 << 20);
      expect(statSync(asset?.path ?? '').size).toBe(asset?.bytes);
    }));
});
