import { readFile } from 'node:fs/promises';
import type { Texts } from '../gate/texts-port.js';
import { assetLink } from '../model/asset-name.js';
import type { Asset } from '../model/take.js';

const page = 'answers/outputs';

/**
 * The content of a kept output as base64, for a client that reads it into a conversation; larger ones are told by their path.
 * @param inlineBytes most base64 (bytes)
 */
export async function readContent(
  asset: Asset,
  take: string,
  inlineBytes: number,
  texts: Pick<Texts, 'say'>,
): Promise<{ readonly blob: string } | { readonly problem: string }> {
  const { id, path, bytes } = asset;
  if (Math.ceil(bytes / 3) * 4 > inlineBytes) {
    const limit = Math.floor((inlineBytes * 3) / 4);
    return { problem: texts.say(page, 'too-large', { path, bytes, limit, link: assetLink(id) }) };
  }
  const content = await readFile(path).catch(() => undefined);
  return content === undefined
    ? { problem: texts.say(page, 'gone', { path, take }) }
    : { blob: content.toString('base64') };
}
