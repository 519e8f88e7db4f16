import { describe, expect, it } from 'vitest';
import { imageTool, onBench, promptOf } from './harness.js';

const call = { prompt: promptOf(10), model: 'qwen-image' };
const meta = { 'claudecode/toolUseId': 'toolu_01' };

describe('the client’s own id of a tool call', () => {
  it('brings the first result again when it comes back with the same arguments, from any process', () =>
    onBench({}, async (bench) => {
      const [one, two] = await bench.startAll(2);
      const first = await one?.call(imageTool, call, { meta });
      for (const gateway of [one, two]) {
        const again = await gateway?.call(imageTool, call, { meta });
        expect(again?.data).toMatchObject({ status: 'done', take: first?.data['take'], replayed: true });
      }
      expect(bench.journal()).toHaveLength(1);
    }));

  it('is refused when it comes back with other arguments', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      const first = await gateway.call(imageTool, call, { meta });
      const other = { prompt: promptOf(222), model: 'sdxl', greenlight: { shot: 'other' } };
      const refused = await gateway.call(imageTool, other, { meta });
      expect(refused.data).toMatchObject({ status: 'call-id-conflict', take: first.data['take'] });
      expect(refused.isError).toBe(true);
      expect(bench.journal()).toHaveLength(1);
    }));

  it('is paid for once when many copies of it arrive at the same moment', () =>
    onBench({ latencyMs: 300 }, async (bench) => {
      const gateways = await bench.startAll(3);
      const calls = gateways.flatMap((gateway) => [1, 2, 3].map(() => gateway.call(imageTool, call, { meta })));
      const answers = await Promise.all(calls);
      expect(new Set(answers.map((answer) => answer.data['take'])).size).toBe(1);
      expect(bench.journal()).toHaveLength(1);
    }));
});
