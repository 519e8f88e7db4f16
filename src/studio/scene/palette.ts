import { darker, grey, mix, turnHue } from './colour.js';
import type { Random } from './random.js';
import type { Reading } from './reading.js';
import type { Daytime, Place, Style } from './words.js';

/** The colours of one scene. */
export interface Palette {
  /** Sky from top to horizon. */
  sky: [top: string, middle: string, low: string];
  /** Sun or moon. */
  sun: string;
  /** Colour that far things fade into. */
  haze: string;
  /** Colour of lit windows, lamps and beams. */
  lit: string;
  /** Outline colour. */
  ink: string;
  /** Paper of the drawn styles. */
  paper: string;
  /** The hero colour when the prompt names none. */
  accent: string;
  /** Puts a local colour into the light and style of the scene; distance 0 (near) to 1 (horizon) adds haze. */
  tone(colour: string, distance?: number): string;
  /** Like `tone`, for the subject itself, which is never lost in the dark. */
  hero(colour: string): string;
  /** The ground colour at a distance. */
  land(distance: number): string;
}

interface Light {
  sky: [string, string, string];
  sun: string;
  haze: string;
  shade: string;
  /** How much of the local colour the shade takes, 0..1. */
  dim: number;
}

const LIGHTS: Record<Daytime, Light> = {
  dawn: { sky: ['#43599a', '#cf93b4', '#ffdab2'], sun: '#fff4d8', haze: '#efc3bb', shade: '#4a4070', dim: 0.3 },
  day: { sky: ['#2a7fd0', '#78bdec', '#e2f3fb'], sun: '#fffdf0', haze: '#cde6f4', shade: '#1f4468', dim: 0.06 },
  golden: { sky: ['#4f7fb8', '#f0bd7c', '#ffe9b5'], sun: '#fff7da', haze: '#f5cf98', shade: '#5e3d2c', dim: 0.22 },
  sunset: { sky: ['#2c2a62', '#cc4f72', '#ffad67'], sun: '#ffe9b0', haze: '#e98a80', shade: '#2c1f48', dim: 0.45 },
  dusk: { sky: ['#131a44', '#4d437f', '#e59a97'], sun: '#ffe6cf', haze: '#a06f92', shade: '#171534', dim: 0.55 },
  night: { sky: ['#060a1f', '#12224f', '#34568f'], sun: '#f6f3e2', haze: '#2c4577', shade: '#070c20', dim: 0.66 },
  overcast: { sky: ['#6f7f8e', '#a3b1bc', '#dbe2e5'], sun: '#f3f5f4', haze: '#c3cdd3', shade: '#2f3b47', dim: 0.22 },
};

const LANDS: Record<Place, string> = {
  meadow: '#62a653',
  sea: '#4c7d70',
  city: '#566684',
  mountain: '#64799a',
  forest: '#2e7554',
  desert: '#d99b56',
  interior: '#b98b62',
  studio: '#cfc4bb',
};

const ACCENTS: [string, ...string[]] = ['#e2574c', '#f0a23b', '#3f8fc4', '#4aa37c', '#8a64b8', '#e07a9b', '#d9c04a'];

const STYLE_TONES: Record<Style, (colour: string) => string> = {
  plain: (colour) => colour,
  watercolor: (colour) => mix(mix(colour, grey(colour), 0.12), '#fdf7ea', 0.3),
  minimal: (colour) => mix(mix(colour, grey(colour), 0.25), '#f7f2ea', 0.12),
  neon: (colour) => mix(colour, '#12062e', 0.58),
  vintage: (colour) => mix(mix(colour, '#b08a5b', 0.4), '#f1e0bd', 0.14),
  lineart: (colour) => mix(colour, '#fbf7ee', 0.88),
  noir: (colour) => grey(mix(colour, '#0d0f14', 0.22)),
};

const NEON_SKY: [string, string, string] = ['#0a0324', '#3a0d6b', '#ff3d9a'];

/** Chooses the colours of a scene from its reading; the random stream turns the hues a little. */
export function paletteFor(reading: Reading, random: Random): Palette {
  const light = LIGHTS[reading.daytime];
  const turn = random.between(-13, 13);
  const style = STYLE_TONES[reading.style];
  const neon = reading.style === 'neon';
  const restyle = (colour: string): string => style(turnHue(colour, turn));
  const snow = reading.weather === 'snow';
  const ground = turnHue(snow ? mix(LANDS[reading.place], '#f3f7fb', 0.72) : LANDS[reading.place], turn * 0.6);
  const stormy = reading.weather === 'storm' || reading.weather === 'rain' ? 0.3 : 0;
  const [top, middle, low] = neon ? NEON_SKY : light.sky;
  const sky = (colour: string): string => {
    const weathered = mix(colour, '#56636f', stormy);
    return neon ? turnHue(weathered, turn) : restyle(weathered);
  };
  const haze = neon ? '#7a1f8f' : light.haze;
  // Rooms are lit from within, and desert air is dry: less shade in the one, less haze in the other.
  const indoors = reading.place === 'interior' || reading.place === 'studio';
  const dim = indoors ? light.dim * 0.45 : light.dim;
  const clarity = reading.place === 'desert' ? 0.42 : 0.72;
  const tone = (colour: string, distance = 0): string =>
    style(mix(mix(colour, light.shade, dim), haze, distance * clarity));
  return {
    sky: [sky(top), sky(middle), sky(low)],
    sun: neon ? '#ffd45e' : style(light.sun),
    haze: neon ? haze : restyle(haze),
    lit: reading.style === 'lineart' ? '#fff6d8' : reading.style === 'noir' ? '#f1f1ee' : '#ffdc86',
    ink: reading.style === 'neon' ? '#33f0ff' : darker(tone(ground), 0.7),
    paper: reading.style === 'vintage' ? '#f0e2c4' : '#fcf8ef',
    accent: random.pick(ACCENTS),
    tone,
    hero: (colour) => style(mix(colour, light.shade, dim * 0.55)),
    land: (distance) => tone(ground, distance),
  };
}
