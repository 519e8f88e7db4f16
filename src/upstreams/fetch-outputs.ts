import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from '../gate/log-port.js';
import type { FetchOutputs, MissingOutput } from '../gate/ports.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Asset, Take } from '../model/take.js';
import type { Downloaded, DownloadLimits } from './download.js';
import { outputLinks, type OutputLink } from './output-links.js';
import { linkTo, outputFolder, outputPath } from './output-place.js';
import { makePreview } from './preview.js';

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
    const known = new Set(take.assets.map(({ source }) => source));
    const links = outputLinks(result).filter(({ url }) => !known.has(url));
    if (links.length === 0) return undefined;
    // Most calls have nothing to fetch, and the way out to the network is not needed for them.
    const { download } = await import('./download.js');
    const tried = await Promise.all(links.map((link) => fetchOne(options, take, link, download)));
    const assets = tried.flatMap((each) => ('path' in each ? [each] : []));
    const missing = tried.flatMap((each) => ('why' in each ? [each] : []));
    for (const { host, why } of missing) options.log.warn({ take: take.id, host, why }, 'an output was not fetched');
    return { assets: [...take.assets, ...assets], result: await withFiles(options, result, assets), missing };
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
    else content.push(...(await standIn(options, asset)));
    if (asset !== undefined) linked.add(asset);
  }
  for (const asset of assets) if (!linked.has(asset)) content.push(...(await standIn(options, asset)));
  const { structuredContent } = result;
  const structured =
    structuredContent === undefined ? {} : { structuredContent: shortened(structuredContent, bySource) };
  return { ...result, content, ...structured };
}

/** Data with long addresses of fetched outputs replaced by those of their files. */
function shortened(value: unknown, bySource: ReadonlyMap<string, Asset>): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const [source, { path }] of bySource) {
      if (source.length > longestKept) text = text.replaceAll(source, () => pathToFileURL(path).href);
    }
    return text;
  }
  if (Array.isArray(value)) return value.map((item) => shortened(item, bySource));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner, bySource)]));
}

async function standIn({ inlineBytes }: FetchOptions, asset: Asset): Promise<JsonObject[]> {
  const link = linkTo(asset);
  if (!asset.mimeType.startsWith('image/')) return [link];
  // Base64 makes four characters of three bytes.
  const preview = await makePreview(await readFile(asset.path), asset.mimeType, Math.floor((inlineBytes * 3) / 4));
  if (preview === undefined) return [link];
  return [{ type: 'image', data: preview.toString('base64'), mimeType: 'image/png' }, link];
}
