import { createHash } from 'node:crypto';
import type { KeepOutputs } from '../gate/ports.js';
import type { Log } from '../gate/log-port.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Asset, Take } from '../model/take.js';
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

/**
 * Keeps the media of an answer: each to a file named by its content under the project's folder, a link and (for
 * pictures) a small preview in its place, so that no base64 floods a conversation. A file that cannot be written leaves
 * its media in the answer: what was paid for is never lost.
 */
export function keepOutputs(options: AssetOptions): KeepOutputs {
  // Base64 makes four characters of three bytes.
  const inlineBytes = Math.floor((options.inlineBytes * 3) / 4);
  return async (take, result) => {
    const blocks: unknown[] = Array.isArray(result['content']) ? result['content'] : [];
    const assets: Asset[] = [];
    const content: unknown[] = [];
    const written: Promise<void>[] = [];
    for (const block of blocks) {
      const media = mediaOf(block);
      if (media === undefined) {
        content.push(block);
        continue;
      }
      try {
        const { asset, onDisk } = await store(options.folder, take, media);
        written.push(onDisk);
        if (!assets.some(({ id }) => id === asset.id)) assets.push(asset);
        content.push(...(await standIn(asset, media, block, inlineBytes)));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        options.log.error({ take: take.id, reason }, 'an output could not be written; it stays in the answer');
        content.push(block, { type: 'text', text: `Greenlight could not write this output to disk: ${reason}` });
      }
    }
    const safe = Promise.all(written).then(() => undefined);
    return { assets, result: Array.isArray(result['content']) ? { ...result, content } : result, safe };
  };
}

interface StoredAsset {
  readonly asset: Asset;
  readonly onDisk: Promise<void>;
}

interface Media {
  readonly bytes: Buffer;
  readonly mimeType: string;
}

function mediaOf(block: unknown): Media | undefined {
  if (!isJsonObject(block)) return undefined;
  if ((block['type'] === 'image' || block['type'] === 'audio') && typeof block['data'] === 'string') {
    return { bytes: Buffer.from(block['data'], 'base64'), mimeType: textOf(block['mimeType']) };
  }
  const resource = block['resource'];
  if (block['type'] === 'resource' && isJsonObject(resource) && typeof resource['blob'] === 'string') {
    return { bytes: Buffer.from(resource['blob'], 'base64'), mimeType: textOf(resource['mimeType']) };
  }
  return undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : 'application/octet-stream';
}

async function store(folder: string, take: Take, media: Media): Promise<StoredAsset> {
  const id = createHash('sha256').update(media.bytes).digest('hex');
  const path = outputPath(folder, take, { id, mimeType: media.mimeType });
  const { onDisk } = await writeOutput(path, media.bytes);
  return { asset: { id, path, mimeType: media.mimeType, bytes: media.bytes.length }, onDisk };
}

async function standIn(asset: Asset, media: Media, block: unknown, inlineBytes: number): Promise<JsonObject[]> {
  const link = linkTo(asset);
  if (isJsonObject(block) && media.bytes.length <= inlineBytes) return [block, link];
  if (!asset.mimeType.startsWith('image/')) return [link];
  const preview = await makePreview(media.bytes, asset.mimeType, inlineBytes);
  if (preview === undefined) return [link];
  return [{ type: 'image', data: preview.toString('base64'), mimeType: 'image/png' }, link];
}
