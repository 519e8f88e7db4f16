import { darker, lighter, mix } from './colour.js';
import { curve, fixed, path, polygon, rectangle } from './shapes.js';
import type { Point } from './shapes.js';
import type { Stage } from './stage.js';

/** A rolling hill line across the stage, filled to the bottom edge. */
export function hill(stage: Stage, part: string, top: number, rise: number, distance: number, colour?: string): string {
  const random = stage.random(part);
  const count = 4 + Math.round(stage.width / 500);
  const points: Point[] = [];
  for (let index = -1; index <= count + 1; index += 1) {
    points.push([(stage.width * index) / count, top - rise * random.next()]);
  }
  const near = colour ?? stage.palette.land(distance);
  const far = mix(near, stage.palette.haze, 0.14 + 0.3 * distance);
  const fill = stage.vertical([0, lighter(near, 0.07)], [0.6, stage.detail === 0 ? near : far]);
  return path(`${curve(points)}V${fixed(stage.height)}H${fixed(-stage.width)}Z`, fill);
}

interface Peak {
  x: number;
  base: number;
  height: number;
  spread: number;
}

function mountain(stage: Stage, part: string, peak: Peak, distance: number): string {
  const random = stage.random(part);
  const { x, base, height, spread } = peak;
  const flank = (side: number): Point[] =>
    [0.2, 0.42, 0.62, 0.82].map((at) => [
      x + side * spread * (at + random.between(-0.05, 0.05)),
      base - height * (1 - at) + height * random.between(-0.045, 0.045),
    ]);
  const summit: Point = [x, base - height];
  const left = flank(-1);
  const right = flank(1);
  const foot: Point[] = [
    [x + spread, base],
    [x - spread, base],
  ];
  const colour = stage.palette.land(distance);
  const mist = mix(colour, stage.palette.haze, 0.55);
  const body = polygon([summit, ...right, ...foot, ...[...left].reverse()], stage.vertical([0, colour], [1, mist]));
  if (stage.detail === 0) return body;
  const spine: Point[] = [0.25, 0.5, 0.75, 1].map((at) => [
    x + spread * random.between(-0.1, 0.12) * at,
    base - height * (1 - at),
  ]);
  const shade = darker(colour, 0.26);
  const dark = polygon(
    [summit, ...right, [x + spread, base], ...[...spine].reverse()],
    stage.vertical([0, shade], [1, mist, 0.3]),
    { stroke: 'none' },
  );
  return body + dark + snowCap(stage, random.between(0.24, 0.36), peak, left, right);
}

function snowCap(stage: Stage, depth: number, peak: Peak, left: readonly Point[], right: readonly Point[]): string {
  const { x, base, height, spread } = peak;
  const top = base - height;
  const leftEnd: Point = [x - spread * depth, top + height * depth];
  const rightEnd: Point = [x + spread * depth, top + height * depth];
  const drip = (at: number, down: number): Point => [x + spread * depth * at, top + height * depth * down];
  const [leftBend] = left;
  const [rightBend] = right;
  if (leftBend === undefined || rightBend === undefined) return '';
  const outline: Point[] = [[x, top], rightBend, rightEnd, drip(0.5, 0.78), drip(0.24, 1.12), drip(-0.04, 0.74)];
  outline.push(drip(-0.34, 1.16), drip(-0.6, 0.82), leftEnd, leftBend);
  const snow = stage.palette.tone('#ffffff', 0.12);
  const shaded = polygon(
    [[x, top], rightBend, rightEnd, drip(0.5, 0.78), drip(0.24, 1.12), drip(0.06, 0.6)],
    darker(snow, 0.2),
    {
      stroke: 'none',
    },
  );
  return polygon(outline, snow) + shaded;
}

/** Draws ranges of mountains behind one another, the furthest first. */
export function drawMountains(stage: Stage): string {
  const ranges = stage.detail + 1;
  const parts: string[] = [];
  for (let range = ranges; range >= 1; range -= 1) {
    const random = stage.random(`range ${range}`);
    const distance = range / (ranges + 0.6);
    const count = 2 + range + Math.round(stage.width / 900);
    const base = stage.horizon + 40 + (ranges - range) * 45;
    for (let index = 0; index < count; index += 1) {
      const x = (stage.width * (index + random.between(0.1, 0.9))) / count;
      const height = stage.horizon * random.between(0.36, 0.62) * (range === ranges ? 1.1 : 0.85);
      const peak = { x, base, height, spread: height * random.between(0.75, 1.05) };
      parts.push(mountain(stage, `peak ${range}.${index}`, peak, distance));
    }
    const mist = stage.vertical(
      [0, stage.palette.haze, 0],
      [0.7, stage.palette.haze, 0.55],
      [1, stage.palette.haze, 0],
    );
    if (stage.detail > 0) parts.push(rectangle(0, base - 150, stage.width, 210, mist, { stroke: 'none' }));
  }
  const green = stage.palette.tone(stage.reading.weather === 'snow' ? '#dfe8f0' : '#47795c');
  parts.push(hill(stage, 'foothill', stage.horizon + 110, 70, 0.25, mix(green, stage.palette.haze, 0.22)));
  parts.push(hill(stage, 'meadow', stage.horizon + 200, 60, 0, green));
  return parts.join('');
}

/** Draws the rolling hills of a meadow. */
export function drawMeadow(stage: Stage): string {
  const layers = stage.detail + 3;
  let hills = '';
  for (let index = 0; index < layers; index += 1) {
    const nearness = index / (layers - 1);
    hills += hill(
      stage,
      `hill ${index}`,
      stage.horizon + 30 + nearness * stage.height * 0.2,
      110 - 50 * nearness,
      0.95 * (1 - nearness),
    );
  }
  return hills + (stage.detail > 0 ? meadowFlowers(stage) : '');
}

function meadowFlowers(stage: Stage): string {
  const random = stage.random('meadow flowers');
  const top = stage.horizon + stage.height * 0.24;
  const colours = ['#fff6e0', '#f6d04d', '#f08a8a', '#c99be0'] as const;
  return colours
    .map((colour) => {
      let data = '';
      for (let index = 0; index < 26; index += 1) {
        const near = random.next();
        const size = 2 + 4.5 * near;
        data += `M${fixed(stage.width * random.next())} ${fixed(top + (stage.height - top) * near)}m${fixed(-size)} 0`;
        data += `a${fixed(size)} ${fixed(size)} 0 1 0 ${fixed(size * 2)} 0a${fixed(size)} ${fixed(size)} 0 1 0 ${fixed(-size * 2)} 0`;
      }
      return path(data, stage.palette.tone(colour), { opacity: 0.85, stroke: 'none' });
    })
    .join('');
}

/** Draws desert dunes with a lit and a shaded side. */
export function drawDesert(stage: Stage): string {
  const layers = stage.detail + 3;
  let dunes = '';
  for (let index = 0; index < layers; index += 1) {
    const random = stage.random(`dune ${index}`);
    const nearness = index / (layers - 1);
    const crest: Point = [
      stage.width * random.between(0.15, 0.85),
      stage.horizon + stage.height * (0.26 * nearness - 0.05),
    ];
    const low = crest[1] + random.between(130, 230);
    const colour = darker(stage.palette.land(0.9 * (1 - nearness)), 0.1 * nearness);
    const bottom = stage.height + 10;
    const ridge = curve([[-stage.width * 0.3, low], crest, [stage.width * 1.3, low - 10]]);
    dunes += path(
      `${ridge}V${bottom}H${fixed(-stage.width * 0.3)}Z`,
      stage.vertical([0, lighter(colour, 0.22)], [0.7, colour]),
    );
    const [x, y] = crest;
    const edge = stage.width * 1.3;
    const fold = x + stage.width * random.between(-0.45, -0.2);
    const back = `C${fixed(fold + 120)} ${fixed(y + 260)} ${fixed(x + 70)} ${fixed(y + 130)} ${fixed(x)} ${fixed(y)}`;
    const shade = `${curve([crest, [edge, low - 10]])}V${bottom}H${fixed(fold)}${back}Z`;
    dunes += path(
      shade,
      stage.vertical([0, darker(colour, 0.34)], [0.28, darker(colour, 0.16), 0.7], [0.6, colour, 0]),
      {
        stroke: 'none',
      },
    );
  }
  return dunes;
}
