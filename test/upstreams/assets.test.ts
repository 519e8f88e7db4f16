import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Take } from '../../src/model/take.js';
import { keepOutputs } from '../../src/upstreams/assets.js';
import { unwrittenIn } from '../../src/model/unwritten.js';
import { takeOf } from '../fixtures/takes.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const red =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="9" height="9" fill="red"/></svg>';
const png = new Resvg(red).render().asPng();
const image = (bytes = png) => ({ type: 'image', data: bytes.toString('base64'), mimeType: 'image/png' });
const text = { type: 'text', text: 'made' };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const keep = (content: unknown, take: Take = takeOf(), inlineBytes = 1_000_000) =>
  keepOutputs({ folder, inlineBytes, log })(take, { content, more: 1 });

describe('the outputs of a take', () => {
  it('go to a file named by take and content, and a link stands beside what is small', async () => {
    const { assets, result } = await keep([text, image()]);
    const id = createHash('sha256').update(png).digest('hex');
    const path = join(folder, 'poster', 'fox', `explore-t_1-${id.slice(0, 12)}.png`);
    expect(assets).toEqual([{ id, path, mimeType: 'image/png', bytes: png.length }]);
    expect(await readFile(path)).toEqual(png);
    const link = { type: 'resource_link', uri: pathToFileURL(path).href, mimeType: 'image/png' };
    expect(result).toMatchObject({ more: 1, content: [text, image(), link] });
  });

  it('are readable by their owner only, and leave no half-written file', async () => {
    const { assets } = await keep([image()]);
    expect((await stat(assets[0]?.path ?? '')).mode & 0o077).toBe(0);
    expect(await readdir(join(folder, 'poster', 'fox'))).toHaveLength(1);
  });

  it('that are large are answered with a small preview and a link', async () => {
    const limit = Math.ceil(((png.length - 1) * 4) / 3);
    const { result } = await keep([image()], takeOf(), limit);
    const content = result['content'] as { type: string; data?: string }[];
    expect(content.at(-1)?.type).toBe('resource_link');
    for (const { data = '' } of content) expect(data.length).toBeLessThanOrEqual(limit);
  });

  it('of other kinds are answered with a link alone when they are large', async () => {
    const audio = { type: 'audio', data: Buffer.alloc(2000).toString('base64'), mimeType: 'audio/wav' };
    const { result, assets } = await keep([audio], takeOf(), 100);
    expect(result['content']).toMatchObject([{ type: 'resource_link', mimeType: 'audio/wav' }]);
    expect(assets[0]?.path).toMatch(/\.wav$/);
  });

  it('inside of resources are kept too, of any type', async () => {
    const blob = { type: 'resource', resource: { uri: 'x', blob: png.toString('base64'), mimeType: 'model/odd' } };
    expect((await keep([blob])).assets[0]?.path).toMatch(/\.bin$/);
  });

  it('that are equal are kept once', async () => {
    expect((await keep([image(), image()])).assets).toHaveLength(1);
  });

  it('stay in their folder, whatever project, shot and phase are called', async () => {
    const odd = takeOf({ project: '../../etc', shot: '..', phase: 'explore' });
    const { assets } = await keep([image()], odd);
    const path = assets[0]?.path ?? '';
    expect(path.startsWith(join(folder, '_'))).toBe(true);
    expect(path.split('/')).not.toContain('..');
    expect(await readFile(path)).toEqual(png);
  });

  it('are kept wherever they stand, with their address in their place', async () => {
    const base64 = png.toString('base64');
    const link = `greenlight://asset/${createHash('sha256').update(png).digest('hex').slice(0, 16)}`;
    const result = {
      content: [{ type: 'text', text: `![it](data:image/png;base64,${base64}) done` }],
      structuredContent: { images: [{ b64_json: base64 }], file: [...png] },
      _meta: { picture: base64, cost: 5 },
    };
    const kept = await keepOutputs({ folder, inlineBytes: 1_000_000, log })(takeOf(), result);
    expect(kept.assets).toHaveLength(1);
    expect(kept.result).toMatchObject({
      content: [{ type: 'text', text: `![it](${link}) done` }, { type: 'image' }, { type: 'resource_link' }],
      structuredContent: { images: [{ b64_json: link }], file: link },
      _meta: { picture: link, cost: 5 },
    });
  });

  it('that are many are shown only in part; of the others stand the links', async () => {
    const pictures = Array.from({ length: 12 }, (_, at) => image(Buffer.concat([png, Buffer.from([at])])));
    const { assets, result } = await keep(pictures);
    const types = (result['content'] as { type: string }[]).map(({ type }) => type);
    expect(assets).toHaveLength(12);
    expect(types.filter((type) => type === 'image')).toHaveLength(8);
    expect(types.filter((type) => type === 'resource_link')).toHaveLength(12);
  });

  it.each([
    ['a drawing', `<?xml version="1.0"?>\n<svg>${'<g/>'.repeat(30_000)}</svg>`, 'svg'],
    ['a transcript', 'and so on, '.repeat(10_000), 'txt'],
  ])('that are texts too long for an answer are files too: %s', async (_, words, extension) => {
    const { assets } = await keep([{ type: 'text', text: words }]);
    expect(assets[0]?.path).toMatch(new RegExp(`\\.${extension}$`));
    expect(await readFile(assets[0]?.path ?? '', 'utf8')).toBe(words);
  });

  it('that cannot be written stay in the answer, for they are paid for', async () => {
    await writeFile(join(folder, 'poster'), 'a file in the way');
    const { assets, result } = await keep([image()]);
    expect(assets).toEqual([]);
    expect(result['content']).toMatchObject([image()]);
    expect([unwrittenIn(result), unwrittenIn((result['content'] as object[])[0])]).toEqual([
      expect.stringMatching(/^E[A-Z]+: /),
      expect.stringMatching(/^E[A-Z]+: /),
    ]);
    expect(log.error).toHaveBeenCalled();
  });

  it('that could not be written are written the second time, each in its place, and nothing else is', async () => {
    const base64 = Buffer.concat([png, Buffer.from('text')]).toString('base64');
    const long = { type: 'text', text: 'and so on, '.repeat(10_000) };
    const answer = { content: [text, image(), long], structuredContent: { b64_json: base64 }, _meta: { cost: 5 } };
    const keeper = keepOutputs({ folder, inlineBytes: 1_000_000, log });
    const straight = await keeper(takeOf(), answer);
    await rm(join(folder, 'poster'), { recursive: true });
    await writeFile(join(folder, 'poster'), 'a file in the way');
    const first = await keeper(takeOf(), answer);
    expect(first.assets).toEqual([]);
    expect(await keeper(takeOf(), first.result, true)).toMatchObject({ assets: [], result: first.result });

    await rm(join(folder, 'poster'));
    await rm(folder, { recursive: true });
    const second = await keeper(takeOf(), first.result, true);
    expect({ ...second, safe: 0 }).toEqual({ ...straight, safe: 0 });
    expect(second.assets).toHaveLength(3);
    for (const { path, bytes } of second.assets) expect((await stat(path)).size).toBe(bytes);
    expect(await keeper(takeOf(), second.result, true)).toMatchObject({ assets: [], result: second.result });
  });

  it.each([[undefined], ['text'], [[null, 'x', { type: 'image' }]]])('may be none: %j', async (content) => {
    const { assets, result } = await keep(content);
    expect(assets).toEqual([]);
    expect(result['content']).toEqual(content);
  });
});
