import { createHash } from 'node:crypto';
import type { JsonObject } from '../model/json.js';
import type { Asset } from '../model/take.js';
import { linkTo } from './output-place.js';
import { writeOutput } from './output-file.js';
import { makePreview } from './preview.js';

/** Where the media of one answer goes, and what stands in its place. */
export interface Shelf {
  /** What was written, by the digest of its content. */
  readonly stored: ReadonlyMap<string, { readonly asset: Asset; readonly bytes: Buffer }>;
  /** Why something could not be written, each time that it could not. */
  readonly failures: readonly string[];
  /** Digits in a text from which on they count as media, whatever they begin with. */
  readonly large: number;
  /** Whether texts that are too long for an answer go to files, too. */
  readonly takesTexts: boolean;
  /** Whether the answer was gone through before: only what could not be written then is taken. */
  readonly isSecond: boolean;
  /**
   * Writes media to its file; the reason where it cannot be written, undefined where it stays in the answer.
   * @param digits how long it is as text in the answer
   */
  keep(
    media: { readonly bytes: Buffer; readonly mimeType: string },
    digits: number,
  ): Promise<Asset | string | undefined>;
  /** What stands for kept media in a text. */
  nameOf(asset: Asset): string;
  /** What stands for media that was a list of bytes. */
  listFor(asset: Asset): unknown;
  /** What stands for kept media in the list of blocks; `block` is what it came in. */
  show(asset: Asset, bytes: Buffer, block?: JsonObject): Promise<JsonObject[]>;
  /** Resolves when all that was written would survive a power cut. */
  safe(): Promise<void>;
}

/** How a shelf is made. */
export interface ShelfOptions extends Pick<Shelf, 'takesTexts' | 'isSecond' | 'nameOf' | 'listFor'> {
  /** Largest media, as the base64 text that it is in an answer (bytes), that stays inside. */
  readonly inlineBytes: number;
  /** Where media of a content goes. */
  readonly pathOf: (asset: Pick<Asset, 'id' | 'mimeType'>) => string;
  /** Whether media that is so many digits long stays in the answer as it is. */
  readonly mayStay: (digits: number) => boolean;
  /** Whether the block of kept media that is small enough is shown beside its link. */
  readonly showsSmall: boolean;
  readonly failed: (reason: string) => void;
}

/** Outputs that one answer shows; of the others it holds the links. */
export const mostShown = 8;

/** Makes a shelf of files named by their content; equal media is written once. */
export function mediaShelf(options: ShelfOptions): Shelf {
  const { inlineBytes, takesTexts, isSecond, nameOf, listFor } = options;
  const stored = new Map<string, { readonly asset: Asset; readonly bytes: Buffer }>();
  const failures: string[] = [];
  const written: Promise<void>[] = [];
  // Base64 makes four characters of three bytes.
  const most = Math.floor((inlineBytes * 3) / 4);
  let shown = 0;
  return {
    ...{ stored, failures, takesTexts, isSecond, nameOf, listFor, large: Math.max(inlineBytes, 4096) },
    async keep({ bytes, mimeType }, digits) {
      if (options.mayStay(digits)) return undefined;
      const id = createHash('sha256').update(bytes).digest('hex');
      const known = stored.get(id);
      if (known !== undefined) return known.asset;
      try {
        const path = options.pathOf({ id, mimeType });
        const { onDisk } = await writeOutput(path, bytes);
        written.push(onDisk);
        const asset = { id, path, mimeType, bytes: bytes.length };
        stored.set(id, { asset, bytes });
        return asset;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        options.failed(reason);
        // What the system says first is the reason; the path after it is the gateway's own.
        const [why = ''] = reason.split(', ', 1);
        failures.push(why);
        return why;
      }
    },
    async show(asset, bytes, block) {
      const link = linkTo(asset);
      if (shown >= mostShown) return [link];
      if (options.showsSmall && block !== undefined && bytes.length <= most) {
        shown += 1;
        return [block, link];
      }
      if (!asset.mimeType.startsWith('image/')) return [link];
      const preview = await makePreview(bytes, asset.mimeType, most);
      if (preview === undefined) return [link];
      shown += 1;
      return [{ type: 'image', data: preview.toString('base64'), mimeType: 'image/png' }, link];
    },
    safe: () => Promise.all(written).then(() => undefined),
  };
}
