import { isJsonObject, type JsonObject } from '../model/json.js';

/** An output that an answer names by its address instead of holding it. */
export interface OutputLink {
  readonly url: string;
  /** As the server says; undefined when it does not. */
  readonly mimeType?: string | undefined;
}

/** Most outputs that one answer is read for. */
const mostLinks = 32;
/** Longest text that is searched; an answer larger than this is no list of addresses. */
const longestText = 2_000_000;

const address = /https?:\/\/[^\s"'<>\\^`{|}]+/g;
/** What ends a sentence or closes a bracket is not the address's. */
const trailing = /[.,;:!?)\]*_]+$/;
const media =
  /\.(png|jpe?g|webp|gif|svg|apng|avif|heic|tiff?|mp4|m4v|webm|mov|mkv|mp3|wav|ogg|oga|opus|flac|m4a|aac|glb|gltf|obj|fbx|usdz|stl|ply)$/i;
/** Names under which servers hand out what they made. */
const outputName =
  /(^|[_-])(outputs?|images?|videos?|audios?|music|songs?|speech|media|files?|downloads?|assets?|results?|artifacts?|samples?|models?_?urls?|meshes?|thumbnails?)($|[_-])/i;
/** Names of addresses that lead to something else: the job, its page, what the call started from. */
const otherName =
  /(^|[_-])(get|cancel|status|stream|web|webhook|callback|polling|poll|logs?|docs?|documentation|homepage|page|source|input|reference|license|terms|request|next|prev|thumbnails?|avatar)($|[_-])/i;

/**
 * The outputs that an answer names by address: linked resources, addresses that end like media, and those that stand
 * under a name such as `output` or `video_url` in structured content or in a text that is JSON. Each once, in order.
 */
export function outputLinks(result: JsonObject): readonly OutputLink[] {
  const found = new Map<string, OutputLink>();
  const add = (url: string, mimeType?: string): void => {
    const known = found.get(url);
    if (isWeb(url) && (known === undefined || known.mimeType === undefined)) found.set(url, { url, mimeType });
  };
  const blocks: unknown[] = Array.isArray(result['content']) ? result['content'] : [];
  for (const block of blocks) {
    if (!isJsonObject(block)) continue;
    const { type, uri, mimeType, text } = block;
    if (type === 'resource_link' && typeof uri === 'string') {
      add(uri, typeof mimeType === 'string' ? mimeType : undefined);
    }
    if (type === 'text' && typeof text === 'string') linksIn(text, add);
  }
  walk(result['structuredContent'], '', add, 0);
  return [...found.values()].slice(0, mostLinks);
}

function linksIn(text: string, add: (url: string) => void): void {
  if (text.length > longestText || !text.includes('://')) return;
  const parsed = parsedJson(text);
  if (parsed !== undefined) {
    walk(parsed, '', add, 0);
    return;
  }
  for (const [found] of text.matchAll(address)) {
    const url = found.replace(trailing, '');
    if (endsLikeMedia(url)) add(url);
  }
}

/** Addresses inside data; `name` is the nearest name above. */
function walk(value: unknown, name: string, add: (url: string) => void, depth: number): void {
  if (depth > 12) return;
  if (typeof value === 'string') {
    const isOutput = !isOther(name) && (endsLikeMedia(value) || isNamedOutput(name));
    if (/^https?:\/\/\S+$/.test(value) && isOutput) add(value);
    return;
  }
  if (Array.isArray(value)) for (const item of value) walk(item, name, add, depth + 1);
  else if (isJsonObject(value)) {
    for (const [key, inner] of Object.entries(value)) walk(inner, nameBelow(name, key), add, depth + 1);
  }
}

/** `urls: { get, cancel }` says by its keys what each is, `video: { url }` by the name above; all below `input` is input. */
function nameBelow(name: string, key: string): string {
  if (isOther(name) || /^(url|uri|href|link|src|\d+)s?$/i.test(key)) return name;
  return isNamedOutput(name) && !isOther(key) ? `${name}_${key}` : key;
}

const spelledOut = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const isNamedOutput = (name: string): boolean => outputName.test(spelledOut(name));
const isOther = (name: string): boolean => otherName.test(spelledOut(name));

function endsLikeMedia(url: string): boolean {
  try {
    return media.test(new URL(url).pathname);
  } catch {
    return false;
  }
}

function isWeb(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

function parsedJson(text: string): unknown {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
