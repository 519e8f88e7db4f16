import { drawLabels } from './label.js';
import { applyEdit, readPrompt } from './reading.js';
import type { Recipe } from './recipe.js';
import { fixed, group, rectangle } from './shapes.js';
import { makeStage } from './stage.js';
import type { Stage } from './stage.js';
import { drawSparkle, drawSubjects } from './subjects/draw.js';
import { drawWeather } from './weather.js';
import type { Daytime } from './words.js';

/** Pixels from outside: a data URI with the size of the image in it. */
export interface RasterSource {
  href: string;
  width: number;
  height: number;
}

/** The veil that changes the light of a picture whose scene is not known. */
const VEILS: Record<Daytime, [colour: string, opacity: number]> = {
  dawn: ['#ffb9a0', 0.24],
  day: ['#bfe3ff', 0.16],
  golden: ['#ffb347', 0.28],
  sunset: ['#d9406b', 0.34],
  dusk: ['#3a2f78', 0.46],
  night: ['#060b26', 0.62],
  overcast: ['#76838f', 0.34],
};

function image(stage: Stage, source: RasterSource, fit: 'slice' | 'meet', opacity = 1): string {
  const size = `width="${fixed(stage.width)}" height="${fixed(stage.height)}"`;
  return `<image ${size} preserveAspectRatio="xMidYMid ${fit}" opacity="${opacity}" href="${source.href}"/>`;
}

function drawEdits(recipe: Recipe, stageOf: (reading: Stage['reading']) => Stage): string {
  const before = readPrompt('');
  return recipe.edits
    .map((edit) => {
      const { reading, understood } = applyEdit(before, edit.prompt, edit.region);
      const stage = stageOf(reading);
      const [colour, opacity] = VEILS[reading.daytime];
      const relit = reading.daytime !== before.daytime;
      const veil = relit ? rectangle(0, 0, stage.width, stage.height, colour, { opacity }) : '';
      const mark = understood ? '' : drawSparkle(stage, edit.region, edit.prompt);
      const drawn = drawSubjects(stage) + drawWeather(stage) + mark;
      return veil + drawn + `<defs>${stage.definitions()}</defs>`;
    })
    .join('');
}

/** Draws a picture that starts from foreign pixels: fitted to the recipe's size, with its edits laid over it. */
export function composeRaster(recipe: Recipe, source: RasterSource, time = 0): string {
  let count = 0;
  const stageOf = (reading: Stage['reading']): Stage => {
    const base = { aspect: recipe.width / recipe.height, layout: recipe.layout, detail: 1 as const, time };
    return makeStage({ ...base, reading, prefix: `r${count++}g` });
  };
  const stage = stageOf(readPrompt(''));
  const { width, height } = stage;
  const same = Math.abs(recipe.width / recipe.height - source.width / source.height) < 0.01;
  // A new shape keeps the whole picture and continues it outward with its own enlarged colours.
  const surround = same ? '' : image(stage, source, 'slice', 0.5);
  const zoom = 1 + 0.04 * (1 - Math.cos(2 * Math.PI * time));
  const camera = `translate(${fixed((width * (1 - zoom)) / 2)} ${fixed((height * (1 - zoom)) / 2)}) scale(${zoom.toFixed(4)})`;
  let body = group(surround + image(stage, source, 'meet') + drawEdits(recipe, stageOf), { transform: camera });
  if (recipe.cutout) {
    const fade = stage.radial([0.72, '#ffffff'], [0.8, '#000000']);
    const area = rectangle(0, 0, width, height, fade);
    body = `<mask id="cut" maskUnits="userSpaceOnUse" x="0" y="0" width="${fixed(width)}" height="${fixed(height)}">${area}</mask>${group(body, { mask: 'url(#cut)' })}`;
  }
  const origin = `demo render · ${recipe.model} · seed ${recipe.seed}`;
  const caption = recipe.edits.map((edit) => edit.prompt).join(' → ');
  const labels = drawLabels(
    stage,
    { caption, origin, draft: false, bare: recipe.cutout },
    Math.min(recipe.width, recipe.height),
  );
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" width="${recipe.width}" height="${recipe.height}" viewBox="0 0 ${fixed(width)} ${fixed(height)}">`;
  const paper = recipe.cutout || same ? '' : rectangle(0, 0, width, height, '#e8e4dd');
  return `${opening}<defs>${stage.definitions()}</defs>${paper}${body}${labels}</svg>`;
}
