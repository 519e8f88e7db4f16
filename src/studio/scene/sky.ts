import { mix } from './colour.js';
import { circle, ellipse, fixed, group, path, rectangle } from './shapes.js';
import type { Stage } from './stage.js';
import { swing } from './stage.js';

/** Where the sun or moon of a stage stands, with its radius. */
export function sunOf(stage: Stage): { x: number; y: number; radius: number } {
  const random = stage.random('sun');
  const low = stage.reading.daytime === 'sunset' || stage.reading.daytime === 'dawn' || stage.reading.style === 'neon';
  const side = random.next() < 0.5 ? random.between(0.16, 0.38) : random.between(0.62, 0.84);
  const height = low ? random.between(0.62, 0.8) : random.between(0.24, 0.42);
  const radius = random.between(46, 68) * (stage.reading.style === 'minimal' || stage.reading.style === 'neon' ? 2 : 1);
  return { x: stage.width * side, y: stage.horizon * height, radius };
}

function stars(stage: Stage): string {
  const random = stage.random('stars');
  const count = [40, 130, 260][stage.detail] ?? 130;
  let dots = '';
  for (let index = 0; index < count; index += 1) {
    const depth = random.next();
    const twinkle = 0.75 + 0.25 * swing(stage, 1 + (index % 3), depth);
    const opacity = (0.25 + 0.7 * random.next()) * twinkle;
    const y = stage.horizon * random.next() ** 1.25;
    dots += circle(stage.width * random.next(), y, 0.7 + 2.1 * depth ** 4, '#ffffff', { opacity: opacity.toFixed(2) });
  }
  return dots;
}

function moonShadow(stage: Stage, x: number, y: number, radius: number): string {
  const craters = [
    [-0.3, -0.2, 0.2],
    [0.25, 0.3, 0.14],
    [0.35, -0.35, 0.1],
  ] as const;
  const spots = craters.map(([dx, dy, size]) =>
    circle(x + dx * radius, y + dy * radius, size * radius, stage.palette.haze),
  );
  return group(spots.join(''), { opacity: 0.25 });
}

function sun(stage: Stage): string {
  const { x, y, radius } = sunOf(stage);
  const { palette, reading } = stage;
  const hidden = reading.daytime === 'overcast' || reading.weather === 'fog';
  const glow = stage.radial([0, palette.sun, 0.75], [0.3, palette.sun, 0.28], [1, palette.sun, 0]);
  const reach = radius * (stage.detail === 2 ? 7 : 4.6) * (1 + 0.05 * swing(stage));
  const halo = circle(x, y, reach, glow, { stroke: 'none', opacity: hidden ? 0.45 : 0.85 });
  if (hidden) return halo;
  const disc = circle(x, y, radius, palette.sun);
  if (reading.style === 'neon') return halo + neonSun(stage, x, y, radius * 1.5);
  return halo + disc + (reading.daytime === 'night' ? moonShadow(stage, x, y, radius) : '');
}

function neonSun(stage: Stage, x: number, y: number, radius: number): string {
  const fill = stage.vertical([0, '#ffe66b'], [0.55, '#ff6fb1'], [1, '#d726ff']);
  const slits = [0.12, 0.32, 0.52, 0.72].map((at, index) =>
    rectangle(x - radius, y + radius * at, radius * 2, 5 + index * 4, stage.palette.sky[1], { stroke: 'none' }),
  );
  return circle(x, y, radius, fill, { stroke: 'none' }) + slits.join('');
}

function rays(stage: Stage): string {
  const { x, y } = sunOf(stage);
  const random = stage.random('rays');
  const fill = stage.radial([0, stage.palette.sun, 0.3], [1, stage.palette.sun, 0]);
  const reach = stage.height * 1.1;
  let beams = '';
  for (let index = 0; index < 9; index += 1) {
    const angle = (index / 9) * 2 * Math.PI + random.between(0, 0.4) + 0.03 * swing(stage, 1, index / 9);
    const width = random.between(0.03, 0.09);
    const end = (turn: number): string => `${fixed(x + reach * Math.cos(turn))} ${fixed(y + reach * Math.sin(turn))}`;
    beams += `M${fixed(x)} ${fixed(y)}L${end(angle - width)}L${end(angle + width)}z`;
  }
  // The two far corners make the box of the gradient square and centred on the sun.
  const frame = `M${fixed(x - reach)} ${fixed(y - reach)}h0M${fixed(x + reach)} ${fixed(y + reach)}h0`;
  return path(beams + frame, fill, { stroke: 'none', opacity: 0.8 });
}

function cloud(stage: Stage, index: number): string {
  const random = stage.random(`cloud ${index}`);
  const size = random.between(0.5, 1.25) * (1 - index * 0.07);
  const x = stage.width * random.next() + 26 * swing(stage, 1, index / 5);
  const y = stage.horizon * random.between(0.15, 0.62);
  const { palette } = stage;
  const dark = stage.reading.weather === 'storm' ? 0.55 : stage.reading.weather === 'rain' ? 0.3 : 0;
  const top = mix(mix(palette.sky[2], '#ffffff', 0.55), '#4b5563', dark);
  const fill = stage.vertical([0, top, 0.95], [1, mix(top, palette.sky[1], 0.45), 0.5]);
  let data = '';
  for (let puff = 0; puff < 5; puff += 1) {
    const radius = random.between(26, 52) * (1 - Math.abs(puff - 2) * 0.18);
    const left = (puff - 2) * 42;
    data += `M${fixed(left - radius)} 0a${fixed(radius)} ${fixed(radius)} 0 0 1 ${fixed(radius * 2)} 0z`;
  }
  data += 'M-130 0h260a16 16 0 0 1 -16 14h-228a16 16 0 0 1 -16 -14z';
  return group(path(data, fill), {
    transform: `translate(${fixed(x)} ${fixed(y)}) scale(${size.toFixed(2)})`,
    opacity: 0.85,
  });
}

function cirrus(stage: Stage): string {
  const random = stage.random('cirrus');
  let streaks = '';
  for (let index = 0; index < 7; index += 1) {
    const length = random.between(120, 380);
    const y = stage.horizon * random.between(0.35, 0.95);
    streaks += ellipse(stage.width * random.next(), y, length, random.between(3, 9), stage.palette.sun, {
      opacity: 0.17,
    });
  }
  return group(streaks, { stroke: 'none' });
}

function birds(stage: Stage): string {
  const random = stage.random('birds');
  const x = stage.width * random.between(0.3, 0.7) + 20 * swing(stage);
  const y = stage.horizon * random.between(0.3, 0.5);
  let wings = '';
  for (let index = 0; index < 5; index += 1) {
    const size = random.between(9, 16);
    const flap = size * (0.5 + 0.2 * swing(stage, 2, index / 5));
    const at = `${fixed(x + random.between(-110, 110))} ${fixed(y + random.between(-45, 45))}`;
    wings += `M${at}q${fixed(size / 2)} ${fixed(-flap)} ${fixed(size)} 0q${fixed(size / 2)} ${fixed(-flap)} ${fixed(size)} 0`;
  }
  return path(wings, 'none', {
    stroke: stage.palette.tone('#39425a', 0.2),
    'stroke-width': 2.6,
    'stroke-linecap': 'round',
  });
}

/** Clouds, streaks and birds: what is between the sky and the land. */
function drawAir(stage: Stage, night: boolean): string {
  const { reading, detail } = stage;
  if (detail === 0 || reading.style === 'minimal') return '';
  const clear = reading.weather === 'clear';
  const cloudless = clear && (night || reading.style === 'neon');
  const count = cloudless ? 0 : clear ? 3 : 7;
  const clouds = Array.from({ length: count }, (_, index) => cloud(stage, index)).join('');
  return (detail === 2 && !night ? cirrus(stage) : '') + clouds + (clear && !night ? birds(stage) : '');
}

/** Draws the sky: gradient, stars, sun or moon, clouds and birds. */
export function drawSky(stage: Stage): string {
  const { palette, reading, detail } = stage;
  const [top, middle, low] = palette.sky;
  const fill = stage.vertical([0, top], [0.42, middle], [0.78, low]);
  const night = reading.daytime === 'night' || reading.daytime === 'dusk';
  const clear = reading.weather === 'clear';
  const parts = [rectangle(0, 0, stage.width, stage.height, fill, { stroke: 'none' })];
  if (night && clear) parts.push(group(stars(stage), { stroke: 'none' }));
  if (detail === 2 && clear && !night) parts.push(rays(stage));
  parts.push(sun(stage), drawAir(stage, night));
  return parts.join('');
}
