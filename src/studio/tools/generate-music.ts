import { z } from 'zod';
import { entryOf, modelsOf, priceLine } from '../catalog.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { renderMusic } from '../sound/music.js';
import { moodOf } from '../sound/score.js';
import { encodeWav } from '../sound/wav.js';
import { HONESTY, promptField, seedField, seedOf } from './shared.js';

const NAME = 'generate_music';
const MODELS = modelsOf(NAME).map((entry) => entry.model);

/** Composes and plays a short piece. */
export function generateMusic(): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Generate music',
    description: `${HONESTY} Composes a short piece whose mood follows the prompt (WAV). Price: ${priceLine(NAME)}.`,
    shape: {
      prompt: promptField,
      seconds: z.number().min(5).max(30).default(10).describe('Length of the piece.'),
      model: z.enum(MODELS).default('music-1.5').describe('Which model to pay for.'),
      seed: seedField,
    },
    plan: ({ prompt, seconds, model, seed }) => {
      const entry = entryOf(NAME, model);
      const chosen = seedOf(seed, prompt);
      const make = async () => {
        const summary = `${seconds} s, ${moodOf(prompt).name}, seed ${chosen}`;
        return [{ bytes: encodeWav(renderMusic(prompt, chosen, seconds)), mimeType: 'audio/wav' as const, summary }];
      };
      return { entry, credits: entry.credits, prompt, pace: 'audio', make };
    },
  });
}
