import { mix } from './colour.js';
import { circle, fixed, group, line, path, polyline, rectangle } from './shapes.js';
import type { Point } from './shapes.js';
import type { Stage } from './stage.js';
import { drawGrain } from './weather.js';

function vignette(stage: Stage, strength: number): string {
  const { width, height } = stage;
  const shade = stage.radial([0.55, '#05070f', 0], [1, '#05070f', strength]);
  return circle(width / 2, height / 2, Math.hypot(width, height) / 2, shade, { stroke: 'none' });
}

/** Everything outside a rough-edged sheet of paper, as one path with a hole. */
function paperEdge(stage: Stage, margin: number, roughness: number): string {
  const random = stage.random('paper edge');
  const { width, height } = stage;
  const points: Point[] = [];
  const side = (from: Point, to: Point): void => {
    for (let step = 0; step < 26; step += 1) {
      const at = step / 26;
      const wobble = (): number => random.between(-roughness, roughness);
      points.push([from[0] + (to[0] - from[0]) * at + wobble(), from[1] + (to[1] - from[1]) * at + wobble()]);
    }
  };
  const corners: [Point, Point, Point, Point] = [
    [margin, margin],
    [width - margin, margin],
    [width - margin, height - margin],
    [margin, height - margin],
  ];
  side(corners[0], corners[1]);
  side(corners[1], corners[2]);
  side(corners[2], corners[3]);
  side(corners[3], corners[0]);
  return path(`M0 0H${fixed(width)}V${fixed(height)}H0Z${polyline(points)}Z`, stage.palette.paper, {
    'fill-rule': 'evenodd',
    stroke: 'none',
  });
}

function washes(stage: Stage): string {
  const random = stage.random('washes');
  const { palette, width, height } = stage;
  let blots = '';
  for (let index = 0; index < 22; index += 1) {
    const colour = random.pick([palette.sky[0], palette.sky[2], palette.land(0.2), palette.paper, palette.paper]);
    const fill = stage.radial(
      [0, colour, 0.2],
      [0.7, colour, 0.22],
      [0.93, mix(colour, palette.ink, 0.12), 0.14],
      [1, colour, 0],
    );
    blots += circle(width * random.next(), height * random.next(), random.between(90, 330), fill);
  }
  return group(blots, { stroke: 'none' });
}

function neonGrid(stage: Stage): string {
  const { width, height, horizon, palette } = stage;
  let data = '';
  const top = Math.max(horizon + 40, height * 0.8);
  for (let index = -14; index <= 14; index += 1) {
    data += `M${fixed(width / 2 + index * 46)} ${fixed(top)}L${fixed(width / 2 + index * 190)} ${fixed(height)}`;
  }
  for (let row = 0; row < 6; row += 1) data += `M0 ${fixed(top + (height - top) * (row / 6) ** 1.6)}H${fixed(width)}`;
  return line(data, palette.ink, 2, { opacity: 0.38 });
}

function foregroundGrass(stage: Stage): string {
  const random = stage.random('foreground');
  const { width, height } = stage;
  let blades = '';
  for (let index = 0; index < 70; index += 1) {
    const left = index % 2 === 0;
    const x = left ? width * 0.28 * random.next() ** 1.6 : width * (1 - 0.28 * random.next() ** 1.6);
    const tall = random.between(40, 150);
    const lean = random.between(-40, 40) + 6 * Math.sin(2 * Math.PI * (stage.time + random.next()));
    blades += `M${fixed(x - 5)} ${fixed(height)}Q${fixed(x)} ${fixed(height - tall * 0.6)} ${fixed(x + lean)} ${fixed(height - tall)}`;
    blades += `Q${fixed(x + 6)} ${fixed(height - tall * 0.5)} ${fixed(x + 6)} ${fixed(height)}z`;
  }
  return path(blades, mix(stage.palette.land(0), '#070b18', 0.62), { opacity: 0.92 });
}

function bokeh(stage: Stage): string {
  const random = stage.random('bokeh');
  const fill = stage.radial([0, stage.palette.lit, 0.4], [0.8, stage.palette.lit, 0.3], [1, stage.palette.lit, 0]);
  let lights = '';
  for (let index = 0; index < 14; index += 1) {
    const y = stage.height * random.between(0.1, 0.95) + 10 * Math.sin(2 * Math.PI * (stage.time + random.next()));
    lights += circle(stage.width * random.next(), y, random.between(6, 30), fill, {
      opacity: random.between(0.2, 0.55).toFixed(2),
    });
  }
  return group(lights, { stroke: 'none' });
}

/** Things close to the viewer that frame a premium picture. */
export function drawForeground(stage: Stage): string {
  if (stage.detail < 2 || stage.reading.style === 'minimal') return '';
  const { place } = stage.reading;
  const grassy = place === 'meadow' || place === 'forest' || place === 'mountain';
  return (grassy ? foregroundGrass(stage) : '') + (stage.reading.style === 'plain' ? bokeh(stage) : '');
}

/** Attributes of the group that holds the whole drawing: outlined styles set their stroke here, once. */
export function strokeOf(stage: Stage): Record<string, string> {
  const { style } = stage.reading;
  if (style === 'lineart') return { stroke: '#2b2c36', 'stroke-width': '2.6', 'stroke-linejoin': 'round' };
  if (style === 'neon') {
    return { stroke: stage.palette.ink, 'stroke-width': '2', 'stroke-opacity': '0.72', 'stroke-linejoin': 'round' };
  }
  return {};
}

/** The last layer: what a style and a tier lay over the finished drawing. */
export function drawFinish(stage: Stage): string {
  const { style } = stage.reading;
  const { width, height, palette, detail } = stage;
  const grain = detail === 2 ? drawGrain(stage, 900) : '';
  if (style === 'watercolor') return washes(stage) + paperEdge(stage, 34, 10) + grain;
  if (style === 'lineart') return paperEdge(stage, 26, 2);
  if (style === 'neon') return neonGrid(stage) + vignette(stage, 0.55) + grain;
  if (style === 'noir') return vignette(stage, 0.7) + drawGrain(stage, 700);
  if (style === 'vintage') {
    const frame = rectangle(17, 17, width - 34, height - 34, 'none', { stroke: palette.paper, 'stroke-width': 34 });
    const fade = rectangle(0, 0, width, height, '#c98a3d', { opacity: 0.1 });
    return fade + vignette(stage, 0.5) + drawGrain(stage, 700) + frame;
  }
  return detail === 2 ? vignette(stage, 0.32) + grain : '';
}
