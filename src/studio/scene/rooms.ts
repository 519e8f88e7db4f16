import { darker, lighter, mix } from './colour.js';
import { circle, ellipse, fixed, group, line, path, polygon, rectangle } from './shapes.js';
import type { Stage } from './stage.js';
import { sunOf } from './sky.js';
import { swing } from './stage.js';

const WALLS: [string, ...string[]] = ['#e3c091', '#8fb8a2', '#d9a091', '#8faad0', '#e6d3a3'];
const SWEEPS: [string, ...string[]] = ['#e9d5c8', '#c9dbe0', '#dcd3ea', '#d3e2d0', '#f0dcc0', '#e5c9cf'];

/** Height of the floor line of an interior or studio. */
export function floorOf(stage: Stage): number {
  return stage.horizon + stage.height * 0.06;
}

function plant(stage: Stage, x: number, base: number): string {
  const leaf = stage.palette.tone('#4d8a5c');
  const pot = stage.palette.tone('#c8795a');
  const blades = [-62, -40, -18, 6, 28, 50].map((angle, index) => {
    const turn = angle + 2 * swing(stage, 1, index / 6);
    const blade = path('M0 0C-26 -60 -20 -130 0 -185C20 -130 26 -60 0 0Z', index % 2 === 0 ? leaf : darker(leaf, 0.22));
    return group(blade, { transform: `translate(${fixed(x)} ${fixed(base - 96)}) rotate(${turn.toFixed(1)})` });
  });
  return (
    blades.join('') +
    polygon(
      [
        [x - 52, base - 104],
        [x + 52, base - 104],
        [x + 38, base],
        [x - 38, base],
      ],
      pot,
    )
  );
}

function windowView(stage: Stage, x: number, y: number, width: number, height: number): string {
  const [top, middle, low] = stage.palette.sky;
  const sky = rectangle(x, y, width, height, stage.vertical([0, top], [0.5, middle], [1, low]));
  const frame = stage.palette.tone('#fbf6ee');
  const sunX = x + width * (sunOf(stage).x / stage.width);
  const night = stage.reading.daytime === 'night';
  const disc = circle(Math.min(x + width - 50, Math.max(x + 50, sunX)), y + height * 0.32, 32, stage.palette.sun);
  const bars = line(
    `M${fixed(x + width / 2)} ${fixed(y)}v${fixed(height)}M${fixed(x)} ${fixed(y + height * 0.55)}h${fixed(width)}`,
    frame,
    night ? 9 : 11,
  );
  const hills =
    stage.detail === 0
      ? ''
      : path(
          `M${fixed(x)} ${fixed(y + height)}v${fixed(-height * 0.22)}q${fixed(width * 0.25)} ${fixed(-height * 0.2)} ${fixed(width * 0.5)} ${fixed(-height * 0.02)}t${fixed(width * 0.5)} ${fixed(-height * 0.06)}v${fixed(height * 0.3)}z`,
          stage.palette.tone('#6f9a72', 0.5),
        );
  const border = rectangle(x, y, width, height, 'none', { stroke: frame, 'stroke-width': 18 });
  const sill = rectangle(x - 26, y + height + 4, width + 52, 20, frame, { rx: 4 });
  return sky + disc + hills + bars + border + sill;
}

function furniture(stage: Stage, floor: number): string {
  const random = stage.random('furniture');
  const { width } = stage;
  const shelf = stage.palette.tone('#8d623f');
  const left = random.next() < 0.5;
  const x = left ? width * 0.1 : width * 0.9 - 210;
  const y = floor * 0.42;
  const colours = ['#c65d4c', '#e2b04a', '#4f86a6', '#6a9a76', '#8a6ba8'] as const;
  let books = '';
  for (let at = x + 12, index = 0; at < x + 180; index += 1) {
    const thick = random.between(12, 24);
    const tall = random.between(56, 92);
    books += rectangle(at, y - tall, thick, tall, stage.palette.tone(colours[index % 5] ?? colours[0]), { rx: 2 });
    at += thick + 2;
  }
  return (
    books + rectangle(x - 10, y, 220, 12, shelf, { rx: 3 }) + plant(stage, left ? width * 0.9 : width * 0.1, floor + 60)
  );
}

/** Draws a room: wall, window with the scene's light, floor boards, a shelf and a plant. */
export function drawInterior(stage: Stage): string {
  const random = stage.random('room');
  const { width, height, detail } = stage;
  const floor = floorOf(stage);
  const wall = stage.palette.tone(random.pick(WALLS));
  const wood = stage.palette.tone('#b1794e');
  const parts = [
    rectangle(0, 0, width, floor, stage.vertical([0, darker(wall, 0.12)], [1, lighter(wall, 0.12)])),
    rectangle(0, floor, width, height - floor, stage.vertical([0, darker(wood, 0.18)], [1, lighter(wood, 0.06)])),
  ];
  let boards = '';
  for (let index = 1; index < 7; index += 1) {
    boards += `M0 ${fixed(floor + ((height - floor) * index ** 1.5) / 14)}H${fixed(width)}`;
  }
  parts.push(line(boards, darker(wood, 0.35), 2, { opacity: 0.5 }));
  parts.push(rectangle(0, floor - 22, width, 24, stage.palette.tone('#f3ece0')));
  const view = { x: width * random.between(0.3, 0.42), wide: Math.min(width * 0.3, 420), tall: floor * 0.5 };
  parts.push(windowView(stage, view.x, floor * 0.14, view.wide, view.tall));
  if (detail > 0) parts.push(furniture(stage, floor));
  const light = stage.vertical([0, stage.palette.sun, 0.42], [1, stage.palette.sun, 0.04]);
  const spill: [number, number][] = [
    [view.x + 60, floor + 8],
    [view.x + view.wide, floor + 8],
    [view.x + view.wide * 0.7, height],
    [view.x - view.wide * 0.7, height],
  ];
  if (stage.reading.daytime !== 'night') parts.push(polygon(spill, light, { stroke: 'none' }));
  const rug = stage.palette.tone(stage.palette.accent);
  parts.push(
    ellipse(width / 2, height * 0.92, width * 0.32, 62, mix(rug, wood, 0.25)),
    ellipse(width / 2, height * 0.92, width * 0.27, 48, lighter(rug, 0.18)),
  );
  return parts.join('');
}

/** Draws a seamless product backdrop with a light spot and a round podium. */
export function drawStudio(stage: Stage): string {
  const random = stage.random('sweep');
  const { width, height, detail } = stage;
  const colour = stage.palette.tone(random.pick(SWEEPS));
  const floor = floorOf(stage);
  const spot = stage.radial([0, '#ffffff', 0.75], [0.6, '#ffffff', 0.22], [1, '#ffffff', 0]);
  const parts = [
    rectangle(
      0,
      0,
      width,
      height,
      stage.vertical(
        [0, darker(colour, 0.22)],
        [0.55, colour],
        [0.72, lighter(colour, 0.25)],
        [1, darker(colour, 0.06)],
      ),
    ),
    ellipse(width / 2, height * 0.42, width * 0.52, height * 0.46, spot, { stroke: 'none', opacity: 0.9 }),
  ];
  if (detail > 0) {
    const arch = stage.palette.tone(stage.palette.accent);
    const half = 250;
    const side = random.between(-90, 90);
    const top = floor - 430;
    const body = `M${fixed(width / 2 + side - half)} ${fixed(floor + 20)}V${fixed(top)}a${half} ${half} 0 0 1 ${half * 2} 0V${fixed(floor + 20)}z`;
    parts.push(
      path(body, stage.vertical([0, mix(arch, colour, 0.35)], [1, mix(arch, colour, 0.72)]), { opacity: 0.9 }),
    );
  }
  if (detail === 2) parts.push(leafShadow(stage, darker(colour, 0.5)));
  const top = lighter(colour, 0.5);
  const y = floor + 60;
  parts.push(ellipse(width / 2, y + 92, 330, 60, darker(colour, 0.5), { opacity: 0.25, stroke: 'none' }));
  parts.push(
    path(
      `M${fixed(width / 2 - 290)} ${fixed(y)}v76a290 56 0 0 0 580 0v-76z`,
      stage.vertical([0, mix(top, colour, 0.4)], [1, darker(colour, 0.2)]),
    ),
  );
  parts.push(ellipse(width / 2, y, 290, 56, top));
  return parts.join('');
}

function leafShadow(stage: Stage, colour: string): string {
  const random = stage.random('leaf shadow');
  let leaves = '';
  for (let index = 0; index < 9; index += 1) {
    const leaf = path('M0 0C-36 -90 -30 -210 0 -300C30 -210 36 -90 0 0Z', colour);
    const turn = 150 + index * 13 + random.between(-4, 4) + 1.5 * swing(stage);
    leaves += group(leaf, {
      transform: `translate(${fixed(stage.width * 0.98 - index * 16)} ${fixed(-40 + index * 6)}) rotate(${turn.toFixed(1)})`,
    });
  }
  return group(leaves, { opacity: 0.1, stroke: 'none' });
}
