import { isJsonObject, type JsonObject } from '../model/json.js';
import { markedUnwritten, unwrittenIn } from '../model/unwritten.js';
import { findMedia } from './find-media.js';
import { longestAnswer } from './lean-answer.js';
import { linkTo } from './output-place.js';
import type { Shelf } from './media-shelf.js';

/** Media as it is found in an answer. */
interface Media {
  readonly bytes: Buffer;
  readonly mimeType: string;
}

const deepest = 40;

/**
 * An answer without the media in it, wherever it stands: what the shelf takes is replaced by what the shelf shows of it. What
 * the shelf leaves where it is stays byte for byte; what it could not write stays too, marked with the reason.
 */
export async function takeOutMedia(shelf: Shelf, result: JsonObject): Promise<JsonObject> {
  const { content: blocks, ...rest } = result;
  const content: unknown[] = [];
  for (const block of Array.isArray(blocks) ? (blocks as unknown[]) : []) {
    content.push(...(await keptBlock(shelf, block)));
  }
  const lean = await leanObject(shelf, Array.isArray(blocks) ? rest : result, 0);
  const linked = new Set(content.filter(isJsonObject).map(({ uri }) => uri));
  for (const { asset, bytes } of shelf.stored.values()) {
    if (!linked.has(linkTo(asset)['uri'])) content.push(...(await shelf.show(asset, bytes)));
  }
  const isListed = Array.isArray(blocks) || content.length > 0;
  return markedUnwritten(isListed ? { ...lean, content } : lean, shelf.failures[0]);
}

/** A block of an answer without the media in it. */
async function keptBlock(shelf: Shelf, block: unknown): Promise<unknown[]> {
  const media = mediaOf(block);
  if (media === undefined) return keptText(shelf, await leanValue(shelf, block, 0));
  if (!isJsonObject(block) || (shelf.isSecond && unwrittenIn(block) === undefined)) return [block];
  const kept = await shelf.keep(media, media.digits);
  if (kept === undefined) return [block];
  if (typeof kept === 'string') return [markedUnwritten(block, kept)];
  return shelf.show(kept, media.bytes, markedUnwritten(block, undefined));
}

/** A text that no answer can hold is kept as a file too: a drawing, a transcript, a scene. */
async function keptText(shelf: Shelf, block: unknown): Promise<unknown[]> {
  if (!shelf.takesTexts || !isJsonObject(block)) return [block];
  const text = block['type'] === 'text' ? block['text'] : undefined;
  if (typeof text !== 'string' || text.length <= longestAnswer) return [block];
  if (shelf.isSecond && unwrittenIn(block) === undefined) return [block];
  const mimeType = /^\s*(?:<\?xml[^>]*>\s*)?<svg\b/i.test(text) ? 'image/svg+xml' : 'text/plain';
  const kept = await shelf.keep({ bytes: Buffer.from(text), mimeType }, text.length);
  if (kept === undefined) return [block];
  return typeof kept === 'string' ? [markedUnwritten(block, kept)] : [markedUnwritten(block, undefined), linkTo(kept)];
}

function mediaOf(block: unknown): (Media & { readonly digits: number }) | undefined {
  if (!isJsonObject(block)) return undefined;
  const { type, data, mimeType, resource } = block;
  if ((type === 'image' || type === 'audio') && typeof data === 'string') return mediaIn(data, mimeType);
  if (type === 'resource' && isJsonObject(resource) && typeof resource['blob'] === 'string') {
    return mediaIn(resource['blob'], resource['mimeType']);
  }
  return undefined;
}

/** Some servers put a whole `data:` address where base64 belongs. */
function mediaIn(data: string, mimeType: unknown): Media & { readonly digits: number } {
  const bytes = Buffer.from(data.replace(/^data:[^,]{0,200},/, ''), 'base64');
  const type = typeof mimeType === 'string' ? mimeType : 'application/octet-stream';
  return { bytes, mimeType: type, digits: data.length };
}

/** A value without the media in its texts: the address of the kept output stands in its place. */
async function leanValue(shelf: Shelf, value: unknown, depth: number): Promise<unknown> {
  if (typeof value === 'string') return leanText(shelf, value);
  if (depth > deepest) return value;
  if (Array.isArray(value)) {
    const bytes = bytesIn(value);
    if (bytes !== undefined) return leanBytes(shelf, value, bytes);
    const items: unknown[] = [];
    for (const item of value) items.push(await leanValue(shelf, item, depth + 1));
    return items;
  }
  return isJsonObject(value) ? leanObject(shelf, value, depth) : value;
}

async function leanObject(shelf: Shelf, value: JsonObject, depth: number): Promise<JsonObject> {
  const lean: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) lean.push([key, await leanValue(shelf, inner, depth + 1)]);
  return Object.fromEntries(lean);
}

async function leanText(shelf: Shelf, text: string): Promise<string> {
  let lean = '';
  let at = 0;
  for (const media of findMedia(text, shelf.large)) {
    const kept = await shelf.keep(media, media.end - media.start);
    if (kept === undefined || typeof kept === 'string') continue;
    lean += `${text.slice(at, media.start)}${shelf.nameOf(kept)}`;
    at = media.end;
  }
  return at === 0 ? text : lean + text.slice(at);
}

async function leanBytes(shelf: Shelf, list: readonly unknown[], media: Media): Promise<unknown> {
  // Each byte is a number of up to three digits and a comma.
  const kept = await shelf.keep(media, list.length * 4);
  return kept === undefined || typeof kept === 'string' ? list : shelf.listFor(kept);
}

/** A long list of bytes, as some programs write a file into JSON. */
function bytesIn(list: readonly unknown[]): Media | undefined {
  const isByte = (item: unknown): boolean => Number.isInteger(item) && Number(item) >= 0 && Number(item) < 256;
  if (list.length < 1024 || !list.every(isByte)) return undefined;
  const bytes = Buffer.from(list as number[]);
  const [media] = findMedia(bytes.toString('base64'), Number.POSITIVE_INFINITY);
  return media === undefined ? undefined : { bytes, mimeType: media.mimeType };
}
