import { describe, expect, it } from 'vitest';
import { imageTool, onBench, promptOf } from './harness.js';

describe('shadow mode', () => {
  it('changes nothing and refuses nothing, but remembers what would have been said', () =>
    onBench({ config: { mode: 'shadow', budgets: [{ scope: 'session', limit: 50 }] } }, async (bench) => {
      const gateway = await bench.start();
      const four = await gateway.call(imageTool, { prompt: promptOf(14), model: 'sdxl', count: 4 });
      expect(four.data).toMatchObject({ status: 'done', paid: 160 });
      const premium = await gateway.call(imageTool, { prompt: promptOf(15), model: 'flux-2-pro' });
      expect(premium.data).toMatchObject({ status: 'done', paid: 120 });
      expect(bench.journal().map((charge) => charge.credits)).toEqual([160, 120]);
      const remarks = await bench.store((store) => store.remarks('scenario'));
      const codes = remarks.flatMap((remark) => remark.findings.map(({ rule, code }) => `${rule}/${code}`));
      expect(codes).toEqual(expect.arrayContaining(['one-version/more-than-one', 'budget/hard']));
    }));

  it('says afterwards what the rules would have done, to the agent and by `greenlight report --shadow`', () =>
    onBench({ config: { mode: 'shadow', budgets: [{ scope: 'session', limit: 220 }] } }, async (bench) => {
      const gateway = await bench.start();
      const clean = { prompt: 'a brown bakery in a narrow street at noon, seen from the door, pastel, wide shot' };
      await gateway.call(imageTool, { ...clean, model: 'qwen-image' });
      await gateway.call(imageTool, { prompt: promptOf(14), model: 'sdxl', count: 4 });
      const stopped = await gateway.call(imageTool, { prompt: promptOf(15), model: 'flux-2-pro' });
      const shadow = {
        ...{ estimate: true, calls: 3, credits: 300 },
        byLevel: expect.arrayContaining([
          expect.objectContaining({ level: 'block', credits: 120, saved: 120 }),
        ]) as unknown,
      };
      const { data, text } = await gateway.call('report');
      expect(data).toMatchObject({ paid: 300, avoided: { credits: 0 }, shadow });
      expect(text).toContain('3 calls for 300 credits were judged and let pass');
      const said = await bench.greenlight('report', '--shadow');
      expect(said).toMatch(/^What would have been done \(shadow mode, estimate\)/);
      expect(said).toContain(String(stopped.data['take']));
      expect(JSON.parse(await bench.greenlight('report', '--shadow', '--json'))).toMatchObject({
        project: 'scenario',
        shadow: {
          ...shadow,
          examples: [
            { level: 'fix', credits: 160, saved: 120 },
            { take: stopped.data['take'], credits: 120 },
          ],
        },
      });
      await bench.configure({ mode: 'enforce' });
      expect(JSON.parse(await bench.greenlight('report', '--json'))).toMatchObject({ shadow });
    }));

  it('lets many different calls on one shot pass at the same moment', () =>
    onBench({ config: { mode: 'shadow' }, latencyMs: 200 }, async (bench) => {
      const gateway = await bench.start();
      const calls = Array.from({ length: 12 }, (_, index) => {
        const args = { prompt: promptOf(index), model: 'qwen-image', greenlight: { shot: 'cover' } };
        return gateway.call(imageTool, args);
      });
      const answers = await Promise.all(calls);
      expect(answers.map((answer) => answer.data['status'])).toEqual(answers.map(() => 'done'));
      expect(bench.journal()).toHaveLength(12);
    }));
});
