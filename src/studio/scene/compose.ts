import { drawCity } from './city.js';
import { drawFinish, drawForeground, strokeOf } from './finish.js';
import { drawForest } from './forest.js';
import { drawDraftLines, drawLabels } from './label.js';
import { drawDesert, drawMeadow, drawMountains } from './land.js';
import { applyEdit, readPrompt } from './reading.js';
import type { Reading, Region } from './reading.js';
import type { Recipe } from './recipe.js';
import { drawInterior, drawStudio } from './rooms.js';
import { fixed, group } from './shapes.js';
import { drawSky } from './sky.js';
import { makeStage } from './stage.js';
import type { Detail, Stage } from './stage.js';
import { drawSparkle, drawSubjects } from './subjects/draw.js';
import { drawSea } from './water.js';
import { drawWeather } from './weather.js';
import type { Place } from './words.js';

const DETAILS: Record<Recipe['tier'], Detail> = { budget: 0, standard: 1, premium: 2 };

const BACKDROPS: Record<Place, (stage: Stage) => string> = {
  meadow: drawMeadow,
  sea: drawSea,
  city: drawCity,
  mountain: drawMountains,
  forest: drawForest,
  desert: drawDesert,
  interior: drawInterior,
  studio: drawStudio,
};

function drawScene(stage: Stage): string {
  const indoors = stage.reading.place === 'interior' || stage.reading.place === 'studio';
  const parts = [
    indoors ? '' : drawSky(stage),
    BACKDROPS[stage.reading.place](stage),
    drawSubjects(stage),
    drawWeather(stage),
    drawForeground(stage),
  ];
  return group(parts.join(''), strokeOf(stage)) + drawFinish(stage);
}

/** A picture-sized mask with a soft edge towards the untouched part. */
function regionMask(stage: Stage, name: string, region: Region): string {
  const { width, height } = stage;
  const soft = '<stop offset="0.5" stop-color="#ffffff"/><stop offset="0.62" stop-color="#000000"/>';
  const direction = { left: '', right: 'x1="1" x2="0"', top: 'x2="0" y2="1"', bottom: 'x1="0" y1="1" x2="0" y2="0"' };
  const fade =
    region === 'centre'
      ? `<radialGradient id="${name}f">${soft}</radialGradient>`
      : `<linearGradient id="${name}f" ${direction[region]}>${soft}</linearGradient>`;
  const area = `<rect width="${fixed(width)}" height="${fixed(height)}" fill="url(#${name}f)"/>`;
  return `${fade}<mask id="${name}" maskUnits="userSpaceOnUse" x="0" y="0" width="${fixed(width)}" height="${fixed(height)}">${area}</mask>`;
}

interface Layers {
  stage: Stage;
  body: string;
  definitions: string;
}

/** Applies the edits one after another: whole-picture changes redraw the scene, regional ones lay a new part over it. */
function drawLayers(recipe: Recipe, time: number): Layers {
  const base = { aspect: recipe.width / recipe.height, layout: recipe.layout, detail: DETAILS[recipe.tier], time };
  const stageOf = (reading: Reading, prefix: string): Stage => makeStage({ ...base, reading, prefix });
  let reading = readPrompt(recipe.prompt, recipe.negativePrompt);
  let overlays: { reading: Reading; region: Region }[] = [];
  const sparkles: { region: Region | undefined; part: string }[] = [];
  for (const edit of recipe.edits) {
    const edited = applyEdit(reading, edit.prompt, edit.region);
    if (!edited.understood) sparkles.push({ region: edit.region, part: edit.prompt });
    if (edited.repainted && edit.region !== undefined) {
      overlays = [...overlays, { reading: edited.reading, region: edit.region }];
      reading = { ...reading, subjects: edited.reading.subjects };
    } else {
      reading = edited.reading;
    }
  }
  const stage = stageOf(reading, 'g');
  if (recipe.cutout) return { stage, body: drawCutout(stage), definitions: '' };
  let body = drawScene(stage);
  let definitions = '';
  overlays.forEach((overlay, index) => {
    const layer = stageOf({ ...overlay.reading, subjects: reading.subjects }, `o${index}g`);
    body += group(drawScene(layer), { mask: `url(#m${index})` });
    definitions += regionMask(layer, `m${index}`, overlay.region) + layer.definitions();
  });
  body += sparkles.map((sparkle) => drawSparkle(stage, sparkle.region, sparkle.part)).join('');
  return { stage, body, definitions };
}

/** Only the subjects, larger than in the scene; a scene without a subject keeps a round piece of itself. */
function drawCutout(stage: Stage): string {
  if (stage.reading.subjects.length > 0) return group(drawSubjects(stage), strokeOf(stage));
  const { width, height } = stage;
  const name = 'cut';
  const hole = `<clipPath id="${name}"><circle cx="${fixed(width / 2)}" cy="${fixed(height / 2)}" r="430"/></clipPath>`;
  return `${hole}${group(drawScene(stage), { 'clip-path': `url(#${name})` })}`;
}

/** Draws a recipe as an SVG document of the recipe's size in pixels; `time` (0..1) is the place in the animation loop. */
export function composeSvg(recipe: Recipe, time = 0): string {
  const { stage, body, definitions } = drawLayers(recipe, time);
  const { width, height } = stage;
  const draft = recipe.tier === 'budget';
  const caption = [recipe.prompt, ...recipe.edits.map((edit) => edit.prompt)].join(' → ');
  const origin = `demo render · ${recipe.model} · seed ${recipe.seed}`;
  const marks =
    (draft && !recipe.cutout ? drawDraftLines(stage) : '') +
    drawLabels(stage, { caption, origin, draft, bare: recipe.cutout }, Math.min(recipe.width, recipe.height));
  // A slow push towards the subject gives the animation its camera.
  const zoom = 1.02 - 0.02 * Math.cos(2 * Math.PI * time);
  const camera =
    time === 0
      ? ''
      : ` transform="translate(${fixed((width * (1 - zoom)) / 2)} ${fixed((height * (1 - zoom)) / 2)}) scale(${zoom.toFixed(4)})"`;
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" width="${recipe.width}" height="${recipe.height}" viewBox="0 0 ${fixed(width)} ${fixed(height)}">`;
  return `${opening}<defs>${stage.definitions()}${definitions}</defs><g${camera}>${body}</g>${marks}</svg>`;
}
