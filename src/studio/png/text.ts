import { insertChunks, readChunks } from './chunks.js';
import type { Recipe } from '../scene/recipe.js';
import { recipeSchema } from '../scene/recipe.js';

const KEYWORD = 'greenlight-studio';

/** Adds to a PNG that it is a demo render, and the recipe it was drawn from. */
export function embedRecipe(png: Uint8Array, recipe: Recipe): Uint8Array {
  // Text chunks are Latin-1: everything beyond ASCII is written as JSON escapes.
  const json = JSON.stringify(recipe).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return insertChunks(png, [
    { type: 'tEXt', data: Buffer.from('Software\0Greenlight demo studio (procedural demo render)', 'latin1') },
    { type: 'tEXt', data: Buffer.from(`${KEYWORD}\0${json}`, 'latin1') },
  ]);
}

/** The recipe inside a PNG of this studio, if there is one that can be read. */
export function readRecipe(png: Uint8Array): Recipe | undefined {
  for (const chunk of readChunks(png)) {
    const text = chunk.type === 'tEXt' ? Buffer.from(chunk.data).toString('latin1') : '';
    if (!text.startsWith(`${KEYWORD}\0`)) continue;
    try {
      return recipeSchema.parse(JSON.parse(text.slice(KEYWORD.length + 1)));
    } catch {
      return undefined;
    }
  }
  return undefined;
}
