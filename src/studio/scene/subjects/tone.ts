import type { Detail, Stage } from '../stage.js';
import { darker, lighter } from '../colour.js';

/**
 * The colours a subject is drawn with. A subject is drawn about the middle of its foot at (0, 0), upward (negative y),
 * about 100 units tall.
 */
export interface Tone {
  main: string;
  dark: string;
  light: string;
  /** Colour of lamps and windows. */
  lit: string;
  /** True when lamps are on. */
  night: boolean;
  detail: Detail;
  /** Swing of the animation loop, -1..1. */
  beat: number;
  /** Puts a fixed colour into the scene's light. */
  of(colour: string): string;
  /** A soft round glow fill of the lamp colour. */
  glow: string;
}

/** One drawing. */
export type Drawing = (tone: Tone) => string;

/** Makes the colours for a subject whose own colour is given. */
export function toneOf(stage: Stage, colour: string, beat: number): Tone {
  const main = stage.palette.hero(colour);
  const { lit } = stage.palette;
  const night = stage.reading.daytime === 'night' || stage.reading.daytime === 'dusk' || stage.reading.style === 'neon';
  return {
    main,
    dark: darker(main, 0.3),
    light: lighter(main, 0.32),
    lit: night ? lit : stage.palette.hero('#9fc4dc'),
    night,
    detail: stage.detail,
    beat,
    of: (fixedColour) => stage.palette.hero(fixedColour),
    glow: stage.radial([0, lit, 0.8], [0.4, lit, 0.25], [1, lit, 0]),
  };
}
