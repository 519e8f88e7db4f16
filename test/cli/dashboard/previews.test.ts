import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptPreviews } from '../../../src/cli/dashboard/previews.js';

/** A picture of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const id = 'ab'.repeat(32);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-previews-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function assetOf(content: Buffer | string, mimeType = 'image/png') {
  const path = join(folder, 'output');
  writeFileSync(path, content);
  return { id, path, mimeType, bytes: content.length };
}

describe('previews', () => {
  it('are drawn once and kept under the digest of what they show', async () => {
    const preview = keptPreviews(join(folder, 'previews'));
    const asset = assetOf(png);
    const first = await preview(asset);
    expect(first?.subarray(1, 4).toString()).toBe('PNG');
    expect(readdirSync(join(folder, 'previews'))).toEqual([`${id}.png`]);
    rmSync(asset.path);
    expect(await preview(asset)).toEqual(first);
  });

  it('are none where nothing can be drawn', async () => {
    const preview = keptPreviews(join(folder, 'previews'));
    expect(await preview(assetOf('sound', 'audio/wav'))).toBeUndefined();
    expect(await preview(assetOf('no picture'))).toBeUndefined();
    expect(await preview({ ...assetOf(png), path: join(folder, 'gone') })).toBeUndefined();
    expect(await preview({ ...assetOf(png), id: '../../escape' })).toBeUndefined();
  });

  it('are drawn where they cannot be kept', async () => {
    const blocked = join(folder, 'a-file');
    writeFileSync(blocked, '');
    expect(await keptPreviews(blocked)(assetOf(png))).toBeDefined();
  });
});
