import { circle, fixed, group, line, path, rectangle } from './shapes.js';
import type { Stage } from './stage.js';

/** Fraction of a value, always 0..1: falling things leave below and come back above. */
function wrap(value: number): number {
  return value - Math.floor(value);
}

function rain(stage: Stage): string {
  const random = stage.random('rain');
  const count = [60, 150, 260][stage.detail] ?? 150;
  let drops = '';
  for (let index = 0; index < count; index += 1) {
    const length = random.between(22, 54);
    const y = stage.height * wrap(random.next() + stage.time * (1 + (index % 2)));
    drops += `M${fixed(stage.width * random.next())} ${fixed(y)}l${fixed(-length * 0.22)} ${fixed(length)}`;
  }
  return line(drops, '#e6f0f8', 2, { opacity: 0.4 });
}

function snow(stage: Stage): string {
  const random = stage.random('snow');
  const count = [60, 150, 280][stage.detail] ?? 150;
  let flakes = '';
  for (let index = 0; index < count; index += 1) {
    const size = 1.6 + 5.4 * random.next() ** 3;
    const drift = 12 * Math.sin(2 * Math.PI * (stage.time + random.next()));
    const y = stage.height * wrap(random.next() + stage.time);
    flakes += circle(stage.width * random.next() + drift, y, size, '#ffffff', { opacity: 0.85 });
  }
  return group(flakes, { stroke: 'none' });
}

function fog(stage: Stage): string {
  const { haze } = stage.palette;
  const bands = [0.3, 0.52, 0.72].map((at, index) => {
    const fill = stage.vertical([0, haze, 0], [0.5, haze, 0.72 - index * 0.14], [1, haze, 0]);
    const shift = 14 * Math.sin(2 * Math.PI * (stage.time + index / 3));
    return rectangle(0, stage.height * at - 120 + shift, stage.width, 330, fill, { stroke: 'none' });
  });
  return bands.join('');
}

function lightning(stage: Stage): string {
  const random = stage.random('lightning');
  let x = stage.width * random.between(0.2, 0.8);
  let data = `M${fixed(x)} 0`;
  for (let step = 1; step <= 6; step += 1) {
    x += random.between(-46, 46);
    data += `L${fixed(x)} ${fixed((stage.horizon * step) / 6)}`;
  }
  return line(data, '#cfe0ff', 16, { opacity: 0.25 }) + line(data, '#ffffff', 4, { opacity: 0.95 });
}

/** Draws what falls from or hangs in the air; nothing indoors. */
export function drawWeather(stage: Stage): string {
  const { weather, place } = stage.reading;
  if (place === 'interior' || place === 'studio') return '';
  if (weather === 'rain') return rain(stage);
  if (weather === 'storm') return (stage.time < 0.5 ? lightning(stage) : '') + rain(stage);
  if (weather === 'snow') return snow(stage);
  return weather === 'fog' ? fog(stage) : '';
}

/** Small dots of light and dark over the whole picture, as film has. */
export function drawGrain(stage: Stage, amount: number): string {
  const random = stage.random('grain');
  const dots = (count: number): string => {
    let data = '';
    for (let index = 0; index < count; index += 1) {
      data += `M${fixed(stage.width * random.next())} ${fixed(stage.height * random.next())}h2v2h-2z`;
    }
    return data;
  };
  const paint = (fill: string): string => path(dots(amount), fill, { opacity: 0.13, stroke: 'none' });
  return paint('#ffffff') + paint('#000000');
}
