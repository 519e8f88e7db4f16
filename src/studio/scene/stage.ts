import type { Palette } from './palette.js';
import { paletteFor } from './palette.js';
import type { Random } from './random.js';
import { randomFrom } from './random.js';
import type { Reading } from './reading.js';

/** How much is drawn: 0 draft, 1 full scene, 2 with depth layers, glow and grain. */
export type Detail = 0 | 1 | 2;

/** Where one scene is drawn; lengths are in units, the picture's shorter side being 1,000 units. */
export interface Stage {
  width: number;
  height: number;
  /** Y of the horizon. */
  horizon: number;
  reading: Reading;
  palette: Palette;
  detail: Detail;
  /** Place in the animation loop, 0 to 1; 0 in a still. */
  time: number;
  /** The random stream of a named part: adding one part never moves another. */
  random(part: string): Random;
  /** A vertical gradient fill; stops run from top to bottom. */
  vertical(...stops: GradientStop[]): string;
  /** A gradient fill from the centre outward. */
  radial(...stops: GradientStop[]): string;
  /** The definitions that the gradients made so far need. */
  definitions(): string;
}

/** One gradient stop: offset 0..1, colour, opacity 0..1 (1 when left out). */
export type GradientStop = [offset: number, colour: string, opacity?: number];

/** What a stage is made from. */
export interface StageOptions {
  /** Width ÷ height of the picture. */
  aspect: number;
  reading: Reading;
  /** Key of the layout: the same key gives the same arrangement at any size, tier or light. */
  layout: string;
  detail: Detail;
  time: number;
  /** Prefix of definition names, so that two stages can share one document. */
  prefix: string;
}

const HORIZONS = {
  city: 0.7,
  mountain: 0.66,
  sea: 0.58,
  forest: 0.7,
  desert: 0.6,
  meadow: 0.6,
  interior: 0.7,
  studio: 0.68,
};

/** Sets up the stage of one scene. */
export function makeStage(options: StageOptions): Stage {
  const { aspect, reading, layout, detail, time, prefix } = options;
  const width = aspect >= 1 ? 1000 * aspect : 1000;
  const height = aspect >= 1 ? 1000 : 1000 / aspect;
  const random = (part: string): Random => randomFrom(`${layout}/${part}`);
  const known = new Map<string, string>();
  const definitions: string[] = [];
  const define = (kind: 'linear' | 'radial', stops: GradientStop[]): string => {
    const body = stops
      .map(([at, colour, opacity]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity ?? 1}"/>`)
      .join('');
    const key = kind + body;
    const name = known.get(key) ?? `${prefix}${known.size}`;
    if (!known.has(key)) {
      known.set(key, name);
      const opening = kind === 'linear' ? `linearGradient id="${name}" x2="0" y2="1"` : `radialGradient id="${name}"`;
      definitions.push(`<${opening}>${body}</${kind}Gradient>`);
    }
    return `url(#${name})`;
  };
  return {
    width,
    height,
    horizon: height * (HORIZONS[reading.place] + random('horizon').between(-0.04, 0.04)),
    reading,
    palette: paletteFor(reading, random('palette')),
    detail,
    time,
    random,
    vertical: (...stops) => define('linear', stops),
    radial: (...stops) => define('radial', stops),
    definitions: () => definitions.join(''),
  };
}

/** A full swing of the animation loop: -1..1, `turns` times a loop, starting at `offset` of a turn. */
export function swing(stage: Stage, turns = 1, offset = 0): number {
  return Math.sin(2 * Math.PI * (stage.time * turns + offset));
}
