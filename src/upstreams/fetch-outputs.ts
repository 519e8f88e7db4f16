import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../gate/log-port.js';
import type { FetchOutputs, MissingOutput } from '../gate/ports.js';
import { assetLink } from '../model/asset-name.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Asset, Take } from '../model/take.js';
import type { Downloaded, DownloadLimits } from './download.js';
import { outputLinks, type OutputLink } from './output-links.js';
import { outputFolder, outputPath } from './output-place.js';
import { isSigned, withoutAddress } from '../model/signed-address.js';
import { showAsset } from './show-asset.js';

/** How outputs are fetched. */
export interface FetchOptions {
  /** Folder for all projects' outputs. */
  readonly folder: string;
  /** Largest preview, as the base64 text that it is in an answer (bytes). */
  readonly inlineBytes: number;
  readonly limits: DownloadLimits;
  readonly log: Log;
}

/** Addresses up to this length stay in an answer: short ones last and are useful, long ones are signed and flood it. */
const longestKept = 200;

/**
 * Fetches the outputs that an answer only names by address, before those addresses lapse: each to a file beside the
 * others of its shot, a link and (for pictures) a small preview in the answer. What could not be fetched is told and
 * may be fetched later; it is never made again.
 */
export function fetchOutputs(options: FetchOptions): FetchOutputs {
  return async (take, result) => {
    const gone = take.assets.filter(({ source, path }) => source !== undefined && !existsSync(path));
    const known = new Set(take.assets.map(({ source }) => source));
    const fresh = outputLinks(result).filter(({ url }) => !known.has(url));
    const links = [...fresh, ...gone.map(({ source: url = '' }) => ({ url }))];
    if (links.length === 0) return undefined;
    // Most calls have nothing to fetch, and the way out to the network is not needed for them.
    const { download } = await import('./download.js');
    const tried = await Promise.all(links.map((link) => fetchOne(options, take, link, download)));
    const assets = tried.flatMap((each) => ('path' in each ? [each] : []));
    const missing = tried.flatMap((each) => ('why' in each ? [each] : []));
    for (const { host, why } of missing) options.log.warn({ take: take.id, host, why }, 'an output was not fetched');
    const back = new Map(assets.map((asset) => [asset.source, asset]));
    const kept = take.assets.map((asset) => (gone.includes(asset) ? (back.get(asset.source) ?? asset) : asset));
    const added = assets.filter(({ source = '' }) => !known.has(source));
    return { assets: [...kept, ...added], result: await withFiles(options, result, added), missing };
  };
}

type Download = (url: string, path: string, limits: DownloadLimits) => Promise<Downloaded>;

async function fetchOne(
  { folder, limits }: FetchOptions,
  take: Take,
  { url }: OutputLink,
  download: Download,
): Promise<Asset | MissingOutput> {
  const home = outputFolder(folder, take);
  const draft = join(home, `.${take.id}-${randomBytes(6).toString('hex')}.part`);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    const { id, bytes, mimeType } = await download(url, draft, limits);
    const path = outputPath(folder, take, { id, mimeType });
    await rename(draft, path);
    return { id, path, mimeType, bytes, source: url };
  } catch (error) {
    // Never the address itself: it may be signed.
    return { host: new URL(url).host, why: error instanceof Error ? error.message : String(error) };
  }
}

/** An answer with its fetched outputs in it. */
async function withFiles(options: FetchOptions, result: JsonObject, assets: readonly Asset[]): Promise<JsonObject> {
  if (assets.length === 0) return result;
  const bySource = new Map(assets.map((asset) => [asset.source ?? '', asset]));
  const blocks: unknown[] = Array.isArray(result['content']) ? result['content'] : [];
  const linked = new Set<Asset>();
  const content: unknown[] = [];
  for (const block of blocks) {
    const asset = isJsonObject(block) && typeof block['uri'] === 'string' ? bySource.get(block['uri']) : undefined;
    if (asset === undefined) content.push(shortened(block, bySource));
    else content.push(...(await showAsset(asset, options.inlineBytes)));
    if (asset !== undefined) linked.add(asset);
  }
  for (const asset of assets) if (!linked.has(asset)) content.push(...(await showAsset(asset, options.inlineBytes)));
  return { ...(shortened({ ...result, content: [] }, bySource) as JsonObject), content };
}

/** Data with long and signed addresses of fetched outputs replaced by those of the kept ones. */
function shortened(value: unknown, bySource: ReadonlyMap<string, Asset>): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const [source, { id }] of bySource) {
      if (source.length > longestKept || isSigned(source)) text = withoutAddress(text, source, assetLink(id));
    }
    return text;
  }
  if (Array.isArray(value)) return value.map((item) => shortened(item, bySource));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner, bySource)]));
}
