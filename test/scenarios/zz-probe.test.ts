import { expect, it } from 'vitest';
import { brief, imageTool, onBench, promptOf, step, Bench } from './harness.js';

async function on(o: any, f: any) {
  const b = await Bench.open(o);
  try {
    await f(b);
    try {
      await b.expectLedgerSound();
    } catch (e) {
      console.log('UNSOUND', String(e));
    }
  } finally {
    await b.close();
  }
}

it('quick lane per day under concurrency', () =>
  on({ latencyMs: 300, config: { quickLane: { perCall: 60, perDay: 100 } } }, async (b: any) => {
    const g = await b.start();
    const r = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        g.call(imageTool, { prompt: promptOf(i), model: 'sdxl', greenlight: { shot: `s${i}` } }),
      ),
    );
    console.log('QUICK', b.journal().length, r.map((x: any) => x.data.status + ' ' + (x.data.code ?? '')).join(','));
  }));
it('quick lane unnamed', () =>
  on({ latencyMs: 300, config: { quickLane: { perCall: 60, perDay: 1000 } } }, async (b: any) => {
    const g = await b.start();
    const r = await Promise.all(
      Array.from({ length: 20 }, (_, i) => g.call(imageTool, { prompt: promptOf(i), model: 'qwen-image' })),
    );
    console.log('UNNAMED', b.journal().length, r.map((x: any) => x.data.status + ' ' + (x.data.code ?? '')).join(','));
  }));
it('ask every under concurrency', () =>
  on({ latencyMs: 300, config: { ask: { above: 200, every: 100 } } }, async (b: any) => {
    const g = await b.start();
    await brief(g);
    await g.call('plan', { steps: Array.from({ length: 20 }, (_, i) => step(`s${i}`, promptOf(i))) });
    const r = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        g.call(imageTool, { prompt: promptOf(i), model: 'sdxl', greenlight: { shot: `s${i}` } }),
      ),
    );
    console.log('EVERY', b.journal().length, r.map((x: any) => x.data.status + ' ' + (x.data.code ?? '')).join(','));
  }));
it('budget without session budget', () =>
  on({ config: { budgets: [{ scope: 'project', limit: 2000 }] } }, async (b: any) => {
    const g = await b.start();
    console.log('NOSESSION', (await g.call('budget', { limit: 30 })).text);
    const r = await g.call(imageTool, { prompt: promptOf(1), model: 'sdxl' });
    console.log(r.text.slice(0, 200));
  }));
it(
  'wrong types',
  () =>
    on({}, async (b: any) => {
      const g = await b.start();
      const p = (i: number) => promptOf(i);
      const tries: any[] = [
        { prompt: p(1), count: '1' },
        { prompt: p(2), count: '4' },
        { prompt: p(3), count: -1 },
        { prompt: p(4), count: null },
        { prompt: p(5), count: 1.5 },
        { prompt: p(6), count: { a: 1 } },
        { prompt: p(7), width: '512' },
        { prompt: p(8), width: 0 },
        { prompt: p(9), seed: 'x' },
        { prompt: p(10), seed: 1.5 },
        { prompt: p(11), model: 'nope' },
        { prompt: p(12), model: 5 },
        { prompt: 5 },
        { prompt: '' },
        {},
        { prompt: ['a', 'b'] },
        { prompt: { x: 1 } },
        { prompt: p(13), negative_prompt: 4 },
        { prompt: p(14), negative_prompt: ['x'] },
        { prompt: p(15), extra: 1 },
        { prompt: p(16), count: 8 },
        { prompt: p(17), width: 2048, height: 2048 },
        { prompt: p(18), width: 500 },
        { prompt: p(19), model: null },
        JSON.parse('{"prompt":"proto test lantern","__proto__":{"count":9},"constructor":{"prototype":{"count":5}}}'),
        { prompt: 'x'.repeat(5_000_000) },
      ];
      for (const a of tries) {
        const n = b.journal().length;
        try {
          const r = await g.call(imageTool, { model: 'qwen-image', ...a });
          console.log(
            'TYPES',
            JSON.stringify(a).slice(0, 80),
            '=>',
            r.data.status,
            r.data.code ?? '',
            'charged',
            b
              .journal()
              .slice(n)
              .map((c: any) => c.credits)
              .join(),
            r.text.slice(0, 300).replaceAll('\n', ' | '),
          );
        } catch (e) {
          console.log('TYPES', JSON.stringify(a).slice(0, 80), 'THROWN', String(e).slice(0, 200));
        }
      }
    }),
  120000,
);
