import { describe, expect, it } from 'vitest';
import { insertChunks, isPng, pngSize, readChunks, writeChunks } from '../../../src/studio/png/chunks.js';
import { renderSvg } from '../../../src/studio/png/render.js';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="9" height="9"/></svg>';

describe('chunks', () => {
  it('come out of a picture as they went in', async () => {
    const png = await renderSvg(SQUARE);
    expect(Buffer.compare(writeChunks(readChunks(png)), png)).toBe(0);
  });

  it('tell the size', async () => {
    expect(pngSize(await renderSvg(SQUARE))).toEqual({ width: 20, height: 10 });
  });

  it('are put in right after the header', async () => {
    const longer = insertChunks(await renderSvg(SQUARE), [{ type: 'tEXt', data: Uint8Array.from([65, 0, 66]) }]);
    expect(
      readChunks(longer)
        .map((chunk) => chunk.type)
        .slice(0, 2),
    ).toEqual(['IHDR', 'tEXt']);
  });

  it('are refused from other files and from a file that ends early', async () => {
    expect(isPng(Uint8Array.from([1, 2, 3]))).toBe(false);
    expect(() => readChunks(Uint8Array.from([1, 2, 3]))).toThrow('not a PNG');
    const png = await renderSvg(SQUARE);
    expect(() => readChunks(png.subarray(0, png.length - 5))).toThrow('ends early');
  });
});
