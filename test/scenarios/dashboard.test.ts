import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dashboardAddress } from '../../src/cli/dashboard/address.js';
import { imageTool, onBench, promptOf } from './harness.js';
import { DashboardProcess } from './parts/dashboard.js';
import { until } from './parts/until.js';

const password = 'correct horse battery';
const ask = { above: 30, every: 100_000, minutes: 15 };
const call = { prompt: promptOf(12), model: 'sdxl' };

describe('the dashboard beside a gateway', () => {
  it('is started when a request begins to wait, and named without any secret', () =>
    onBench({ config: { ask, dashboard: { onDemand: true } } }, async (bench) => {
      const gateway = await bench.start();
      await gateway.call(imageTool, call);
      const place = { data: bench.data, project: 'scenario' };
      const url = await until(() => dashboardAddress(place));
      const { pid } = JSON.parse(readFileSync(join(bench.data, 'dashboard-scenario.json'), 'utf8')) as { pid: number };
      try {
        expect(await (await fetch(`${url}api/door`)).json()).toMatchObject({ state: 'first', project: 'scenario' });
        const again = await gateway.call(imageTool, { ...call, prompt: promptOf(13) });
        expect(again.text).toContain(`at ${url}#/now?request=`);
        expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      } finally {
        process.kill(pid);
      }
      await until(() => dashboardAddress(place) === undefined);
    }));

  it('shows what another process spends, as it spends, and settles what its tools are', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      const made = await gateway.call(imageTool, call);
      const dashboard = await DashboardProcess.start(bench.configFile);
      try {
        const keys = await dashboard.enter(password, 'first');
        const take = String(made.data['take']);
        const { data } = await dashboard.get(`/api/takes/${take}`, keys);
        expect(data).toMatchObject({ id: take, prompt: call.prompt, paid: 40, state: 'posted' });
        const [asset] = data['assets'] as { id: string }[];
        const preview = await dashboard.get(`/assets/${String(asset?.id)}/preview`, keys);
        expect([preview.status, preview.headers['content-type']]).toEqual([200, 'image/png']);
        expect(Number(preview.headers['content-length'] ?? preview.text.length)).toBeLessThan(100 * 1024);
        const live = await fetch(new URL('/api/live', dashboard.url), { headers: { cookie: keys.cookie } });
        const reader = live.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
        await gateway.call('feedback', { take, verdict: 'reject', change: ['everything'] });
        let heard = '';
        while (!heard.includes('event: takes')) heard += new TextDecoder().decode((await reader?.read())?.value);
        await reader?.cancel();
        const settled = await dashboard.post(
          '/api/servers/studio/tools/text_to_image',
          { cost: 'paid', credits: 7 },
          keys,
        );
        const servers = settled.data['servers'] as { tools: { tool: string; price: string; source: string }[] }[];
        expect(servers[0]?.tools.find(({ tool }) => tool === 'text_to_image')).toMatchObject({ source: 'config' });
        expect(readFileSync(bench.configFile, 'utf8')).toContain('"credits": 7');
        expect((await dashboard.get('/api/rules', keys)).data['changes']).toMatchObject([{ who: 'client' }]);
      } finally {
        await dashboard.close();
      }
    }));
});
