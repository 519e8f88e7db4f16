import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../model/json.js';
import type { Asset } from '../model/take.js';
import { linkTo } from './output-place.js';
import { makePreview } from './preview.js';

/** Pictures that every client shows. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * The blocks that show a kept output in an answer: the picture itself where it is small, else a small preview where one can
 * be made, and a link.
 * @param inlineBytes largest picture, as the base64 text that it is in an answer
 */
export async function showAsset(asset: Asset, inlineBytes: number): Promise<JsonObject[]> {
  const link = linkTo(asset);
  if (!asset.mimeType.startsWith('image/')) return [link];
  // A file that is gone is told by whoever wants to use it.
  const bytes = await readFile(asset.path).catch(() => undefined);
  if (bytes === undefined) return [link];
  // Base64 makes four characters of three bytes.
  const most = Math.floor((inlineBytes * 3) / 4);
  if (bytes.length <= most && shown.has(asset.mimeType)) return [imageOf(bytes, asset.mimeType), link];
  const preview = await makePreview(bytes, asset.mimeType, most);
  return preview === undefined ? [link] : [imageOf(preview, 'image/png'), link];
}

function imageOf(bytes: Buffer, mimeType: string): JsonObject {
  return { type: 'image', data: bytes.toString('base64'), mimeType };
}
