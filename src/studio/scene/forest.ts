import { darker, mix } from './colour.js';
import { hill } from './land.js';
import { box, fixed, path, rectangle } from './shapes.js';
import type { Stage } from './stage.js';
import { swing } from './stage.js';

function conifer(x: number, base: number, height: number, lean: number): string {
  const width = height * 0.34;
  let data = box(x - width * 0.06, base - height * 0.14, width * 0.12, height * 0.16);
  const tiers = 4;
  for (let tier = 0; tier < tiers; tier += 1) {
    const bottom = base - height * (0.1 + (tier / tiers) * 0.66);
    const half = (width / 2) * (1 - tier * 0.21);
    const tip = bottom - height * 0.33;
    const shift = lean * (1 - (base - bottom) / height) * -1 + lean;
    data += `M${fixed(x - half + shift)} ${fixed(bottom)}Q${fixed(x + shift)} ${fixed(bottom + height * 0.035)} ${fixed(x + half + shift)} ${fixed(bottom)}`;
    data += `L${fixed(x + lean)} ${fixed(tip)}z`;
  }
  return data;
}

function broadleaf(x: number, base: number, height: number): string {
  const radius = height * 0.24;
  const blob = (dx: number, dy: number, size: number): string => {
    const r = fixed(radius * size);
    const left = `M${fixed(x + dx * radius - radius * size)} ${fixed(base - height * 0.68 + dy * radius)}`;
    return `${left}a${r} ${r} 0 1 0 ${fixed(radius * size * 2)} 0a${r} ${r} 0 1 0 ${fixed(-radius * size * 2)} 0`;
  };
  const trunk = box(x - height * 0.025, base - height * 0.5, height * 0.05, height * 0.52);
  return trunk + blob(0, -0.4, 1) + blob(-0.75, 0.3, 0.78) + blob(0.75, 0.3, 0.78) + blob(0, 0.35, 0.9);
}

/** A row of trees along a ground line, as one path. */
function treeRow(stage: Stage, part: string, base: number, height: number, gap: number): string {
  const random = stage.random(part);
  const leafy = random.next() < 0.25;
  let data = '';
  for (let x = -random.between(0, gap); x < stage.width + gap; x += gap * random.between(0.6, 1.3)) {
    const tall = height * random.between(0.7, 1.15);
    const foot = base + random.between(-8, 8);
    const lean = 4 * swing(stage, 1, x / stage.width);
    data += leafy && random.next() < 0.6 ? broadleaf(x, foot, tall * 0.85) : conifer(x, foot, tall, lean);
  }
  return data;
}

/** Draws a forest: rows of trees that fade into the distance, with mist between them. */
export function drawForest(stage: Stage): string {
  const rows = stage.detail + 2;
  const mist = stage.vertical([0, stage.palette.haze, 0], [0.75, stage.palette.haze, 0.5], [1, stage.palette.haze, 0]);
  const parts = [hill(stage, 'far wood', stage.horizon - 90, 110, 1)];
  for (let row = 0; row < rows; row += 1) {
    const nearness = row / (rows - 1);
    const base = stage.horizon + 20 + stage.height * 0.12 * nearness;
    const height = 190 + 230 * nearness;
    const colour = stage.palette.land(0.92 * (1 - nearness));
    const fill = stage.vertical([0, colour], [1, mix(colour, stage.palette.haze, 0.3 * (1 - nearness))]);
    parts.push(
      path(
        treeRow(stage, `trees ${row}`, base, height, 62 + 70 * nearness),
        row === rows - 1 ? darker(colour, 0.12) : fill,
      ),
    );
    if (stage.detail > 0 && row < rows - 1) {
      parts.push(rectangle(0, base - 170, stage.width, 240, mist, { stroke: 'none' }));
    }
  }
  const floor = stage.palette.tone(stage.reading.weather === 'snow' ? '#e8eff5' : '#5f7a45');
  parts.push(hill(stage, 'clearing', stage.horizon + stage.height * 0.15, 34, 0, floor));
  return parts.join('');
}
