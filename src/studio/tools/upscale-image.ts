import { z } from 'zod';
import { entryOf, priceLine } from '../catalog.js';
import type { MediaShelf } from '../media.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { loadPicture } from '../picture.js';
import { SIDE_LIMIT } from '../scene/recipe.js';
import { StudioError } from '../studio-error.js';
import { pictureWork } from './picture-work.js';
import { HONESTY, imageField } from './shared.js';

const NAME = 'upscale_image';

/** Enlarges a picture; scenes of our own are drawn again with the finest detail. */
export function upscaleImage(shelf: MediaShelf): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Upscale image',
    description: `${HONESTY} Enlarges an image two or four times with finer detail, up to ${SIDE_LIMIT} pixels a side. Price: ${priceLine(NAME)}.`,
    shape: {
      image: imageField,
      factor: z
        .union([z.literal(2), z.literal(4)])
        .default(2)
        .describe('How many times larger each side gets.'),
    },
    plan: ({ image, factor }) => {
      const entry = entryOf(NAME, 'crystal-upscaler');
      const source = loadPicture(image, shelf);
      const { recipe } = source;
      const width = recipe.width * factor;
      const height = recipe.height * factor;
      if (Math.max(width, height) > SIDE_LIMIT) {
        throw new StudioError(`${recipe.width} × ${recipe.height} times ${factor} is over ${SIDE_LIMIT} pixels a side`);
      }
      const larger = { ...recipe, model: entry.model, tier: entry.tier, width, height };
      const prompt = `upscale ${factor}×`;
      return pictureWork(entry, prompt, { ...source, recipe: larger });
    },
  });
}
