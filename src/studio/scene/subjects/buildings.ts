import { circle, ellipse, line, path, polygon, rectangle } from '../shapes.js';
import type { Drawing } from './tone.js';

/** A striped lighthouse on a rock, with its beam at night. */
export const lighthouse: Drawing = (tone) => {
  const white = tone.of('#f7f3ea');
  const rock = tone.of('#5b6270');
  const sway = tone.beat * 3;
  // Both beams are one shape, so that its glow is centred on the lamp.
  const side = (reach: number): string => `M0 -90L${reach} ${-112 + sway}L${reach} ${-74 - sway}Z`;
  const beams = path(side(-150) + side(150), tone.glow, { stroke: 'none', opacity: 0.75 });
  const stripe = (top: number, bottom: number): string => {
    const half = (y: number): number => 7 + (6 * (84 + y)) / 80;
    return polygon(
      [
        [-half(top), top],
        [half(top), top],
        [half(bottom), bottom],
        [-half(bottom), bottom],
      ],
      tone.main,
    );
  };
  return [
    path('M-34 6Q-30 -8 -16 -8Q-6 -14 8 -9Q26 -10 36 6Z', rock),
    tone.night ? beams : '',
    polygon(
      [
        [-7, -84],
        [7, -84],
        [13, -4],
        [-13, -4],
      ],
      white,
    ),
    stripe(-72, -58) + stripe(-44, -30) + stripe(-16, -4),
    polygon(
      [
        [3, -84],
        [7, -84],
        [13, -4],
        [6, -4],
      ],
      '#0b1024',
      { opacity: 0.18, stroke: 'none' },
    ),
    rectangle(-9.5, -86, 19, 3, tone.of('#2c3040')),
    rectangle(-6, -95, 12, 9, tone.lit),
    path('M-7.5 -95Q0 -106 7.5 -95Z', tone.main) + line('M0 -100v-5', tone.of('#2c3040'), 1),
    rectangle(-2, -55, 4, 6, tone.lit, { rx: 2 }) + rectangle(-2, -27, 4, 6, tone.lit, { rx: 2 }),
    tone.night ? circle(0, -90, 26, tone.glow, { stroke: 'none' }) : '',
  ].join('');
};

/** A house with a chimney, smoke and lit windows. */
export const house: Drawing = (tone) => {
  const roof = tone.of('#8c4a3b');
  const wall = tone.main;
  const pane = (x: number, y: number): string =>
    rectangle(x, y, 13, 14, tone.lit, { stroke: tone.of('#fdf8ee'), 'stroke-width': 1.6 }) +
    line(`M${x + 6.5} ${y}v14M${x} ${y + 7}h13`, tone.of('#fdf8ee'), 1);
  const smoke = [0, 1, 2].map((puff) =>
    circle(30 + puff * 5 + tone.beat * (1 + puff), -88 - puff * 11, 4 + puff * 2.4, tone.of('#f4f4f4'), {
      opacity: 0.55 - puff * 0.15,
      stroke: 'none',
    }),
  );
  return [
    tone.detail > 0 ? smoke.join('') : '',
    rectangle(24, -82, 9, 26, tone.of('#7a5a4e')),
    rectangle(-42, -46, 84, 47, wall),
    rectangle(20, -46, 22, 47, tone.dark, { opacity: 0.35, stroke: 'none' }),
    polygon(
      [
        [-50, -44],
        [-30, -78],
        [30, -78],
        [50, -44],
      ],
      roof,
    ),
    polygon(
      [
        [14, -78],
        [30, -78],
        [50, -44],
        [30, -44],
      ],
      '#0b1024',
      { opacity: 0.16, stroke: 'none' },
    ),
    pane(-34, -36) + pane(20, -36),
    rectangle(-8, -30, 16, 31, tone.of('#5d3b2e'), { rx: 1.5 }) + circle(4.5, -14, 1.1, tone.of('#e8c060')),
    tone.night
      ? circle(-27, -29, 24, tone.glow, { stroke: 'none' }) + circle(27, -29, 24, tone.glow, { stroke: 'none' })
      : '',
  ].join('');
};

/** A castle with three towers and flags. */
export const castle: Drawing = (tone) => {
  const stone = tone.of('#a9a3a8');
  const shade = tone.of('#857f8c');
  const spire = (x: number, width: number, top: number): string =>
    rectangle(x - width / 2, top, width, -top, stone) +
    rectangle(x + width * 0.15, top, width * 0.35, -top, shade, { stroke: 'none' }) +
    polygon(
      [
        [x - width * 0.68, top],
        [x, top - width * 1.5],
        [x + width * 0.68, top],
      ],
      tone.main,
    ) +
    rectangle(x - 2, top + 10, 4, 9, tone.lit, { rx: 2 }) +
    line(`M${x} ${top - width * 1.5}v-9`, shade, 1) +
    path(`M${x} ${top - width * 1.5 - 9}q6 ${2 + tone.beat} 11 2.5q-5 3 -11 2.5z`, tone.main);
  const teeth = Array.from({ length: 7 }, (_, index) => rectangle(-31 + index * 9.4, -46, 5.4, 6, stone)).join('');
  return [
    spire(0, 20, -66),
    rectangle(-32, -41, 64, 41, stone) + teeth,
    spire(-36, 17, -52) + spire(36, 17, -56),
    path('M-9 0v-17a9 9 0 0 1 18 0v17z', tone.of('#4b342c')),
    rectangle(-22, -30, 4, 9, tone.lit, { rx: 2 }) + rectangle(18, -30, 4, 9, tone.lit, { rx: 2 }),
  ].join('');
};

/** A windmill tower with turning sails. */
export const tower: Drawing = (tone) => {
  const angle = 18 + tone.beat * 22;
  const sail = (turn: number): string => {
    const arm =
      line('M0 0V-44', tone.of('#5c4638'), 1.8) + rectangle(1, -43, 10, 30, tone.of('#f3e8d2'), { opacity: 0.95 });
    return `<g transform="translate(0 -68) rotate(${(angle + turn).toFixed(1)})">${arm}</g>`;
  };
  return [
    polygon(
      [
        [-12, -70],
        [12, -70],
        [19, 0],
        [-19, 0],
      ],
      tone.main,
    ),
    polygon(
      [
        [4, -70],
        [12, -70],
        [19, 0],
        [7, 0],
      ],
      tone.dark,
      { opacity: 0.5, stroke: 'none' },
    ),
    path('M-14 -70Q0 -96 14 -70Z', tone.of('#7c4a3a')),
    path('M-5 0v-12a5 5 0 0 1 10 0v12z', tone.of('#4b342c')) + rectangle(-3, -42, 6, 8, tone.lit, { rx: 3 }),
    [0, 90, 180, 270].map(sail).join('') + circle(0, -68, 3, tone.of('#5c4638')),
  ].join('');
};

/** A tent with a camp fire. */
export const tent: Drawing = (tone) => {
  const flame = 3 * tone.beat;
  return [
    polygon(
      [
        [-58, 0],
        [-12, -74],
        [34, 0],
      ],
      tone.main,
    ),
    polygon(
      [
        [-12, -74],
        [34, 0],
        [54, -6],
        [4, -72],
      ],
      tone.dark,
    ),
    polygon(
      [
        [-24, 0],
        [-12, -52],
        [4, 0],
      ],
      tone.night ? tone.lit : tone.of('#3a2e2a'),
    ),
    line('M70 0l22 -7M92 0l-22 -7', tone.of('#5b3d2a'), 4),
    path(`M72 -4Q68 -20 81 ${-34 - flame}Q94 -20 90 -4Z`, tone.of('#f0923b')) +
      path(`M76 -4Q75 -14 81 ${-20 + flame}Q88 -12 86 -4Z`, '#ffe08a'),
    tone.night
      ? circle(81, -14, 62, tone.glow, { stroke: 'none' }) + ellipse(-10, -20, 40, 36, tone.glow, { stroke: 'none' })
      : '',
  ].join('');
};
