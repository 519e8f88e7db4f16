import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { RawClient } from '../fixtures/raw-client.js';
import { Bench, imageTool, onBench, promptOf } from './harness.js';

/** Arguments with which each paid tool of the studio can be called. */
const tools: Readonly<Record<string, JsonObject>> = {
  studio_text_to_image: {
    prompt: '',
    model: 'qwen-image',
    negative_prompt: 'fog',
    width: 512,
    height: 512,
    count: 1,
    seed: 1,
  },
  studio_image_to_video: { prompt: '', image: 'asset-1', model: 'wan-2.5-fast', seconds: 3, audio: false, seed: 1 },
  studio_text_to_speech: { model: 'speech-turbo', text: 'Welcome to the harbour.' },
  studio_generate_music: { prompt: '', model: 'music-1.5', seconds: 5, seed: 1 },
  studio_edit_image: { prompt: '', image: 'asset-1', seed: 1 },
  studio_reframe_image: { image: 'asset-1', aspect: '16:9' },
};

/** Values that no argument expects, with some that look nearly right. */
const odd: readonly unknown[] = [
  ...['4', ' 7 ', '', 'x'.repeat(2000), -1, 0, 1.5, 1e15, null, true, [], ['a', 4], {}],
  ...[{ a: { b: [1] } }, '__proto__', 'constructor', '1e999', '\u0000', JSON.parse('{"__proto__":{"count":64}}')],
];

/** Every tool with every one of its arguments replaced by every odd value. */
function oddCalls(): { tool: string; args: JsonObject }[] {
  return Object.entries(tools).flatMap(([tool, args]) =>
    Object.keys(args).flatMap((name) => odd.map((value) => ({ tool, args: { ...args, [name]: value } }))),
  );
}

describe('arguments of the wrong kind', () => {
  it('are refused clearly or read rightly, whatever stands in whichever argument of whichever tool', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      const seen = new Map<unknown, number>();
      for (const [index, { tool, args }] of oddCalls().entries()) {
        const prompt = args['prompt'] === '' ? { prompt: promptOf(index) } : {};
        const call = { ...args, ...prompt, greenlight: { shot: `shot-${index}` } };
        const answer = await gateway.call(tool, call);
        const status = answer.data['status'];
        expect(['done', 'bad-arguments', 'refused', 'failed-unbilled', 'not-sent'], answer.text).toContain(status);
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }
      expect(seen.get('bad-arguments')).toBeGreaterThan(100);
      expect(seen.get('done')).toBeGreaterThan(20);
      const { takes } = await bench.ledger();
      expect(takes.filter(({ state }) => state !== 'posted' && state !== 'released')).toEqual([]);
    }));

  it('do no harm as a prompt of five megabytes, as keys of prototypes, or as a number beyond all numbers', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      const huge = await gateway.call(imageTool, { prompt: 'light '.repeat(900_000), model: 'qwen-image' });
      expect(huge.data['status']).toBe('bad-arguments');
      expect(huge.text.length).toBeLessThan(2000);
      const keys = JSON.parse('{"__proto__":{"count":8},"constructor":{"prototype":{"count":8}}}') as JsonObject;
      const odder = await gateway.call(imageTool, { ...keys, prompt: promptOf(1), model: 'qwen-image' });
      expect(odder.data).toMatchObject({ status: 'done', paid: 20 });
      const args = ['dist/greenlight.cjs', 'serve', '-c', bench.configFile];
      const raw = new RawClient({ command: process.execPath, args, folder: bench.folder });
      await raw.initialize();
      const params = `{"name":"${imageTool}","arguments":{"prompt":"a tower","count":1e999}}`;
      raw.process.stdin.write(`{"jsonrpc":"2.0","id":77,"method":"tools/call","params":${params}}\n`);
      const answer = await raw.see((message) => message.id === 77);
      expect(JSON.stringify(answer.result)).toContain('count is Infinity');
      await raw.close();
    }));

  it('are answered when they are no object at all, and so are tools that there are not', () =>
    onBench({}, async (bench) => {
      const args = ['dist/greenlight.cjs', 'serve', '-c', bench.configFile];
      const raw = new RawClient({ command: process.execPath, args, folder: bench.folder });
      await raw.initialize();
      for (const given of ['text', 7, ['a list'], true]) {
        const answer = await raw.request('tools/call', { name: imageTool, arguments: given });
        const said = isJsonObject(answer.result) ? JSON.stringify(answer.result) : (answer.error?.message ?? '');
        expect(said).toMatch(/arguments|invalid/i);
      }
      for (const name of ['studio_no_such_tool', '__proto__', 'constructor', '']) {
        const answer = await raw.request('tools/call', { name, arguments: {} });
        expect(answer.error?.message).toContain('Unknown tool');
      }
      expect((await raw.request('tools/call', { arguments: {} })).error?.code).toBe(-32602);
      expect(bench.journal()).toEqual([]);
      await raw.close();
    }));

  it('of the greenlight argument are told by name', () =>
    onBench({}, async (bench) => {
      const gateway = await bench.start();
      for (const [name, value] of Object.entries({ shot: '../up', phase: 'someday', session: 7, because: {} })) {
        const greenlight = { [name]: value };
        const answer = await gateway.call(imageTool, { prompt: promptOf(1), model: 'qwen-image', greenlight });
        expect(answer.data['status']).toBe('bad-arguments');
        expect(answer.text).toContain(`greenlight.${name}`);
      }
      expect(bench.journal()).toEqual([]);
    }));
});

describe('a config that cannot be used', () => {
  it('ends the start with all its problems at once, each with its place', async () => {
    const bench = await Bench.open();
    try {
      const config = {
        project: 'a b',
        budgets: [
          { scope: 'session', limit: -5 },
          { scope: 'galaxy', limit: 1 },
        ],
        servers: { studio: { command: '' } },
        extra: 1,
        zone: 'Mars/Olympus',
      };
      await writeFile(bench.configFile, JSON.stringify(config));
      const ended = spawnSync(process.execPath, ['dist/greenlight.cjs', 'serve', '-c', bench.configFile], {
        encoding: 'utf8',
      });
      expect(ended.status).not.toBe(0);
      for (const place of [
        'project',
        'budgets.0.limit',
        'budgets.1.scope',
        'servers.studio.command',
        'extra',
        'zone',
      ]) {
        expect(ended.stderr).toContain(place);
      }
    } finally {
      await bench.close();
    }
  });

  it.each([
    ['no JSON', '{ "project": '],
    ['an empty file', ''],
    ['another kind of value', '[1, 2]'],
    ['a server without a program', '{ "servers": { "a": {} } }'],
  ])('ends the start with a sentence when it is %s', async (_, text) => {
    const bench = await Bench.open();
    try {
      await writeFile(bench.configFile, text);
      const ended = spawnSync(process.execPath, ['dist/greenlight.cjs', 'serve', '-c', bench.configFile], {
        encoding: 'utf8',
      });
      expect(ended.status).not.toBe(0);
      expect(ended.stderr).toContain(bench.configFile);
      expect(ended.stderr).not.toContain('    at ');
    } finally {
      await bench.close();
    }
  });
});
