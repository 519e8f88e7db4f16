import { z } from 'zod';
import { entryOf, modelsOf, priceLine } from '../catalog.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { drawPicture } from '../picture.js';
import { imagePrice } from '../pricing.js';
import { newRecipe } from '../scene/recipe.js';
import { HONESTY, SEED_LIMIT, promptField, seedField, seedOf } from './shared.js';

const NAME = 'text_to_image';
const MODELS = modelsOf(NAME).map((entry) => entry.model);

function side(): z.ZodDefault<z.ZodNumber> {
  return z.number().int().min(256).max(2048).multipleOf(8).default(1024);
}

/** Draws one to eight pictures from a prompt. */
export function textToImage(): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Text to image',
    description: `${HONESTY} Makes images from a prompt. Price: ${priceLine(NAME)}; double above 1024×1024 pixels. qwen-image gives drafts, flux-2-pro and nano-banana-pro finished pictures.`,
    shape: {
      prompt: promptField,
      negative_prompt: z.string().max(2000).optional().describe('What must not be in the picture.'),
      model: z.enum(MODELS).default('flux-2-dev').describe('Which model to pay for.'),
      width: side().describe('Width in pixels, a multiple of 8.'),
      height: side().describe('Height in pixels, a multiple of 8.'),
      count: z.number().int().min(1).max(8).default(1).describe('How many pictures; each is paid for.'),
      seed: seedField,
    },
    plan: (values) => {
      const { prompt, model, width, height, count } = values;
      const entry = entryOf(NAME, model);
      const first = seedOf(values.seed, prompt);
      const pictures = Array.from({ length: count }, (_, index) => ({
        recipe: newRecipe({
          prompt,
          negativePrompt: values.negative_prompt,
          seed: (first + index) % (SEED_LIMIT + 1),
          model,
          tier: entry.tier,
          width,
          height,
        }),
      }));
      return {
        entry,
        credits: imagePrice(entry, width, height, count),
        prompt,
        pace: 'image',
        make: () => Promise.all(pictures.map(drawPicture)),
      };
    },
  });
}
