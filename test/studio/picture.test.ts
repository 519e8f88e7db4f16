import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MediaShelf } from '../../src/studio/media.js';
import { drawPicture, loadPicture, pictureSvg } from '../../src/studio/picture.js';
import { pngSize } from '../../src/studio/png/chunks.js';
import { renderSvg } from '../../src/studio/png/render.js';
import { newRecipe } from '../../src/studio/scene/recipe.js';

const FOREIGN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><rect width="64" height="32" fill="#c33"/></svg>';

describe('pictures', () => {
  let folder = '';
  let shelf = new MediaShelf(folder);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio-picture-'));
    shelf = new MediaShelf(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function foreign(): Promise<string> {
    const file = join(folder, 'foreign.png');
    writeFileSync(file, await renderSvg(FOREIGN));
    return file;
  }

  it('are found again by asset id, path and file URI, with their recipe', async () => {
    const recipe = newRecipe({ prompt: 'a cat', seed: 1, model: 'sdxl', tier: 'standard', width: 256, height: 256 });
    const asset = shelf.keep(await drawPicture({ recipe }));
    for (const reference of [asset.id, asset.file, pathToFileURL(asset.file).href]) {
      expect(loadPicture(reference, shelf)).toEqual({ recipe });
    }
  });

  it('from elsewhere are taken as pixels', async () => {
    const picture = loadPicture(await foreign(), shelf);
    expect(picture.raster).toMatchObject({ width: 64, height: 32 });
    expect(picture.recipe).toMatchObject({ width: 64, height: 32 });
  });

  it('from elsewhere can be edited, reframed, animated and cut out', async () => {
    const { recipe, raster } = loadPicture(await foreign(), shelf);
    const plain = pictureSvg({ recipe, raster });
    const versions = [
      pictureSvg({ recipe: { ...recipe, edits: [{ prompt: 'add a boat' }] }, raster }),
      pictureSvg({ recipe: { ...recipe, edits: [{ prompt: 'make it night' }] }, raster }),
      pictureSvg({ recipe: { ...recipe, edits: [{ prompt: 'xyzzy' }] }, raster }),
      pictureSvg({ recipe: { ...recipe, height: 64 }, raster }),
      pictureSvg({ recipe: { ...recipe, cutout: true }, raster }),
      pictureSvg({ recipe, raster }, 0.4),
    ];
    expect(new Set([plain, ...versions]).size).toBe(versions.length + 1);
    for (const version of versions) expect(pngSize(await renderSvg(version)).width).toBe(64);
  });

  it.each([
    ['a missing file', '/does/not/exist.png', 'cannot read image'],
    ['an unknown asset', 'asset-000000000000', 'no such asset'],
    ['an address on the web', 'https://example.com/a.png', 'only paths'],
  ])('refuse %s', (_name, reference, message) => {
    expect(() => loadPicture(reference, shelf)).toThrow(message);
  });

  it('refuse a file that is no image and one that is cut off', async () => {
    const text = join(folder, 'note.txt');
    writeFileSync(text, 'hello');
    expect(() => loadPicture(text, shelf)).toThrow('neither a PNG nor a JPEG');
    const broken = join(folder, 'broken.png');
    writeFileSync(broken, (await renderSvg(FOREIGN)).subarray(0, 60));
    expect(() => loadPicture(broken, shelf)).toThrow('is damaged');
  });
});
