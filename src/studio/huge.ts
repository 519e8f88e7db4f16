import type { Product } from './media.js';
import { insertChunks } from './png/chunks.js';
import { renderSvg } from './png/render.js';

const FILLER_BYTES = 10 * 1024 * 1024;

/** A valid picture of over 10 MB: a plain square with a filler chunk that viewers skip. */
export async function hugeProduct(): Promise<Product> {
  const square =
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="#7a8fb8"/></svg>';
  const png = await renderSvg(square);
  const filler = { type: 'fiLr', data: new Uint8Array(FILLER_BYTES) };
  return { bytes: insertChunks(png, [filler]), mimeType: 'image/png', summary: '64 × 64, padded to 10 MB' };
}
