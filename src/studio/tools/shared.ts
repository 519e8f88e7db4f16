import { z } from 'zod';
import { hashText } from '../scene/random.js';

/** The largest seed; seeds are whole numbers from 0. */
export const SEED_LIMIT = 2_147_483_647;

/** The prompt argument. */
export const promptField = z.string().trim().min(1).max(2000).describe('What to make, in plain words.');

/** The seed argument. */
export const seedField = z
  .number()
  .int()
  .min(0)
  .max(SEED_LIMIT)
  .optional()
  .describe('Same words and seed give the same result. Derived from the words when left out.');

/** The source image argument. */
export const imageField = z
  .string()
  .min(1)
  .max(4096)
  .describe('Source image: a path, a file:// URI (PNG or JPEG) or the asset id of an earlier result.');

/** The seed of a call: the one given, or one that follows from its words. */
export function seedOf(given: number | undefined, words: string): number {
  return given ?? hashText(words) % 1_000_000;
}

/** What every description begins with. */
export const HONESTY = 'Demo renderer (procedural drawing, pretend credits).';
