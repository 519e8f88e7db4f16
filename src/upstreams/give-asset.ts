import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputPort } from '../gate/ports.js';
import type { InputForm } from '../model/input-form.js';
import type { Asset } from '../model/take.js';
import { lastsUntil } from '../model/signed-address.js';

/** How assets are handed to tools. */
export interface GiveOptions {
  /** Largest asset that is sent inside a call, as base64 (bytes of its content). */
  readonly maxBytes: number;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** An address that lapses sooner is not handed on: the provider may fetch it late. */
const leastLeftMs = 15 * 60_000;
/** A file that is larger is not read to find out whether it is one of ours. */
const largestCompared = 256 * 1024 * 1024;

/**
 * Hands kept outputs to tools: by path, by the provider's own address while it lasts, or as base64 inside the call, and
 * tells by its content what was given otherwise.
 */
export function giveAssets(options: GiveOptions): InputPort {
  return {
    give: (asset, form, take) => give(options, asset, form, take),
    contentOf: (text) => contentOf(text),
  };
}

async function give(
  { maxBytes, clock }: GiveOptions,
  asset: Asset,
  form: InputForm,
  take: string,
): Promise<{ value: string } | { expected: string }> {
  if (form === 'url' && asset.source !== undefined && lastsUntil(asset.source) > clock() + leastLeftMs) {
    return { value: asset.source };
  }
  if (!(await isFile(asset.path))) {
    return { expected: `a file that is there: ${asset.path} is gone, \`take\` with take ${take} fetches it again` };
  }
  if (form === 'path') return { value: asset.path };
  if (asset.bytes > maxBytes) {
    const limit = `${String(maxBytes)} bytes (\`outputs.inputMegabytes\` in the config)`;
    return { expected: `at most ${limit} for a tool that wants the content itself; it has ${String(asset.bytes)}` };
  }
  const base64 = (await readFile(asset.path)).toString('base64');
  return { value: form === 'base64' ? base64 : `data:${asset.mimeType};base64,${base64}` };
}

async function contentOf(text: string): ReturnType<InputPort['contentOf']> {
  const inline = inlineBytes(text);
  if (inline !== undefined) return { id: createHash('sha256').update(inline).digest('hex'), isInline: true };
  const path = pathOf(text);
  if (path === undefined) return undefined;
  try {
    const { size } = await stat(path);
    if (size > largestCompared || !(await isFile(path))) return undefined;
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
    return { id: hash.digest('hex'), isInline: false };
  } catch {
    // What cannot be read here is the tool's to find, or to complain of.
    return undefined;
  }
}

/** Media that stands in a text as base64, alone or as a `data:` address. */
function inlineBytes(text: string): Buffer | undefined {
  const data = /^data:[^,]{0,200};base64,/i.exec(text)?.[0];
  if (data !== undefined) return Buffer.from(text.slice(data.length), 'base64');
  const isBase64 = text.length > 256 && /^[A-Za-z0-9+/_-]{200}/.test(text) && !/[^A-Za-z0-9+/_=\s-]/.test(text);
  return isBase64 ? Buffer.from(text, 'base64') : undefined;
}

function pathOf(text: string): string | undefined {
  if (text.length > 4096) return undefined;
  if (!text.startsWith('file://')) return isAbsolute(text) ? text : undefined;
  try {
    return fileURLToPath(text);
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
