import { z } from 'zod';
import { entryOf, priceLine } from '../catalog.js';
import type { MediaShelf } from '../media.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { loadPicture } from '../picture.js';
import { REGIONS } from '../scene/recipe.js';
import { pictureWork } from './picture-work.js';
import { HONESTY, imageField, promptField, seedField } from './shared.js';

const NAME = 'edit_image';

/** Changes a picture by words: adds, removes or repaints, everywhere or in one region. */
export function editImage(shelf: MediaShelf): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Edit image',
    description: `${HONESTY} Edits an existing image by words ("add a red boat", "make it night", "remove the tree"), keeping the rest. Price: ${priceLine(NAME)}.`,
    shape: {
      image: imageField,
      prompt: promptField,
      mask: z.enum(REGIONS).optional().describe('Limits the edit to one part of the picture.'),
      seed: seedField,
    },
    plan: ({ image, prompt, mask, seed }) => {
      const entry = entryOf(NAME, 'scene-edit');
      const source = loadPicture(image, shelf);
      const recipe = {
        ...source.recipe,
        model: entry.model,
        seed: seed ?? source.recipe.seed,
        edits: [...source.recipe.edits, { prompt, region: mask }],
      };
      return pictureWork(entry, prompt, { ...source, recipe });
    },
  });
}
