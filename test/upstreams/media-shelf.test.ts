import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mediaShelf, mostShown, type ShelfOptions } from '../../src/upstreams/media-shelf.js';

const failed = vi.fn();
const media = (content: string) => ({ bytes: Buffer.from(content), mimeType: 'audio/wav' });
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelf-'));
  failed.mockReset();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (changes: Partial<ShelfOptions> = {}) =>
  mediaShelf({
    inlineBytes: 100,
    takesTexts: true,
    isSecond: false,
    showsSmall: true,
    pathOf: ({ id }) => join(folder, id.slice(0, 8)),
    nameOf: ({ id }) => id,
    listFor: () => [],
    mayStay: () => false,
    failed,
    ...changes,
  });

describe('a shelf', () => {
  it('writes media once, whole, under a name of its content', async () => {
    const shelf = open();
    const first = await shelf.keep(media('abc'), 4);
    expect(await shelf.keep(media('abc'), 4)).toBe(first);
    expect(shelf.stored.size).toBe(1);
    await shelf.safe();
    const paths = [...shelf.stored.values()].map(({ asset }) => asset.path);
    expect(await readFile(paths[0] ?? '', 'utf8')).toBe('abc');
  });

  it('leaves media where it is that may stay', async () => {
    const shelf = open({ mayStay: (digits) => digits < 5 });
    expect(await shelf.keep(media('abc'), 4)).toBeUndefined();
    expect(await shelf.keep(media('abcdef'), 8)).toMatchObject({ bytes: 6 });
    expect(shelf.stored.size).toBe(1);
  });

  it('says why something could not be written, without a path', async () => {
    await writeFile(join(folder, 'file'), '');
    const shelf = open({ pathOf: ({ id }) => join(folder, 'file', id) });
    const why = await shelf.keep(media('abc'), 4);
    expect(why).toMatch(/^E[A-Z]+: [^/]+$/);
    expect(shelf.failures).toEqual([why]);
    expect(failed).toHaveBeenCalledWith(expect.stringContaining(folder));
  });

  it('shows a small block beside its link, so many times, and only where it is to', async () => {
    const block = { type: 'audio' };
    const asset = { id: 'a', path: join(folder, 'a'), mimeType: 'audio/wav', bytes: 3 };
    const link = expect.objectContaining({ type: 'resource_link' }) as unknown;
    const shelf = open();
    for (let count = 0; count < mostShown; count += 1) {
      expect(await shelf.show(asset, Buffer.from('abc'), block)).toEqual([block, link]);
    }
    expect(await shelf.show(asset, Buffer.from('abc'), block)).toEqual([link]);
    expect(await open().show(asset, Buffer.alloc(76), block)).toEqual([link]);
    expect(await open({ showsSmall: false }).show(asset, Buffer.from('abc'), block)).toEqual([link]);
  });
});
