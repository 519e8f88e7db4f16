import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config.js';
import { dataFolder } from '../../src/data-folder.js';
import { Bench, imageTool, promptOf } from './harness.js';
import type { Answer, GatewayOptions } from './parts/gateway.js';

/** Enough for one picture and not for two. */
const forOne: ConfigInput = { budgets: [{ scope: 'project', limit: 60, period: 'day' }] };
const elsewhere = (): string => join(bench.folder, 'elsewhere');

let bench: Bench;
let home = '';
let env: Record<string, string> = {};
beforeEach(async () => {
  bench = await Bench.open({ config: forOne });
  home = join(bench.folder, 'home');
  // The records of this bench alone, so that they can be looked at and spoilt.
  env = { HOME: home, USERPROFILE: home, XDG_DATA_HOME: join(home, 'data'), LOCALAPPDATA: join(home, 'data') };
});
afterEach(() => bench.close());

/** The answer to one paid call of a gateway that was just started, with what the gateway wrote to its log. */
async function paid(number: number, options: GatewayOptions = {}): Promise<Answer & { words: string }> {
  const gateway = await bench.start(options);
  const answer = await gateway.call(imageTool, { prompt: promptOf(number), model: 'sdxl' });
  await gateway.close();
  return { ...answer, words: gateway.words };
}

it('a config that names another ledger gains no fresh budget until the person accepts it', async () => {
  expect(await paid(1)).toMatchObject({ isError: false });
  expect((await paid(2)).data['code']).toContain('budget/hard');
  for (const change of [{ data: elsewhere() }, { project: 'film' }, { store: 'memory' }] as const) {
    await bench.configure({ ...forOne, ...change, mode: 'off', rules: { 'config-accepted': 'off' } });
    const { text, data } = await paid(2);
    expect(data['code']).toContain('config-accepted/moved');
    expect(text).toContain(bench.data);
    expect(text).toContain('greenlight config accept');
  }
  await bench.configure(forOne);
  expect((await paid(2)).data['code']).not.toContain('config-accepted');
  await bench.configure({ ...forOne, store: 'memory' });
  expect(await bench.greenlight('config', 'accept')).toContain('Accepted: store');
  expect(await paid(3)).toMatchObject({ isError: false });
});

it('one start puts it on record, many at once as well, and none writes beside the user’s own data folder', async () => {
  const gateways = await bench.startAll(4, { env });
  await Promise.all(gateways.map((gateway) => gateway.call('budget', {})));
  const places = join(dataFolder({}, env), 'places');
  expect(readdirSync(places)).toHaveLength(1);
  expect(await paid(1, { env })).toMatchObject({ isError: false });
  await bench.configure({ ...forOne, project: 'film' });
  expect((await paid(2, { env })).data['code']).toContain('config-accepted/moved');
  expect(readdirSync(places)).toHaveLength(1);
});

it('a record that cannot be read holds paid calls, and the person’s acceptance writes it anew', async () => {
  const args = ['config', 'accept', '-c', bench.configFile];
  expect(await paid(1, { env })).toMatchObject({ isError: false });
  const places = join(dataFolder({}, env), 'places');
  const record = join(places, readdirSync(places)[0] ?? '');
  writeFileSync(record, '{ "store": ');
  const { text, data } = await paid(2, { env });
  expect(data['code']).toContain('config-accepted/unread');
  expect(text).toContain(record);
  const program = resolve('dist/greenlight.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
  });
  expect(stdout).toContain('Accepted: store, data, project');
  expect((await paid(2, { env })).data['code']).toContain('budget/hard');
});

it('where nothing can be put on record, the gateway says so once and goes on as before', async () => {
  writeFileSync(home, 'no folder');
  const { isError, words } = await paid(1, { env });
  expect([isError, words.match(/could not be put on record/g)]).toEqual([false, ['could not be put on record']]);
});

it('a config that calls a paid tool free does not free it until the person accepts it, in another ledger neither', async () => {
  expect(await paid(1)).toMatchObject({ isError: false });
  const made = (): number => bench.journal().length;
  const before = made();
  for (const change of [{}, { data: elsewhere() }]) {
    await bench.configure({ ...forOne, ...change }, { tools: { text_to_image: 'free' } });
    const { data } = await paid(2);
    expect(data['code']).toContain('config-accepted/');
    expect(made()).toBe(before);
  }
  await bench.configure(forOne, { tools: { text_to_image: 'free' } });
  expect(await bench.greenlight('config', 'accept')).toContain('Accepted: tools.studio.text_to_image');
  await paid(2);
  expect(made()).toBe(before + 1);
});
