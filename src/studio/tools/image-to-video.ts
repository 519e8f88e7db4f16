import { z } from 'zod';
import { entryOf, modelsOf, priceLine } from '../catalog.js';
import type { MediaShelf, Product } from '../media.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { loadPicture, pictureSvg } from '../picture.js';
import type { Picture } from '../picture.js';
import { encodeApng } from '../png/apng.js';
import { renderSvg } from '../png/render.js';
import { clipPrice } from '../pricing.js';
import { newRecipe } from '../scene/recipe.js';
import { HONESTY, imageField, promptField, seedField, seedOf } from './shared.js';

const NAME = 'image_to_video';
const MODELS = modelsOf(NAME).map((entry) => entry.model);
const WIDTH = 480;
const FRAMES = { budget: 8, standard: 10, premium: 12 } as const;

/** Draws the frames one after another, so that other calls get their turn between them. */
async function animate(picture: Picture, frameCount: number, seconds: number, summary: string): Promise<Product> {
  const frames: Uint8Array[] = [];
  for (let index = 0; index < frameCount; index += 1) {
    // Half a step off, so that no frame is the still (time 0) and the camera keeps moving.
    frames.push(await renderSvg(pictureSvg(picture, (index + 0.5) / frameCount)));
  }
  const delayMs = Math.round((seconds * 1000) / frameCount);
  return { bytes: encodeApng(frames, delayMs), mimeType: 'image/apng', summary };
}

/** Animates a scene or a picture as a short loop. */
export function imageToVideo(shelf: MediaShelf): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Image to video',
    description: `${HONESTY} Animates a prompt or an image as a short looping clip (APNG, ${WIDTH} pixels wide, silent even when audio is paid for). Price: ${priceLine(NAME)}; double above 5 s, plus 50 % with audio. mode "job" answers with a job_id for job_status.`,
    shape: {
      prompt: promptField,
      image: imageField.optional(),
      model: z.enum(MODELS).default('wan-2.5-fast').describe('Which model to pay for.'),
      seconds: z.number().min(2).max(10).default(4).describe('Length of the clip.'),
      audio: z.boolean().default(false).describe('Pay for sound as well.'),
      mode: z.enum(['wait', 'job']).default('wait').describe('Wait for the clip, or get a job_id at once.'),
      seed: seedField,
    },
    plan: ({ prompt, image, model, seconds, audio, mode, seed }) => {
      const entry = entryOf(NAME, model);
      const chosen = seedOf(seed, prompt);
      const scene = newRecipe({ prompt, seed: chosen, model, tier: entry.tier, width: WIDTH, height: 272 });
      const source: Picture = image === undefined ? { recipe: scene } : loadPicture(image, shelf);
      const height = Math.max(64, Math.round((WIDTH * source.recipe.height) / source.recipe.width / 8) * 8);
      const recipe = { ...source.recipe, model, tier: entry.tier, width: WIDTH, height };
      const summary = `${WIDTH} × ${height}, ${seconds} s, seed ${recipe.seed}`;
      return {
        entry,
        credits: clipPrice(entry, seconds, audio),
        prompt,
        pace: 'video',
        job: mode === 'job',
        make: async () => [await animate({ ...source, recipe }, FRAMES[entry.tier], seconds, summary)],
      };
    },
  });
}
