import type { KeepOutputs } from '../gate/ports.js';
import type { Log } from '../gate/log-port.js';
import { assetLink } from '../model/asset-name.js';
import { mediaShelf } from './media-shelf.js';
import { outputPath } from './output-place.js';
import { takeOutMedia } from './take-out-media.js';

/** How outputs are kept. */
export interface AssetOptions {
  /** Folder for all projects' outputs. */
  readonly folder: string;
  /** Largest media, as the base64 text that it is in an answer (bytes), that stays inside. */
  readonly inlineBytes: number;
  readonly log: Log;
}

/**
 * Keeps the media of an answer, wherever in it it stands: each to a file named by its content under the project's folder,
 * a link and (for pictures) a small preview in its place, so that no base64 floods a conversation. A file that cannot be
 * written leaves its media in the answer, marked, until a second time: what was paid for is never lost.
 */
export function keepOutputs({ folder, inlineBytes, log }: AssetOptions): KeepOutputs {
  return async (take, result, isSecond = false) => {
    const shelf = mediaShelf({
      ...{ inlineBytes, isSecond, showsSmall: true },
      // The words of a failure are no outputs.
      takesTexts: result['isError'] !== true,
      pathOf: (asset) => outputPath(folder, take, asset),
      nameOf: ({ id }) => assetLink(id),
      listFor: ({ id }) => assetLink(id),
      mayStay: () => false,
      failed: (reason) =>
        log.error({ take: take.id, reason }, 'an output could not be written; it stays in the answer'),
    });
    const kept = await takeOutMedia(shelf, result);
    return { assets: [...shelf.stored.values()].map(({ asset }) => asset), result: kept, safe: shelf.safe() };
  };
}
