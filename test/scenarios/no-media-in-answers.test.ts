import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import { Bench, promptOf, type BenchOptions } from './harness.js';
import type { GatewayProcess } from './parts/gateway.js';
import { withMedia } from './parts/media-server.js';

/** Media of 300 kB that begins like a picture, its bytes the same in every run. */
const png = Buffer.alloc(300_000);
for (let at = 0, state = 1; at < png.length; at += 1) {
  state = (state * 48_271) % 2_147_483_647;
  png[at] = state & 255;
}
Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(png);
const noise = Buffer.from(png.subarray(8));
const base64 = png.toString('base64');
const inLines = base64.replaceAll(/.{76}/g, '$&\n');
const text = (words: string): JsonObject => ({ type: 'text', text: words });
const said = (...content: JsonObject[]): JsonObject => ({ content });
const json = (value: unknown): string => JSON.stringify(value);

/** Every shape in which a server may hand media over, by the name of the tool that does. */
const shapes: Readonly<Record<string, JsonObject>> = {
  image_block: said({ type: 'image', data: base64, mimeType: 'image/png' }),
  image_with_prefix: said({ type: 'image', data: `data:image/png;base64,${base64}`, mimeType: 'image/png' }),
  audio_block: said({ type: 'audio', data: base64, mimeType: 'audio/wav' }),
  resource_blob: said({ type: 'resource', resource: { uri: 'x://1', blob: base64, mimeType: 'image/png' } }),
  resource_text: said({ type: 'resource', resource: { uri: 'x://1', text: `it: ${base64}`, mimeType: 'text/plain' } }),
  link_with_data: said({ type: 'resource_link', uri: `data:image/png;base64,${base64}`, name: 'it' }),
  markdown: said(text(`Here it is: ![fox](data:image/png;base64,${base64}) — enjoy.`)),
  plain_text: said(text(base64)),
  in_lines: said(text(`-----\n${inLines}\n-----`)),
  json_text: said(text(json({ data: [{ b64_json: base64 }] }))),
  json_in_json: said(text(json({ body: json({ data: inLines }) }))),
  escaped_slashes: said(text(json({ image: base64 }).replaceAll('/', '\\/'))),
  escaped_plus: said(text(json({ image: base64 }).replaceAll('+', '\\u002B'))),
  url_safe: said(text(json({ image: png.toString('base64url') }))),
  hexadecimal: said(text(json({ image: png.toString('hex') }))),
  unknown_content: said(text(json({ mesh: noise.toString('base64') }))),
  structured: { ...said(text('made')), structuredContent: { images: [{ b64_json: base64 }] } },
  structured_alone: { content: [], structuredContent: { images: [{ b64_json: base64 }] } },
  structured_bytes: { content: [], structuredContent: { file: { type: 'Buffer', data: [...png] } } },
  beside: { ...said(text('made')), _meta: { picture: base64 }, extra: { deep: [[{ picture: base64 }]] } },
  error_block: { ...said(text('no'), { type: 'image', data: base64, mimeType: 'image/png' }), isError: true },
  error_text: { ...said(text(`failed: ${'why '.repeat(1_000_000)}`)), isError: true },
  error_media: { ...said(text(`failed on ${base64}`)), isError: true },
  protocol_error: { error: { code: -32000, message: `failed on ${base64}${base64}`, data: { picture: base64 } } },
  long_text: said(text('and so on, '.repeat(200_000))),
  many: said(...Array.from({ length: 60 }, (_, at) => text(json({ at, image: base64 })))),
};

/** Media that is whole in what it names, by tool. */
const lossless = Object.keys(shapes).filter((name) => !/error|text|unknown/.test(name) || name.startsWith('json'));

const options: BenchOptions = {
  config: { rules: { 'plan-first': 'off', 'await-feedback': 'off', 'vague-prompt': 'off', rerun: 'off' } },
};

/** Base64 that one text may hold: what is left inside by the config's default. */
const limit = 100 * 1024;
/** Text in all that one answer may hold beside pictures. */
const mostText = 130_000;

function expectLean(answer: unknown, where: string): void {
  const whole = json(answer);
  for (const digits of [base64, png.toString('base64url'), png.toString('hex'), noise.toString('base64')]) {
    expect(whole.includes(digits.slice(200, 400)), `${where} holds the media`).toBe(false);
  }
  expect(whole.includes(png.subarray(300, 330).join(',')), `${where} holds the bytes`).toBe(false);
  expect(new RegExp(`[A-Za-z0-9+/_=-]{${String(limit)},}`).test(whole), `${where} holds long base64`).toBe(false);
  expect(whole.length, `${where} is short`).toBeLessThan(mostText);
}

async function readAll(gateway: GatewayProcess): Promise<void> {
  const { resources } = await gateway.client.listResources();
  expectLean(resources, 'the list of resources');
  for (const { uri } of resources) {
    const read = await gateway.client.readResource({ uri }).then(json, String);
    expectLean(read, uri);
    if (uri.startsWith('greenlight://asset/')) expect(read).toMatch(/outputs\/.+ has \d+ bytes/);
  }
}

/** What a free tool may say as it is: below the limit, or no media at all. */
const plain: Readonly<Record<string, JsonObject>> = {
  small_image: said({ type: 'image', data: base64.slice(0, 40_000), mimeType: 'image/png' }, text('small')),
  small_text: said(text(`data:image/png;base64,${base64.slice(0, 40_000)}`)),
  small_facts: { ...said(text('facts')), structuredContent: { image: base64.slice(0, 40_000), cost: 1 }, extra: [1.5] },
  long_words: said(text('and so on, '.repeat(50_000))),
  many_rows: { content: [], structuredContent: { rows: Array.from({ length: 9000 }, (_, at) => ({ at, n: 'row' })) } },
};

/** Whatever holds media of one of the shapes, but for the words of failures and texts, which a free answer may hold. */
const heavy = Object.keys(shapes).filter((name) => !['error_text', 'long_text', 'protocol_error'].includes(name));

describe('an answer of a free tool', () => {
  it('passes as it came, whatever it holds, unless the config wants its media in files', async () => {
    const bench = await Bench.open();
    try {
      const names = ['image_block', 'resource_blob', 'markdown', 'structured', 'beside', 'many', 'error_block'];
      const { gateway } = await withMedia(bench, {
        tools: Object.fromEntries(names.map((name) => [name, { type: 'object' }])),
        answers: shapes,
        free: names,
      });
      for (const way of ['first', 'again']) {
        for (const name of names) {
          expect((await gateway.call(`media_${name}`, {})).result, `${name}, ${way}`).toEqual(shapes[name]);
        }
      }
    } finally {
      await bench.close();
    }
  });

  it('holds no media above the limit where the config says so, and below it passes as it came', async () => {
    const bench = await Bench.open({ config: { outputs: { ofFreeTools: true } } });
    try {
      const names = [...heavy, ...Object.keys(plain)];
      const { gateway } = await withMedia(bench, {
        tools: Object.fromEntries(names.map((name) => [name, { type: 'object' }])),
        answers: { ...shapes, ...plain },
        free: names,
      });
      // The first call of a tool goes through the protocol library, the others go as bytes.
      for (const way of ['first', 'again']) {
        for (const name of heavy) {
          const { result } = await gateway.call(`media_${name}`, {});
          expectLean(result, `${name}, ${way}`);
          if (!lossless.includes(name)) continue;
          const [, file = ''] = /file:\/\/([^"\\) ]+_seen[^"\\) ]+)/.exec(json(result)) ?? [];
          expect((await readFile(file)).equals(png), `${name}, ${way}: ${file}`).toBe(true);
        }
        for (const [name, whole] of Object.entries(plain)) {
          expect((await gateway.call(`media_${name}`, {})).result, `${name}, ${way}`).toEqual(whole);
        }
      }
      expect((await bench.ledger()).takes).toEqual([]);
    } finally {
      await bench.close();
    }
  });
});

describe('an answer', () => {
  it('holds no media above the limit, whatever shape it comes in and by whichever way it is asked for', async () => {
    const bench = await Bench.open(options);
    try {
      const schema = { type: 'object', properties: { prompt: { type: 'string' }, seed: { type: 'integer' } } };
      const { gateway } = await withMedia(bench, {
        tools: Object.fromEntries(Object.keys(shapes).map((name) => [name, schema])),
        answers: shapes,
        profile: { kind: 'image', arguments: { prompt: 'prompt', seed: 'seed' } },
      });
      const id = createHash('sha256').update(png).digest('hex');
      for (const [at, name] of Object.keys(shapes).entries()) {
        const call = { prompt: promptOf(at), seed: 1, greenlight: { shot: `shot-${String(at)}` } };
        const first = await gateway.call(`media_${name}`, call);
        expectLean(first.result, name);
        expectLean((await gateway.call(`media_${name}`, call)).result, `${name} again`);
        const { result, data } = await gateway.call('take', { take: first.data['take'], wait: 0 });
        expectLean(result, `take of ${name}`);
        if (lossless.includes(name)) {
          const [asset] = data['assets'] as { id: string; path: string }[];
          expect([name, asset?.id]).toEqual([name, id]);
          expect((await readFile(asset?.path ?? '')).equals(png)).toBe(true);
        }
      }
      const long = (await bench.ledger()).takes.find(({ tool }) => tool === 'long_text');
      expect(await readFile(long?.assets[0]?.path ?? '', 'utf8')).toBe('and so on, '.repeat(200_000));
      expectLean((await gateway.call('take')).result, 'the list of takes');
      expectLean((await gateway.call('report')).result, 'report');
      await readAll(gateway);
      const stored = await bench.ledger();
      expectLean(
        stored.takes.map(({ reading, ...take }) => ({ ...take, reading: reading?.reader })).slice(0, 5),
        'the ledger',
      );
    } finally {
      await bench.close();
    }
  });
});
