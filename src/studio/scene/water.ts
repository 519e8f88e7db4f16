import { darker, lighter, mix } from './colour.js';
import { hill } from './land.js';
import { curve, fixed, path, rectangle } from './shapes.js';
import type { Point } from './shapes.js';
import { sunOf } from './sky.js';
import type { Stage } from './stage.js';
import { swing } from './stage.js';

function glints(stage: Stage): string {
  const random = stage.random('glints');
  const { x } = sunOf(stage);
  const depth = stage.height - stage.horizon;
  let data = '';
  const count = [14, 34, 60][stage.detail] ?? 34;
  for (let index = 0; index < count; index += 1) {
    const near = (index + random.next()) / count;
    const length = 18 + 90 * near * random.next();
    const shift = (random.next() - 0.5) * (60 + 230 * near) + 10 * swing(stage, 1, random.next());
    const thick = 2 + 4 * near;
    data += `M${fixed(x + shift - length / 2)} ${fixed(stage.horizon + 6 + depth * near)}`;
    data += `q${fixed(length / 2)} ${fixed(-thick)} ${fixed(length)} 0q${fixed(-length / 2)} ${fixed(thick)} ${fixed(-length)} 0z`;
  }
  return path(data, stage.palette.sun, { opacity: 0.62, stroke: 'none' });
}

function waves(stage: Stage): string {
  const random = stage.random('waves');
  const depth = stage.height - stage.horizon;
  const rows = [4, 9, 14][stage.detail] ?? 9;
  let data = '';
  for (let row = 0; row < rows; row += 1) {
    const near = ((row + 1) / rows) ** 1.4;
    const y = stage.horizon + depth * near;
    for (let index = 0; index < 7; index += 1) {
      const size = 10 + 36 * near;
      const x = stage.width * random.next() + 18 * near * swing(stage, 1, random.next());
      data += `M${fixed(x)} ${fixed(y)}q${fixed(size / 2)} ${fixed(-size / 4)} ${fixed(size)} 0t${fixed(size)} 0`;
    }
  }
  return path(data, 'none', {
    stroke: lighter(stage.palette.sky[2], 0.3),
    'stroke-width': 2.2,
    'stroke-linecap': 'round',
    opacity: 0.42,
  });
}

function headland(stage: Stage): string {
  const random = stage.random('headland');
  const left = sunOf(stage).x > stage.width / 2;
  const reach = stage.width * random.between(0.3, 0.45);
  const edge = (at: number): number => (left ? at : stage.width - at);
  const rise = random.between(70, 150);
  const points: Point[] = [
    [edge(-20), stage.horizon - rise],
    [edge(reach * 0.35), stage.horizon - rise * 0.8],
    [edge(reach * 0.7), stage.horizon - rise * 0.3],
    [edge(reach), stage.horizon + 3],
  ];
  const colour = stage.palette.land(0.7);
  return path(
    `${curve(points)}H${fixed(edge(-20))}Z`,
    stage.vertical([0, colour], [1, mix(colour, stage.palette.haze, 0.4)]),
  );
}

/** The rocky shore in front of the sea, on which subjects stand. */
function drawShore(stage: Stage): string {
  const random = stage.random('shore');
  const sand = random.next() < 0.5;
  const colour = stage.palette.tone(stage.reading.weather === 'snow' ? '#e6edf2' : sand ? '#dcbf8d' : '#5d7363');
  const top = stage.height * 0.9;
  const foam = hill(stage, 'shoreline', top - 12, 46, 0, mix(stage.palette.tone('#ffffff'), stage.palette.sky[2], 0.3));
  return foam + hill(stage, 'shoreline', top, 46, 0, colour);
}

/** Draws the open sea with its light path, waves, a far headland and a shore. */
export function drawSea(stage: Stage): string {
  const { palette } = stage;
  const water = palette.tone('#2b86ab');
  const far = mix(water, palette.sky[2], 0.55);
  const fill = stage.vertical([0, far], [0.3, water], [1, darker(water, 0.45)]);
  const depth = stage.height - stage.horizon;
  const parts = [stage.detail > 0 ? headland(stage) : '', rectangle(0, stage.horizon, stage.width, depth, fill)];
  if (stage.reading.daytime !== 'overcast') parts.push(glints(stage));
  parts.push(waves(stage), drawShore(stage));
  return parts.join('');
}
