import { createHash } from 'node:crypto';
import type { KeepOutputs } from '../gate/ports.js';
import type { Log } from '../gate/log-port.js';
import { assetLink } from '../model/asset-name.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Asset, Take } from '../model/take.js';
import { findMedia } from './find-media.js';
import { longestAnswer } from './lean-answer.js';
import { linkTo, outputPath } from './output-place.js';
import { writeOutput } from './output-file.js';
import { makePreview } from './preview.js';

/** How outputs are kept. */
export interface AssetOptions {
  /** Folder for all projects' outputs. */
  readonly folder: string;
  /** Largest media, as the base64 text that it is in an answer (bytes), that stays inside. */
  readonly inlineBytes: number;
  readonly log: Log;
}

/** Outputs that one answer shows; of the others it holds the links. */
const mostShown = 8;
const deepest = 40;

/**
 * Keeps the media of an answer, wherever in it it stands: each to a file named by its content under the project's folder,
 * a link and (for pictures) a small preview in its place, so that no base64 floods a conversation. A file that cannot be
 * written leaves its media in the answer: what was paid for is never lost.
 */
export function keepOutputs(options: AssetOptions): KeepOutputs {
  return async (take, result) => {
    const keeper = keeperOf(options, take, result['isError'] === true);
    const { content: blocks, ...rest } = result;
    const content: unknown[] = [];
    for (const block of Array.isArray(blocks) ? (blocks as unknown[]) : []) {
      content.push(...(await keptBlock(keeper, block)));
    }
    const lean = await leanObject(keeper, Array.isArray(blocks) ? rest : result, 0);
    const linked = new Set(content.filter(isJsonObject).map(({ uri }) => uri));
    for (const { asset, bytes } of keeper.stored.values()) {
      if (!linked.has(linkTo(asset)['uri'])) content.push(...(await keeper.show(asset, bytes)));
    }
    const assets = [...keeper.stored.values()].map(({ asset }) => asset);
    const safe = Promise.all(keeper.written).then(() => undefined);
    const isListed = Array.isArray(blocks) || content.length > 0;
    return { assets, result: isListed ? { ...lean, content } : lean, safe };
  };
}

interface Keeper {
  readonly stored: Map<string, { readonly asset: Asset; readonly bytes: Buffer }>;
  readonly written: Promise<void>[];
  /** The words of a failure are no outputs. */
  readonly isError: boolean;
  /** Digits in a text from which on they count as media, whatever they begin with. */
  readonly large: number;
  /** Writes media to its file; undefined when it cannot be written, with the reason in `failed`. */
  keep(media: Media): Promise<Asset | string>;
  /** What stands for an output in the answer; `block` is what it came in. */
  show(asset: Asset, bytes: Buffer, block?: JsonObject): Promise<JsonObject[]>;
}

interface Media {
  readonly bytes: Buffer;
  readonly mimeType: string;
}

function keeperOf({ folder, inlineBytes, log }: AssetOptions, take: Take, isError: boolean): Keeper {
  const stored: Keeper['stored'] = new Map();
  const written: Promise<void>[] = [];
  // Base64 makes four characters of three bytes.
  const most = Math.floor((inlineBytes * 3) / 4);
  let shown = 0;
  return {
    ...{ stored, written, large: Math.max(inlineBytes, 4096), isError },
    async keep({ bytes, mimeType }) {
      const id = createHash('sha256').update(bytes).digest('hex');
      const known = stored.get(id);
      if (known !== undefined) return known.asset;
      try {
        const path = outputPath(folder, take, { id, mimeType });
        const { onDisk } = await writeOutput(path, bytes);
        written.push(onDisk);
        const asset = { id, path, mimeType, bytes: bytes.length };
        stored.set(id, { asset, bytes });
        return asset;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log.error({ take: take.id, reason }, 'an output could not be written; it stays in the answer');
        return reason;
      }
    },
    async show(asset, bytes, block) {
      const link = linkTo(asset);
      if (shown >= mostShown) return [link];
      if (block !== undefined && bytes.length <= most) {
        shown += 1;
        return [block, link];
      }
      if (!asset.mimeType.startsWith('image/')) return [link];
      const preview = await makePreview(bytes, asset.mimeType, most);
      if (preview === undefined) return [link];
      shown += 1;
      return [{ type: 'image', data: preview.toString('base64'), mimeType: 'image/png' }, link];
    },
  };
}

/** A block of an answer without the media in it. */
async function keptBlock(keeper: Keeper, block: unknown): Promise<unknown[]> {
  const media = mediaOf(block);
  if (media === undefined) return keptText(keeper, await leanValue(keeper, block, 0));
  const kept = await keeper.keep(media);
  if (typeof kept === 'string') {
    return [block, { type: 'text', text: `Greenlight could not write this output to disk: ${kept}` }];
  }
  return keeper.show(kept, media.bytes, isJsonObject(block) ? block : undefined);
}

/** A text that no answer can hold is kept as a file too: a drawing, a transcript, a scene. */
async function keptText(keeper: Keeper, block: unknown): Promise<unknown[]> {
  const text = isJsonObject(block) && block['type'] === 'text' ? block['text'] : undefined;
  if (keeper.isError || typeof text !== 'string' || text.length <= longestAnswer) return [block];
  const mimeType = /^\s*(?:<\?xml[^>]*>\s*)?<svg\b/i.test(text) ? 'image/svg+xml' : 'text/plain';
  const kept = await keeper.keep({ bytes: Buffer.from(text), mimeType });
  return typeof kept === 'string' ? [block] : [block, linkTo(kept)];
}

function mediaOf(block: unknown): Media | undefined {
  if (!isJsonObject(block)) return undefined;
  if ((block['type'] === 'image' || block['type'] === 'audio') && typeof block['data'] === 'string') {
    return { bytes: bytesOf(block['data']), mimeType: textOf(block['mimeType']) };
  }
  const resource = block['resource'];
  if (block['type'] === 'resource' && isJsonObject(resource) && typeof resource['blob'] === 'string') {
    return { bytes: bytesOf(resource['blob']), mimeType: textOf(resource['mimeType']) };
  }
  return undefined;
}

/** Some servers put a whole `data:` address where base64 belongs. */
function bytesOf(data: string): Buffer {
  return Buffer.from(data.replace(/^data:[^,]{0,200},/, ''), 'base64');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : 'application/octet-stream';
}

/** A value without the media in its texts: the address of the kept output stands in its place. */
async function leanValue(keeper: Keeper, value: unknown, depth: number): Promise<unknown> {
  if (typeof value === 'string') return leanText(keeper, value);
  if (depth > deepest) return value;
  if (Array.isArray(value)) {
    const bytes = bytesIn(value);
    if (bytes !== undefined) return leanBytes(keeper, value, bytes);
    const items: unknown[] = [];
    for (const item of value) items.push(await leanValue(keeper, item, depth + 1));
    return items;
  }
  return isJsonObject(value) ? leanObject(keeper, value, depth) : value;
}

async function leanObject(keeper: Keeper, value: JsonObject, depth: number): Promise<JsonObject> {
  const lean: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) lean.push([key, await leanValue(keeper, inner, depth + 1)]);
  return Object.fromEntries(lean);
}

async function leanText(keeper: Keeper, text: string): Promise<string> {
  let lean = '';
  let at = 0;
  for (const media of findMedia(text, keeper.large)) {
    const kept = await keeper.keep(media);
    if (typeof kept === 'string') continue;
    lean += `${text.slice(at, media.start)}${assetLink(kept.id)}`;
    at = media.end;
  }
  return at === 0 ? text : lean + text.slice(at);
}

async function leanBytes(keeper: Keeper, list: readonly unknown[], media: Media): Promise<unknown> {
  const kept = await keeper.keep(media);
  return typeof kept === 'string' ? list : assetLink(kept.id);
}

/** A long list of bytes, as some programs write a file into JSON. */
function bytesIn(list: readonly unknown[]): Media | undefined {
  const isByte = (item: unknown): boolean => Number.isInteger(item) && Number(item) >= 0 && Number(item) < 256;
  if (list.length < 1024 || !list.every(isByte)) return undefined;
  const bytes = Buffer.from(list as number[]);
  const [media] = findMedia(bytes.toString('base64'), Number.POSITIVE_INFINITY);
  return media === undefined ? undefined : { bytes, mimeType: media.mimeType };
}
