import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkTo } from '../../src/upstreams/output-place.js';
import { showAsset } from '../../src/upstreams/show-asset.js';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="90" height="9" fill="red"/></svg>';
const png = new Resvg(svg).render().asPng();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'show-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function kept(mimeType: string, bytes: Buffer) {
  const path = join(folder, 'it');
  await writeFile(path, bytes);
  return { id: 'ab12'.repeat(16), path, mimeType, bytes: bytes.length };
}

describe('a kept output is shown', () => {
  it('as itself, where it is a small picture', async () => {
    const asset = await kept('image/png', png);
    const image = { type: 'image', data: png.toString('base64'), mimeType: 'image/png' };
    expect(await showAsset(asset, 100_000)).toEqual([image, linkTo(asset)]);
  });

  it('as a small preview, where it is a large one', async () => {
    const limit = Math.floor((png.length * 4) / 3) - 8;
    const [image, link] = await showAsset(await kept('image/png', png), limit);
    expect(image).toMatchObject({ type: 'image', mimeType: 'image/png' });
    expect(String(image?.['data']).length).toBeLessThanOrEqual(limit);
    expect(link).toMatchObject({ type: 'resource_link', size: png.length });
  });

  it.each(['video/mp4', 'audio/wav', 'image/heic'])('as a link, where it is %s', async (mimeType) => {
    const asset = await kept(mimeType, Buffer.from('....ftypheic'));
    expect(await showAsset(asset, 100_000)).toEqual([linkTo(asset)]);
  });

  it('as a link, where its file is gone', async () => {
    const asset = { ...(await kept('image/png', png)), path: join(folder, 'gone') };
    expect(await showAsset(asset, 100_000)).toEqual([linkTo(asset)]);
  });
});
