import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../src/model/take.js';
import { giveAssets } from '../../src/upstreams/give-asset.js';

const bytes = Buffer.from('a picture of a fox'.repeat(40));
const id = createHash('sha256').update(bytes).digest('hex');
const now = Date.UTC(2026, 10, 22, 20);
const port = giveAssets({ maxBytes: 1000, clock: () => now });
const dataUrl = `data:image/png;base64,${bytes.toString('base64')}`;
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'give-'));
  path = join(folder, 'fox.png');
  await writeFile(path, bytes);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const asset = (changes: Partial<Asset> = {}): Asset => {
  return { id, path, mimeType: 'image/png', bytes: bytes.length, ...changes };
};

describe('an asset is handed over', () => {
  it('as path, base64 or data address', async () => {
    expect(await port.give(asset(), 'path', 't_1')).toEqual({ value: path });
    expect(await port.give(asset(), 'base64', 't_1')).toEqual({ value: bytes.toString('base64') });
    expect(await port.give(asset(), 'data-url', 't_1')).toEqual({ value: dataUrl });
  });

  it.each([
    ['unsigned', 'https://cdn.example/fox.png', true],
    ['signed for an hour more', `https://cdn.example/fox.png?Expires=${String(now / 1000 + 3600)}&Signature=a`, true],
    ['signed for a minute more', `https://cdn.example/fox.png?Expires=${String(now / 1000 + 60)}&Signature=a`, false],
    ['signed for who knows how long', 'https://cdn.example/fox.png?token=a', false],
    ['unknown', undefined, false],
  ])('as the provider’s own address while it lasts, else as a data address: %s', async (_, source, lasts) => {
    expect(await port.give(asset({ source }), 'url', 't_1')).toEqual({ value: lasts ? source : dataUrl });
  });

  it('not when its file is gone: `take` fetches it again', async () => {
    const gone = asset({ path: `${path}.gone` });
    for (const form of ['path', 'base64', 'url'] as const) {
      expect(await port.give(gone, form, 't_7')).toEqual({
        expected: `a file that is there: ${path}.gone is gone, \`take\` with take t_7 fetches it again`,
      });
    }
  });

  it('not inside a call when it is too large, but by path', async () => {
    const large = asset({ bytes: 1001 });
    expect(await port.give(large, 'base64', 't_1')).toMatchObject({
      expected: expect.stringContaining('at most 1000 bytes'),
    });
    expect(await port.give(large, 'path', 't_1')).toEqual({ value: path });
  });
});

describe('what a text holds', () => {
  it('is told by its content: inline, or a file', async () => {
    expect(await port.contentOf(dataUrl)).toEqual({ id, isInline: true });
    expect(await port.contentOf(bytes.toString('base64'))).toEqual({ id, isInline: true });
    expect(await port.contentOf(path)).toEqual({ id, isInline: false });
    expect(await port.contentOf(pathToFileURL(path).href)).toEqual({ id, isInline: false });
  });

  it('is nothing for words, addresses, folders, short names and files that are not there', async () => {
    const texts = ['a red fox', 'https://a.b/c.png', folder, 'fox.png', `${path}.gone`, 'file://%zz', ''];
    expect(await Promise.all(texts.map((text) => port.contentOf(text)))).toEqual(texts.map(() => undefined));
  });
});
