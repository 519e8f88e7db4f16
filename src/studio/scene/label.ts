import { escapeText, fixed, group, path, rectangle } from './shapes.js';
import type { Stage } from './stage.js';

/** The texts that are written on a picture. */
export interface Labels {
  /** The prompt, shown in the lower left corner and cut to fit. */
  caption: string;
  /** Honest origin line for the lower right corner. */
  origin: string;
  /** True for draft pictures, which carry a small mark. */
  draft: boolean;
  /** True on transparency: no shade and no caption, only the origin line. */
  bare?: boolean | undefined;
}

/** Mean width of a letter as a share of the font size, measured generously so that text never overflows. */
const LETTER = 0.54;

function text(x: number, y: number, size: number, content: string, more: string, ink = '#ffffff'): string {
  const font = `font-family="Figtree Medium, Figtree" font-size="${fixed(size)}"`;
  return `<text x="${fixed(x)}" y="${fixed(y)}" ${font} fill="${ink}" ${more}>${escapeText(content)}</text>`;
}

/** A text on one line, cut to a number of characters. */
export function shorten(content: string, limit: number): string {
  const clean = content.replace(/\s+/g, ' ').trim();
  return clean.length <= limit ? clean : `${clean.slice(0, Math.max(1, limit - 1)).trimEnd()}…`;
}

/** Draws caption, origin line and, on drafts, the draft mark. `pixels` is the length of the shorter side in pixels. */
export function drawLabels(stage: Stage, labels: Labels, pixels: number): string {
  const { width, height } = stage;
  // Small pictures need relatively larger letters: never under 9 pixels.
  const size = Math.max(18.5, 9000 / pixels);
  const pad = size * 1.1;
  const originWidth = labels.origin.length * size * LETTER;
  const room = Math.floor((width - originWidth - 3.5 * pad) / (size * LETTER));
  // The drawn styles leave a paper edge: dark letters on it, light letters on a shade everywhere else.
  const paper = ['watercolor', 'lineart', 'vintage'].includes(stage.reading.style);
  const ink = labels.bare === true ? '#7a8290' : paper ? '#3a342c' : '#ffffff';
  const shade = stage.vertical([0, '#04060d', 0], [1, '#04060d', 0.62]);
  const line = height - (paper ? size * 0.45 : pad);
  const origin = shorten(labels.origin, Math.floor(width / (size * LETTER)));
  const parts = [
    paper || labels.bare === true ? '' : rectangle(0, height - size * 3.6, width, size * 3.6, shade),
    text(width - pad, line, size, origin, 'text-anchor="end" opacity="0.8"', ink),
  ];
  if (room > 12 && labels.bare !== true) {
    parts.push(text(pad, line, size, shorten(labels.caption, room), 'opacity="0.95"', ink));
  }
  if (labels.draft) parts.push(draftMark(pad, size));
  return group(parts.join(''), { stroke: 'none' });
}

function draftMark(pad: number, size: number): string {
  const width = size * 4.2;
  const plate = rectangle(pad, pad, width, size * 1.9, '#04060d', { rx: size * 0.95, opacity: 0.42 });
  return plate + text(pad + width / 2, pad + size * 1.3, size, 'draft', 'text-anchor="middle" opacity="0.92"');
}

/** Thin diagonal lines over a draft, so that it is never taken for a finished picture. */
export function drawDraftLines(stage: Stage): string {
  let data = '';
  const reach = stage.width + stage.height;
  for (let at = 0; at < reach; at += 150) data += `M${fixed(at)} 0L${fixed(at - stage.height)} ${fixed(stage.height)}`;
  return path(data, 'none', { stroke: '#ffffff', 'stroke-width': 1.5, opacity: 0.14 });
}
