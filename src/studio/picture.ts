import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MediaShelf, Product } from './media.js';
import { isPng, pngSize } from './png/chunks.js';
import { isJpeg, jpegSize } from './png/jpeg.js';
import { renderSvg } from './png/render.js';
import { embedRecipe, readRecipe } from './png/text.js';
import { composeSvg } from './scene/compose.js';
import { hashText } from './scene/random.js';
import { composeRaster } from './scene/raster.js';
import type { RasterSource } from './scene/raster.js';
import type { Recipe } from './scene/recipe.js';
import { newRecipe } from './scene/recipe.js';
import { StudioError } from './studio-error.js';

/** A picture as the studio handles it: a recipe, and the pixels to start from when they are not our own. */
export interface Picture {
  recipe: Recipe;
  raster?: RasterSource | undefined;
}

const SOURCE_LIMIT_BYTES = 32 * 1024 * 1024;

function locate(reference: string, shelf: MediaShelf): string {
  const known = shelf.fileOf(reference);
  if (known !== undefined) return known;
  if (/^asset-/.test(reference)) throw new StudioError(`no such asset: ${reference}`);
  if (!/^[a-z][a-z0-9+.-]+:/i.test(reference)) return reference;
  if (!reference.startsWith('file:')) {
    throw new StudioError(`only paths, file:// URIs and asset ids are read, not ${reference}`);
  }
  return fileURLToPath(reference);
}

function readSource(file: string): Buffer {
  try {
    if (statSync(file).size > SOURCE_LIMIT_BYTES) throw new StudioError(`${file} is larger than 32 MB`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw new StudioError(`cannot read image ${file}`);
  }
}

function openPicture(file: string, bytes: Buffer): Picture {
  const png = isPng(bytes);
  const size = png ? pngSize(bytes) : jpegSize(bytes);
  const own = png ? readRecipe(bytes) : undefined;
  // A recipe that does not fit its picture was carried along by a crop or a resize: the pixels count then.
  if (own !== undefined && own.width === size.width && own.height === size.height) return { recipe: own };
  const href = `data:image/${png ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`;
  const seed = hashText(href) % 1_000_000;
  const recipe = newRecipe({ prompt: basename(file), seed, model: 'source', tier: 'standard', ...size });
  return { recipe, raster: { href, ...size } };
}

/** Loads the image an argument refers to (path, file:// URI or asset id); throws StudioError when there is none. */
export function loadPicture(reference: string, shelf: MediaShelf): Picture {
  const file = locate(reference, shelf);
  const bytes = readSource(file);
  if (!isPng(bytes) && !isJpeg(bytes)) throw new StudioError(`${file} is neither a PNG nor a JPEG image`);
  try {
    return openPicture(file, bytes);
  } catch (error) {
    throw new StudioError(`${file} is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A picture as an SVG document; `time` (0..1) is the place in the animation loop. */
export function pictureSvg(picture: Picture, time = 0): string {
  return picture.raster === undefined
    ? composeSvg(picture.recipe, time)
    : composeRaster(picture.recipe, picture.raster, time);
}

/** Draws a picture into a PNG product; our own scenes carry their recipe along. */
export async function drawPicture(picture: Picture): Promise<Product> {
  const { recipe, raster } = picture;
  const png = await renderSvg(pictureSvg(picture));
  return {
    bytes: raster === undefined ? embedRecipe(png, recipe) : png,
    mimeType: 'image/png',
    summary: `${recipe.width} × ${recipe.height}, seed ${recipe.seed}`,
  };
}
