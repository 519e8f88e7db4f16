import { circle, ellipse, line, path, polygon, rectangle } from '../shapes.js';
import type { Drawing } from './tone.js';

const SHADOW = { opacity: 0.24, stroke: 'none' };

/** A glass bottle with a label. */
export const bottle: Drawing = (tone) =>
  [
    ellipse(6, 1, 30, 5, '#0b1024', SHADOW),
    path('M-7 -84H7V-66Q22 -58 22 -44V-4Q22 0 18 0H-18Q-22 0 -22 -4V-44Q-22 -58 -7 -66Z', tone.main),
    path('M8 -64Q22 -58 22 -44V-4Q22 0 18 0H10Q15 -30 8 -64Z', tone.dark, { opacity: 0.6, stroke: 'none' }),
    path('M-18 -44Q-17 -54 -9 -60L-7 -57Q-13 -52 -14 -44V-6H-18Z', '#ffffff', { opacity: 0.5, stroke: 'none' }),
    rectangle(-9, -98, 18, 15, tone.of('#2e2a33'), { rx: 2.5 }) +
      rectangle(-6, -98, 3, 15, '#ffffff', { opacity: 0.25, stroke: 'none' }),
    rectangle(-17, -40, 34, 26, tone.of('#fbf6ec'), { rx: 2 }),
    line('M-10 -32h20M-7 -26h14', tone.of('#3f3a3a'), 1.4) + circle(0, -19.5, 2, tone.main),
  ].join('');

/** A steaming cup on a saucer. */
export const cup: Drawing = (tone) => {
  const steam = [-12, 2, 16].map((x, index) => {
    const bend = 7 + (index % 2 === 0 ? 1 : -1) * tone.beat * 4;
    return line(`M${x} -76q${bend} -9 0 -18t0 -16`, tone.of('#ffffff'), 2.6, { opacity: 0.6 });
  });
  return [
    ellipse(4, 2, 66, 9, '#0b1024', SHADOW),
    ellipse(0, -3, 60, 9, tone.of('#f4ede2')) + ellipse(0, -5, 40, 5, tone.of('#d9cfc0')),
    line('M36 -52q30 -4 26 18q-4 18 -32 16', tone.main, 7),
    path('M-42 -66H42Q42 -14 18 -6H-18Q-42 -14 -42 -66Z', tone.main),
    path('M20 -66H42Q42 -14 18 -6H8Q24 -20 20 -66Z', tone.dark, { opacity: 0.5, stroke: 'none' }),
    path('M-34 -58Q-33 -28 -22 -16', 'none', {
      stroke: '#ffffff',
      'stroke-width': 3.4,
      'stroke-linecap': 'round',
      opacity: 0.45,
    }),
    ellipse(0, -66, 42, 9, tone.light) +
      ellipse(0, -65, 36, 6.6, tone.of('#5b3523')) +
      ellipse(-4, -65, 16, 3, tone.of('#c99a6b')),
    steam.join(''),
  ].join('');
};

/** A running shoe. */
export const shoe: Drawing = (tone) =>
  [
    ellipse(0, 2, 88, 8, '#0b1024', SHADOW),
    path(
      'M-78 -62Q-70 -72 -58 -66Q-46 -52 -26 -62Q-18 -70 -8 -62Q16 -34 54 -28Q82 -24 84 -8H-80Q-86 -30 -78 -62Z',
      tone.main,
    ),
    path('M-80 -22Q-40 -10 84 -12V-6H-80Z', tone.dark, { opacity: 0.6, stroke: 'none' }),
    path('M-84 -12H86Q90 0 80 2H-78Q-88 0 -84 -12Z', tone.of('#fbf8f2')) + line('M-76 -3H78', tone.of('#c9c4bb'), 1.6),
    path('M-40 -22C-16 -18 14 -30 26 -42L34 -37C16 -16 -18 -8 -40 -22Z', tone.of('#fbf8f2')),
    line('M-16 -58l12 -7M-6 -49l12 -8M5 -41l11 -8M17 -35l9 -8', tone.of('#fbf8f2'), 3.4),
    path('M52 -28Q82 -24 84 -12H58Q62 -22 52 -28Z', tone.light) +
      path('M-78 -62Q-70 -72 -58 -66L-62 -40Q-72 -40 -79 -46Z', tone.light),
  ].join('');

/** A desk lamp or lantern with a warm glow. */
export const lamp: Drawing = (tone) =>
  [
    ellipse(0, 1, 30, 4, '#0b1024', SHADOW),
    ellipse(0, -42, 88, 70, tone.glow, { stroke: 'none', opacity: 0.75 + tone.beat * 0.15 }),
    rectangle(-22, -5, 44, 6, tone.of('#3b3a44'), { rx: 3 }) + rectangle(-2.5, -52, 5, 48, tone.of('#4a4955')),
    polygon(
      [
        [-18, -98],
        [18, -98],
        [34, -52],
        [-34, -52],
      ],
      tone.main,
    ),
    polygon(
      [
        [4, -98],
        [18, -98],
        [34, -52],
        [10, -52],
      ],
      tone.dark,
      { opacity: 0.35, stroke: 'none' },
    ),
    ellipse(0, -52, 34, 4, '#fff1c4'),
  ].join('');

/** A stack of books with one open. */
export const book: Drawing = (tone) =>
  [
    ellipse(0, 1, 74, 6, '#0b1024', SHADOW),
    rectangle(-62, -20, 120, 20, tone.dark, { rx: 3 }) + rectangle(-54, -16, 112, 12, tone.of('#f6efdf')),
    rectangle(-52, -40, 108, 20, tone.of('#3e6a8a'), { rx: 3 }) + rectangle(-46, -36, 102, 12, tone.of('#f6efdf')),
    path('M0 -48Q-34 -66 -70 -54V-92Q-34 -102 0 -86Q34 -102 70 -92V-54Q34 -66 0 -48Z', tone.main),
    path('M0 -53Q-32 -68 -64 -59V-93Q-32 -101 0 -86Q32 -101 64 -93V-59Q32 -68 0 -53Z', tone.of('#fbf6ea')),
    line(
      'M0 -86V-53M-54 -84q22 -5 44 4M-54 -76q22 -5 44 4M-54 -68q22 -5 44 4M54 -84q-22 -5 -44 4M54 -76q-22 -5 -44 4',
      tone.of('#a89f8d'),
      1.5,
    ),
  ].join('');

/** A wrapped box with a ribbon. */
export const gift: Drawing = (tone) => {
  const ribbon = tone.of('#fbf1dc');
  return [
    ellipse(4, 2, 54, 7, '#0b1024', SHADOW),
    rectangle(-42, -62, 84, 62, tone.main, { rx: 3 }) +
      rectangle(14, -62, 28, 62, tone.dark, { opacity: 0.35, stroke: 'none' }),
    rectangle(-47, -76, 94, 18, tone.light, { rx: 3 }) + rectangle(-8, -76, 16, 76, ribbon),
    path('M0 -77C-34 -108 -44 -84 0 -77C34 -108 44 -84 0 -77Z', 'none', { stroke: ribbon, 'stroke-width': 6 }),
  ].join('');
};
