import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JsonObject } from '../model/json.js';
import type { Asset, Take } from '../model/take.js';
import { extensionOf } from './media-type.js';

/** No shot is called so: shots begin with a letter or number. */
const seenFolder = '_seen';

/** The folder of a shot's outputs. */
export function outputFolder(folder: string, take: Take): string {
  return join(folder, safeName(take.project), safeName(take.shot));
}

/** Where an output of a take is kept: named by take and content, under the project and the shot. */
export function outputPath(folder: string, take: Take, { id, mimeType }: Pick<Asset, 'id' | 'mimeType'>): string {
  const name = `${safeName(take.phase)}-${take.id}-${id.slice(0, 12)}.${extensionOf(mimeType)}`;
  return join(outputFolder(folder, take), name);
}

/** Where media is kept that a free tool showed: named by the tool and its content, beside the shots of the project. */
export function seenPath(
  folder: string,
  project: string,
  { server, name }: { readonly server: string; readonly name: string },
  { id, mimeType }: Pick<Asset, 'id' | 'mimeType'>,
): string {
  const file = `${safeName(server)}-${safeName(name)}-${id.slice(0, 12)}.${extensionOf(mimeType)}`;
  return join(folder, safeName(project), seenFolder, file);
}

/** The block of an answer that leads to a kept output. */
export function linkTo(asset: Asset): JsonObject {
  const name = asset.path.split(/[\\/]/).at(-1) ?? asset.id;
  return {
    type: 'resource_link',
    uri: pathToFileURL(asset.path).href,
    name,
    mimeType: asset.mimeType,
    size: asset.bytes,
  };
}

function safeName(name: string): string {
  const safe = name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_');
  return safe === '' ? '_' : safe.slice(0, 100);
}
