import { z } from 'zod';

/** A part of a picture. */
export const REGIONS = ['left', 'right', 'top', 'bottom', 'centre'] as const;

/** The longest side that is drawn, in pixels. */
export const SIDE_LIMIT = 4096;

/** One edit made to a picture. */
const editSchema = z.object({ prompt: z.string().max(2000), region: z.enum(REGIONS).optional() });

/** Everything needed to draw a picture again: it travels inside the PNG, so that edits start from the scene itself. */
export const recipeSchema = z.object({
  prompt: z.string(),
  negativePrompt: z.string(),
  /** Key of the layout; shared by every size, tier and edit of the same picture. */
  layout: z.string(),
  seed: z.number().int(),
  model: z.string(),
  tier: z.enum(['budget', 'standard', 'premium']),
  width: z.number().int().min(16).max(SIDE_LIMIT),
  height: z.number().int().min(16).max(SIDE_LIMIT),
  edits: z.array(editSchema).max(50),
  /** True when only the subjects are drawn, on nothing. */
  cutout: z.boolean(),
});

/** A picture as instructions. */
export type Recipe = z.infer<typeof recipeSchema>;

/** What a new picture is described by. */
export interface NewRecipe {
  prompt: string;
  negativePrompt?: string | undefined;
  seed: number;
  model: string;
  tier: Recipe['tier'];
  width: number;
  height: number;
}

/** Starts the recipe of a new picture; words and seed fix the layout, size and tier do not. */
export function newRecipe(options: NewRecipe): Recipe {
  const words = options.prompt.toLowerCase().replace(/\s+/g, ' ').trim();
  return {
    ...options,
    negativePrompt: options.negativePrompt ?? '',
    layout: `${options.seed}:${words}`,
    edits: [],
    cutout: false,
  };
}
