import { describe, expect, it } from 'vitest';
import { insertChunks, readChunks } from '../../../src/studio/png/chunks.js';
import { renderSvg } from '../../../src/studio/png/render.js';
import { embedRecipe, readRecipe } from '../../../src/studio/png/text.js';
import { newRecipe } from '../../../src/studio/scene/recipe.js';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><rect width="9" height="9"/></svg>';
const recipe = newRecipe({ prompt: 'café «海» 🐈', seed: 3, model: 'sdxl', tier: 'standard', width: 16, height: 16 });

describe('embedRecipe and readRecipe', () => {
  it('bring a recipe back from the picture, whatever its letters', async () => {
    expect(readRecipe(embedRecipe(await renderSvg(SQUARE), recipe))).toEqual(recipe);
  });

  it('say in the file that it is a demo render', async () => {
    const chunks = readChunks(embedRecipe(await renderSvg(SQUARE), recipe));
    expect(chunks.map((chunk) => Buffer.from(chunk.data).toString('latin1'))).toContainEqual(
      expect.stringContaining('demo render'),
    );
  });

  it('find nothing in a picture from elsewhere', async () => {
    expect(readRecipe(await renderSvg(SQUARE))).toBeUndefined();
  });

  it('refuse a recipe that asks for an enormous picture', async () => {
    const data = Buffer.from(`greenlight-studio\0${JSON.stringify({ ...recipe, width: 9_000_000 })}`);
    const forged = insertChunks(await renderSvg(SQUARE), [{ type: 'tEXt', data }]);
    expect(readRecipe(forged)).toBeUndefined();
  });
});
