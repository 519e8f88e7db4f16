import { darker, lighter, mix } from './colour.js';
import { box, circle, fixed, line, path, polygon, rectangle } from './shapes.js';
import type { Stage } from './stage.js';

interface Block {
  x: number;
  width: number;
  top: number;
}

function roof(stage: Stage, block: Block, kind: number, colour: string): string {
  const { x, width, top } = block;
  const middle = x + width / 2;
  if (kind < 0.2) return line(`M${fixed(middle)} ${fixed(top)}v${fixed(-width * 0.7)}`, colour, 4);
  if (kind < 0.38) {
    return polygon(
      [
        [x, top + 1],
        [middle, top - width * 0.5],
        [x + width, top + 1],
      ],
      colour,
    );
  }
  if (kind < 0.56) return rectangle(x + width * 0.2, top - 26, width * 0.6, 28, colour);
  if (kind < 0.66 && stage.detail > 0) {
    return path(
      `M${fixed(x)} ${fixed(top + 1)}a${fixed(width / 2)} ${fixed(width / 2)} 0 0 1 ${fixed(width)} 0z`,
      colour,
    );
  }
  return '';
}

/** Windows of one block as two paths, the lit and the unlit ones. */
function windows(stage: Stage, block: Block, part: string, share: number): [lit: string, unlit: string] {
  const random = stage.random(part);
  const columns = Math.max(2, Math.floor(block.width / 24));
  const step = block.width / (columns + 0.4);
  let lit = '';
  let unlit = '';
  for (let y = block.top + 16; y < stage.horizon + 90; y += 27) {
    for (let column = 0; column < columns; column += 1) {
      const cell = box(block.x + step * (column + 0.42), y, step * 0.5, 13);
      if (random.next() < share) lit += cell;
      else unlit += cell;
    }
  }
  return [lit, unlit];
}

function skyline(stage: Stage, row: number, rows: number): string {
  const random = stage.random(`skyline ${row}`);
  const distance = rows === 1 ? 0.2 : 0.9 * (1 - row / (rows - 1));
  const dark = stage.reading.daytime === 'night' || stage.reading.daytime === 'dusk' || stage.reading.style === 'neon';
  const base = stage.height;
  const nearest = row === rows - 1;
  let drawn = '';
  for (let x = -random.between(0, 60), index = 0; x < stage.width; index += 1) {
    const width = random.between(62, 128) * (0.75 + 0.3 * (1 - distance));
    const tall = random.next() ** 1.6;
    const top = stage.horizon - (90 + 330 * tall) * (0.55 + 0.55 * distance);
    const block = { x, width, top };
    const hue = mix(
      stage.palette.land(distance),
      stage.palette.tone(random.pick(['#9a7a86', '#5b7f9c', '#c08a68', '#6b6f95']), distance),
      0.4,
    );
    const fill = stage.vertical([0, hue], [1, mix(hue, stage.palette.haze, 0.35)]);
    drawn += roof(stage, block, random.next(), hue) + rectangle(x, top, width, base - top, fill);
    if (stage.detail > 0) {
      drawn += rectangle(x + width * 0.7, top, width * 0.3, base - top, darker(hue, 0.4), {
        opacity: 0.3,
        stroke: 'none',
      });
    }
    if (nearest || (stage.detail === 2 && distance < 0.6)) {
      const [lit, unlit] = windows(stage, block, `windows ${row}.${index}`, dark ? 0.42 : 0.16);
      const glass = dark ? darker(hue, 0.35) : lighter(mix(hue, stage.palette.sky[1], 0.5), 0.25);
      const panes = path(unlit, glass, { stroke: 'none', opacity: 0.75 });
      drawn +=
        panes +
        path(lit, dark ? stage.palette.lit : lighter(stage.palette.sky[2], 0.5), { stroke: 'none', opacity: 0.92 });
    }
    x += width + random.between(2, 16);
  }
  return drawn;
}

function street(stage: Stage): string {
  const top = stage.height * 0.86;
  const asphalt = stage.palette.tone('#454b5c');
  const fill = stage.vertical([0, mix(asphalt, stage.palette.haze, 0.25)], [1, darker(asphalt, 0.3)]);
  const pavement = rectangle(0, top - 16, stage.width, 18, stage.palette.tone('#a8a5a0'));
  let dashes = '';
  for (let x = 20; x < stage.width; x += 130) dashes += box(x, top + (stage.height - top) * 0.5, 66, 6);
  return (
    pavement +
    rectangle(0, top, stage.width, stage.height - top, fill) +
    path(dashes, stage.palette.tone('#e8dfc0'), { opacity: 0.8 })
  );
}

function streetLamps(stage: Stage): string {
  const lit = stage.reading.daytime === 'night' || stage.reading.daytime === 'dusk' || stage.reading.style === 'neon';
  const glow = stage.radial([0, stage.palette.lit, 0.75], [1, stage.palette.lit, 0]);
  const base = stage.height * 0.86;
  const post = stage.palette.tone('#2d3040');
  let lamps = '';
  for (let x = stage.width * 0.07; x < stage.width; x += 310) {
    lamps += line(`M${fixed(x)} ${fixed(base)}v-150q0 -26 26 -26h18`, post, 6);
    lamps += rectangle(x + 34, base - 180, 28, 8, lit ? stage.palette.lit : post);
    if (lit) lamps += circle(x + 48, base - 168, 74, glow, { stroke: 'none' });
  }
  return lamps;
}

/** Draws a city: rows of houses with windows, a street and its lamps. */
export function drawCity(stage: Stage): string {
  const rows = stage.detail + 1;
  const haze = stage.vertical([0, stage.palette.haze, 0], [1, stage.palette.haze, 0.5]);
  let drawn = '';
  for (let row = 0; row < rows; row += 1) {
    drawn += skyline(stage, row, rows);
    if (row < rows - 1) drawn += rectangle(0, stage.horizon - 240, stage.width, 380, haze, { stroke: 'none' });
  }
  return drawn + street(stage) + (stage.detail > 0 ? streetLamps(stage) : '');
}
