import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MediaShelf } from '../../src/studio/media.js';

describe('MediaShelf', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio-media-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps the same content under the same id, also for another process', () => {
    const product = { bytes: Uint8Array.from([1, 2]), mimeType: 'audio/wav' as const, summary: 's' };
    const asset = new MediaShelf(join(folder, 'new')).keep(product);
    expect(new MediaShelf(join(folder, 'new')).keep(product)).toEqual(asset);
    expect(new MediaShelf(join(folder, 'new')).fileOf(asset.id)).toBe(asset.file);
    expect([...readFileSync(asset.file)]).toEqual([1, 2]);
  });

  it('finds nothing under an id that is none of its own', () => {
    expect(new MediaShelf(folder).fileOf('../../etc/passwd')).toBeUndefined();
    expect(new MediaShelf(folder).fileOf('asset-000000000000')).toBeUndefined();
  });
});
