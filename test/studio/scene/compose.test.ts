import { describe, expect, it } from 'vitest';
import { pngSize } from '../../../src/studio/png/chunks.js';
import { renderSvg } from '../../../src/studio/png/render.js';
import { composeSvg } from '../../../src/studio/scene/compose.js';
import { newRecipe } from '../../../src/studio/scene/recipe.js';
import type { NewRecipe } from '../../../src/studio/scene/recipe.js';
import { PLACES, STYLES, SUBJECTS } from '../../../src/studio/scene/words.js';

function recipe(changes: Partial<NewRecipe> = {}) {
  return newRecipe({
    prompt: 'a lighthouse on the coast at sunset',
    seed: 7,
    model: 'flux-2-dev',
    tier: 'standard',
    width: 256,
    height: 256,
    ...changes,
  });
}

const png = (changes: Partial<NewRecipe> = {}) => renderSvg(composeSvg(recipe(changes)));

describe('composeSvg', () => {
  it('draws the same bytes for the same words and seed', async () => {
    expect(await png()).toEqual(await png());
  });

  it.each([
    ['prompt', { prompt: 'a lighthouse on the coast at night' }],
    ['negative prompt', { negativePrompt: 'lighthouse' }],
    ['seed', { seed: 8 }],
    ['size', { width: 320 }],
    ['tier', { tier: 'premium' }],
    ['model', { model: 'sdxl' }],
  ] as const)('draws other bytes for another %s', async (_name, changes) => {
    expect(await png(changes)).not.toEqual(await png());
  });

  it('differs by seed in the scene itself, not only in the label', () => {
    const scene = (seed: number) => composeSvg(recipe({ seed })).replaceAll(`seed ${seed}`, 'seed');
    expect(scene(1)).not.toBe(scene(2));
  });

  it('renders the asked size in pixels', async () => {
    expect(pngSize(await png({ width: 512, height: 264 }))).toEqual({ width: 512, height: 264 });
  });

  it('draws more the higher the tier', () => {
    const lengths = (['budget', 'standard', 'premium'] as const).map((tier) => composeSvg(recipe({ tier })).length);
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
    expect(new Set(lengths).size).toBe(3);
  });

  it('marks drafts, and only drafts, as drafts', () => {
    expect(composeSvg(recipe({ tier: 'budget' }))).toContain('>draft<');
    expect(composeSvg(recipe())).not.toContain('>draft<');
  });

  it('says on the picture that it is a demo render, with model and seed', () => {
    expect(composeSvg(recipe())).toContain('demo render · flux-2-dev · seed 7');
  });

  it('escapes markup in the prompt', () => {
    expect(composeSvg(recipe({ prompt: '<script>&"' }))).not.toContain('<script>');
  });

  it('draws every place, style and subject differently and without a hole in the markup', () => {
    const rows: readonly (readonly [string, RegExp])[] = [...PLACES, ...STYLES, ...SUBJECTS];
    const drawings = rows.map(([name]) => composeSvg(recipe({ prompt: name === 'lineart' ? 'line art' : name })));
    expect(new Set(drawings).size).toBe(rows.length);
    for (const drawing of drawings) expect(drawing).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('moves from frame to frame of an animation', () => {
    expect(composeSvg(recipe(), 0.25)).not.toBe(composeSvg(recipe(), 0.75));
  });

  it('keeps the rest of the scene when an edit adds a subject', () => {
    const before = composeSvg(recipe());
    const edited = composeSvg({ ...recipe(), edits: [{ prompt: 'add a red boat', region: 'right' }] });
    const groups = (svg: string) => new Set(svg.match(/<g transform="[^"]+">.*?<\/g>/g));
    const kept = [...groups(before)].filter((markup) => groups(edited).has(markup));
    expect(kept).toHaveLength(groups(before).size);
    expect(groups(edited).size).toBeGreaterThan(groups(before).size);
  });

  it('limits a change of light to the masked region', () => {
    const svg = composeSvg({ ...recipe(), edits: [{ prompt: 'make it a starry night', region: 'left' }] });
    expect(svg).toContain('<mask id="m0"');
    expect(composeSvg({ ...recipe(), edits: [{ prompt: 'make it a starry night' }] })).not.toContain('<mask');
  });

  it('changes the picture even when it understands no word of an edit', () => {
    const edited = composeSvg({ ...recipe(), edits: [{ prompt: 'xyzzy' }] });
    expect(edited.length).toBeGreaterThan(composeSvg(recipe()).length);
  });

  it('leaves only the subject of a cut-out', async () => {
    const cutout = composeSvg({ ...recipe(), cutout: true });
    expect(cutout.length).toBeLessThan(composeSvg(recipe()).length / 2);
    expect(cutout).toContain('demo render');
  });
});
