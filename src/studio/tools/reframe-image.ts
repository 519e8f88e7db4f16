import { z } from 'zod';
import { entryOf, priceLine } from '../catalog.js';
import type { MediaShelf } from '../media.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { loadPicture } from '../picture.js';
import { SIDE_LIMIT } from '../scene/recipe.js';
import { pictureWork } from './picture-work.js';
import { HONESTY, imageField } from './shared.js';

const NAME = 'reframe_image';

const ASPECTS = {
  '1:1': 1,
  '16:9': 16 / 9,
  '9:16': 9 / 16,
  '4:3': 4 / 3,
  '3:4': 3 / 4,
  '3:2': 3 / 2,
  '2:3': 2 / 3,
  '21:9': 21 / 9,
} as const;

/** Gives a picture another shape of about the same area and continues the scene into it. */
export function reframeImage(shelf: MediaShelf): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Reframe image',
    description: `${HONESTY} Continues an image into another aspect ratio of about the same area. Price: ${priceLine(NAME)}.`,
    shape: {
      image: imageField,
      aspect: z.enum(Object.keys(ASPECTS) as (keyof typeof ASPECTS)[]).describe('The new ratio of width to height.'),
    },
    plan: ({ image, aspect }) => {
      const entry = entryOf(NAME, 'scene-reframe');
      const source = loadPicture(image, shelf);
      const area = source.recipe.width * source.recipe.height;
      const whole = (length: number): number => Math.min(SIDE_LIMIT, Math.max(64, Math.round(length / 8) * 8));
      const recipe = {
        ...source.recipe,
        model: entry.model,
        width: whole(Math.sqrt(area * ASPECTS[aspect])),
        height: whole(Math.sqrt(area / ASPECTS[aspect])),
      };
      const prompt = `reframe to ${aspect}`;
      return pictureWork(entry, prompt, { ...source, recipe });
    },
  });
}
