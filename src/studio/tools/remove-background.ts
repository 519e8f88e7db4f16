import { entryOf, priceLine } from '../catalog.js';
import type { MediaShelf } from '../media.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { loadPicture } from '../picture.js';
import { pictureWork } from './picture-work.js';
import { HONESTY, imageField } from './shared.js';

const NAME = 'remove_background';

/** Leaves only the subject of a picture, on transparency. */
export function removeBackground(shelf: MediaShelf): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Remove background',
    description: `${HONESTY} Cuts the subject of an image out onto transparency. Price: ${priceLine(NAME)}.`,
    shape: { image: imageField },
    plan: ({ image }) => {
      const entry = entryOf(NAME, 'scene-cutout');
      const source = loadPicture(image, shelf);
      const recipe = { ...source.recipe, model: entry.model, cutout: true };
      const prompt = 'remove the background';
      return pictureWork(entry, prompt, { ...source, recipe });
    },
  });
}
