import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetRoutes } from '../../src/dashboard/assets.js';
import { openDashboard } from './bench.js';

const folder = mkdtempSync(join(tmpdir(), 'greenlight-assets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const id = 'ab'.repeat(32);

async function withAsset(mimeType: string, content = '0123456789') {
  const path = join(folder, 'output');
  writeFileSync(path, content);
  const bench = await openDashboard({ preview: async () => Buffer.from('small') });
  const made = await bench.run('A red fox in fresh snow at dawn');
  if (made.kind !== 'done') throw new Error(made.kind);
  await bench.store.keep(made.take.id, { assets: [{ id, path, mimeType, bytes: content.length }] });
  const routes = assetRoutes(bench.desk);
  return (place: string, headers = {}) => routes.request(place, { headers });
}

describe('an output', () => {
  it('is shown where it is a picture, a film or a sound', async () => {
    const response = await (await withAsset('video/mp4'))(`/${id}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(response.headers.get('content-disposition')).toBe('inline');
    expect(await response.text()).toBe('0123456789');
  });

  it.each(['image/svg+xml', 'text/html', 'application/pdf', 'application/javascript'])(
    'of the type %s is a file to be saved, and runs nothing',
    async (mimeType) => {
      const { headers } = await (await withAsset(mimeType, '<script>1</script>'))(`/${id}`);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment/);
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    },
  );

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=5-500', 206, '56789', 'bytes 5-9/10'],
    ['bytes=50-', 416, '', 'bytes */10'],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('is given in parts: %s', async (range, status, text, place) => {
    const response = await (await withAsset('video/mp4'))(`/${id}`, { range });
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      text,
      place,
    ]);
  });

  it.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e%2fgreenlight.db',
    `/${'cd'.repeat(32)}`,
    `/${id.slice(0, 12)}`,
    `/${id}%00.png`,
    `/${id}/..%2fsecret`,
  ])('is reached by its digest alone, never by %s', async (place) => {
    expect((await (await withAsset('image/png'))(place)).status).toBe(404);
  });

  it('has a small picture', async () => {
    const response = await (await withAsset('image/png'))(`/${id}/preview`);
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/png', 'small']);
  });

  it('whose file is gone is not found', async () => {
    const get = await withAsset('image/png');
    rmSync(join(folder, 'output'));
    expect((await get(`/${id}`)).status).toBe(404);
  });
});
