import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../new-id.js';
import type { Asset } from '../../model/take.js';
import { makePreview } from '../../upstreams/preview.js';

/** Largest preview, in bytes. */
const mostBytes = 100 * 1024;

/** Small pictures of outputs; each is drawn once and kept under the digest of what it shows. */
export function keptPreviews(folder: string): (asset: Asset) => Promise<Buffer | undefined> {
  return async ({ id, path, mimeType }) => {
    if (!mimeType.startsWith('image/') || !/^[0-9a-f]{64}$/.test(id)) return undefined;
    const file = join(folder, `${id}.png`);
    const kept = await readFile(file).catch(() => undefined);
    if (kept !== undefined) return kept;
    const bytes = await readFile(path).catch(() => undefined);
    const drawn = bytes === undefined ? undefined : await makePreview(bytes, mimeType, mostBytes);
    // Keeping it only saves time: a full disk must not cost the picture.
    if (drawn !== undefined) await keep(folder, file, drawn).catch(() => undefined);
    return drawn;
  };
}

async function keep(folder: string, file: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${newId('p')}`);
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, file);
}
