import type { Log } from '../gate/log-port.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { linkTo, seenPath } from './output-place.js';
import { mediaShelf, mostShown } from './media-shelf.js';
import { takeOutMedia } from './take-out-media.js';

/** How the answers of free tools are made fit for a conversation. */
export interface LightenOptions {
  /** Folder for all projects' outputs. */
  readonly folder: string;
  readonly project: string;
  /** Largest media, as the text that it is in an answer (bytes), that stays inside; of all media together so many times more. */
  readonly inlineBytes: number;
  readonly log: Log;
}

/** The free tool that answered. */
export interface SeenTool {
  readonly server: string;
  readonly name: string;
}

/**
 * Takes media out of a free tool's answer where it is larger than the answers of paid tools hold, or too much in all: it goes
 * to a file named by its content, and a link and (for pictures) a small preview stand in its place. Undefined where nothing
 * is taken: then the answer passes as it came, byte for byte. What cannot be written stays; the tool can be asked again.
 */
export function lightenAnswers(
  options: LightenOptions,
): (tool: SeenTool, result: JsonObject) => Promise<JsonObject | undefined> {
  const { folder, project, inlineBytes, log } = options;
  return async (tool, result) => {
    if (!isHeavy(result, inlineBytes)) return undefined;
    let left = mostShown * inlineBytes;
    const shelf = mediaShelf({
      ...{ inlineBytes, isSecond: false, takesTexts: false, showsSmall: false },
      pathOf: (asset) => seenPath(folder, project, tool, asset),
      nameOf: (asset) => String(linkTo(asset)['uri']),
      // The output schema of a free tool is the client's to check: a list stays one.
      listFor: () => [],
      mayStay: (digits) => {
        if (digits > inlineBytes || digits > left) return false;
        left -= digits;
        return true;
      },
      failed: (reason) => log.warn({ ...tool, reason }, 'media in a free answer could not be written; it stays there'),
    });
    const light = await takeOutMedia(shelf, result);
    return shelf.stored.size === 0 ? undefined : light;
  };
}

/** Shorter texts and lists hold no media. */
const [shortestText, shortestList] = [256, 1024];

/** Whether what may be media in a value is longer than so many characters: in less there is none that is too large. */
function isHeavy(value: unknown, most: number): boolean {
  let left = most;
  const rest: unknown[] = [value];
  while (rest.length > 0 && left >= 0) {
    const next = rest.pop();
    if (typeof next === 'string') left -= next.length < shortestText ? 0 : next.length;
    else if (Array.isArray(next)) {
      // A byte in a list of bytes: up to three digits and a comma.
      if (next.length >= shortestList && typeof next[0] === 'number') left -= next.length * 4;
      for (const item of next) rest.push(item);
    } else if (isJsonObject(next)) for (const key of Object.keys(next)) rest.push(next[key]);
  }
  return left < 0;
}
