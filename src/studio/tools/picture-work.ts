import type { CatalogEntry } from '../catalog.js';
import type { PaidWork } from '../paid-tool.js';
import { drawPicture } from '../picture.js';
import type { Picture } from '../picture.js';

/** The work of a tool that turns one picture into another at the list price; `prompt` says what is done to it. */
export function pictureWork(entry: CatalogEntry, prompt: string, picture: Picture): PaidWork {
  return { entry, credits: entry.credits, prompt, pace: 'image', make: async () => [await drawPicture(picture)] };
}
