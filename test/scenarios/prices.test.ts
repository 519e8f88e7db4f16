import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config.js';
import { ChangingBench } from './parts/changing.js';
import { CommandBench } from './parts/command.js';
import { GatewayProcess } from './parts/gateway.js';
import { brief, promptOf, step } from './harness.js';

const config: ConfigInput = {
  project: 'poster',
  budgets: [{ scope: 'session', limit: 500 }],
  servers: { shop: { command: process.execPath, args: [resolve('dist/studio.js')] } },
  prices: { file: 'prices.json', rates: { USD: 90 } },
};
const entry = { server: 'shop', unit: 'image', currency: 'USD', source: 'price page', asOf: '2026-11-20' };
const entries = [
  { ...entry, tool: 'text_to_image', model: 'qwen-*', amount: 0.0123457 },
  {
    ...entry,
    tool: 'text_to_image',
    model: 'sdxl',
    expression: 'width * height > 600000 ? 0.02 : 0.01',
    minimum: 0.015,
  },
  { ...entry, tool: 'text_to_image', model: 'flux-2-dev', amount: 0.02, currency: 'EUR' },
];

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function benchOf(list: readonly object[]): Promise<CommandBench> {
  const bench = await CommandBench.open();
  open.push(bench);
  writeFileSync(bench.config, JSON.stringify({ ...config, data: bench.data }));
  writeFileSync(join(bench.folder, 'prices.json'), JSON.stringify({ entries: list }));
  return bench;
}

it('quotes and settles calls of a server that only the price list describes, to the micro-credit', async () => {
  const bench = await benchOf(entries);
  const gateway = await GatewayProcess.start(bench.config);
  open.push(gateway);
  const draw = (model: string, n: number) =>
    gateway.call('shop_text_to_image', {
      prompt: promptOf(n),
      model,
      width: 512,
      height: 512,
      greenlight: { shot: `shot-${n}` },
    });
  const first = await draw('qwen-image', 1);
  expect({ text: first.text, isError: first.isError }).toEqual({ text: expect.any(String) as unknown, isError: false });
  const second = await draw('sdxl', 2);
  expect({ text: second.text, isError: second.isError }).toEqual({
    text: expect.any(String) as unknown,
    isError: false,
  });
  const third = await draw('flux-2-dev', 3);
  expect(third.isError).toBe(true);
  expect(third.text).toContain('no rate for EUR');
  const takes = await bench.store((store) => store.takes({ project: 'poster', limit: 10 }));
  const posted = takes.filter(({ state }) => state === 'posted').map(({ paid }) => paid);
  expect(posted.sort((a, b) => a - b)).toEqual([1_111_113, 1_350_000]);
});

it('lists, checks, imports and compares prices from the command line', async () => {
  const bench = await benchOf([...entries, { ...entry, tool: 'paint', amount: 1 }]);
  expect(await bench.json(['prices', 'list'])).toMatchObject({ prices: expect.any(Array) as unknown });
  const check = await bench.run(['prices', 'check', '--json']);
  expect(check.exitCode).toBe(5);
  const { faults } = JSON.parse(check.output) as { faults: { code: string; facts: { tool?: string } }[] };
  expect(faults.map(({ code, facts }) => `${code} ${facts.tool ?? ''}`)).toContain('unmatched paint');
  const list = join(bench.folder, 'list.json');
  writeFileSync(list, JSON.stringify({ 'high/512-x-512/m': { mode: 'image_generation', input_cost_per_image: 0.1 } }));
  const out = join(bench.folder, 'other.json');
  expect(await bench.json(['prices', 'import', list, '--out', out])).toMatchObject({ read: 1 });
  expect((await bench.run(['prices', 'import', list, '--out', out])).exitCode).toBe(1);
  expect((await bench.run(['prices', 'diff', out])).output).toMatch(/new +m high 512x512 +image +USD +0\.1/);
  expect((await bench.run(['prices', 'import', bench.config])).exitCode).toBe(1);
});

it('says at start where an expression of the list cannot be read', async () => {
  const bench = await benchOf([{ ...entry, expression: 'width *' }]);
  const said = await bench.run(['prices']);
  expect(said.exitCode).toBe(2);
  expect(said.errors).toContain('entries.0.expression: at character 8: expected a number');
});

it('holds a call at the price that its server states, once a plan names it, and shows the words', async () => {
  const args = { prompt: { type: 'string' }, n: { type: 'integer', minimum: 1, description: 'How many images.' } };
  const draw = {
    name: 'draw_image',
    description: 'Generates an image from a prompt. Costs 5 credits per image.',
    inputSchema: { type: 'object', properties: args, required: ['prompt'] },
  };
  const bench = await ChangingBench.open({ tools: {} }, [draw]);
  open.push(bench);
  const gateway = await bench.start();
  const prompt = promptOf(1);
  const early = await gateway.call('up_draw_image', { prompt });
  expect(early.data).toMatchObject({ status: 'refused', code: 'plan-first/no-brief' });
  await brief(gateway);
  const planned = step('hero', prompt, { tool: 'up_draw_image', model: undefined, phase: 'explore' });
  expect((await gateway.call('plan', { steps: [planned] })).text).toContain('5');
  const made = await gateway.call('up_draw_image', { prompt, n: 3, greenlight: { shot: 'hero' } });
  expect(made.data).toMatchObject({ status: 'done', paid: 5 });
  expect(bench.calls()).toEqual(['draw_image']);
  const inspected = await bench.greenlight('inspect', '--server', 'up');
  expect(inspected.out).toContain('up.draw_image: “costs 5 credits per image”');
});
