import { circle, ellipse, group, line, path, polygon, rectangle } from '../shapes.js';
import type { Drawing, Tone } from './tone.js';

/** A sailing boat that rocks on the water. */
export const boat: Drawing = (tone) => {
  const sail = tone.of('#fbf5e8');
  const content = [
    line('M2 -10V-98', tone.of('#6b4a33'), 2.4),
    path('M5 -94C34 -66 44 -36 46 -16H5Z', sail) +
      path('M22 -70C36 -48 42 -30 46 -16H24Z', tone.of('#d9cfc4'), { opacity: 0.5, stroke: 'none' }),
    path('M-1 -86C-20 -60 -32 -36 -36 -18H-1Z', tone.main),
    path('M-50 -13H56Q46 6 34 8H-30Q-44 4 -50 -13Z', tone.of('#8a4b34')) +
      path('M-50 -13H56L53 -7H-48Z', tone.of('#f4ead8')),
    polygon(
      [
        [2, -98],
        [18, -93],
        [2, -88],
      ],
      tone.main,
    ),
  ].join('');
  const reflection = ellipse(2, 10, 52, 4, tone.of('#ffffff'), { opacity: 0.35, stroke: 'none' });
  return (
    reflection +
    group(content, {
      transform: `translate(0 ${(tone.beat * 1.5).toFixed(2)}) rotate(${(tone.beat * 2.4).toFixed(2)})`,
    })
  );
};

function wheel(tone: Tone, x: number, y: number, radius: number): string {
  return (
    circle(x, y, radius, tone.of('#23252e')) +
    circle(x, y, radius * 0.58, tone.of('#c9ced6')) +
    circle(x, y, radius * 0.2, tone.of('#5c6270'))
  );
}

/** A rounded car seen from the side. */
export const car: Drawing = (tone) => {
  const lamp = tone.night ? ellipse(118, -26, 58, 15, tone.glow, { stroke: 'none' }) : '';
  return [
    ellipse(0, 1, 104, 6, '#0b1024', { opacity: 0.28, stroke: 'none' }),
    path(
      'M-96 -18Q-100 -42 -76 -46L-58 -50Q-42 -82 -12 -84H14Q44 -82 60 -52Q90 -48 97 -36Q100 -24 96 -14H-92Z',
      tone.main,
    ),
    path('M-96 -22H98Q99 -18 96 -14H-92Z', tone.dark),
    path('M-48 -52Q-36 -76 -12 -77H-6V-52Z', tone.of('#bfe0ee')) +
      path('M2 -52V-77H13Q36 -75 49 -52Z', tone.of('#bfe0ee')),
    path('M-36 -52L-22 -75H-14L-27 -52ZM18 -52L28 -73L34 -69L25 -52Z', '#ffffff', { opacity: 0.4, stroke: 'none' }),
    line('M-2 -50V-22M-74 -45H-56', tone.dark, 1.6) + line('M6 -42h11', tone.light, 2.4),
    ellipse(91, -35, 5, 6, tone.night ? '#fff2c0' : tone.of('#fff2c0')) +
      rectangle(-98, -40, 6, 9, tone.of('#c0332e'), { rx: 2 }),
    wheel(tone, -56, -14, 17) + wheel(tone, 58, -14, 17),
    lamp,
  ].join('');
};

/** A bicycle. */
export const bicycle: Drawing = (tone) => {
  const rim = tone.of('#2b2d38');
  const tyre = (x: number): string =>
    circle(x, -26, 25, 'none', { stroke: rim, 'stroke-width': 3 }) +
    line(`M${x - 24} -26h48M${x} -50v48M${x - 17} -43l34 34M${x + 17} -43l-34 34`, tone.of('#9ea4ae'), 0.6);
  return [
    tyre(-46) + tyre(46),
    line('M-46 -26L-14 -66H30L0 -26H-46M-14 -66L0 -26M46 -26L26 -78H38', tone.main, 4),
    line('M-18 -74h-12h22M38 -78l8 6', rim, 5) + circle(0, -26, 6, rim),
    path('M26 -76h22v16h-22z', tone.of('#c49a6c')),
  ].join('');
};

/** A hot-air balloon high above the ground. */
export const balloon: Drawing = (tone) => {
  const drift = `translate(${(tone.beat * 2).toFixed(2)} ${(tone.beat * 3 - 10).toFixed(2)})`;
  const envelope = 'M0 -100C-40 -100 -46 -58 -30 -38Q-18 -24 -9 -18H9Q18 -24 30 -38C46 -58 40 -100 0 -100Z';
  const content = [
    path(envelope, tone.main),
    path('M0 -100C-20 -96 -22 -50 -6 -18H6C22 -50 20 -96 0 -100Z', tone.of('#fbf1dc')) +
      path('M0 -100C-7 -92 -8 -48 -2 -18H2C8 -48 7 -92 0 -100Z', tone.dark),
    path('M0 -100C40 -100 46 -58 30 -38Q24 -30 17 -24C34 -52 30 -86 0 -100Z', '#0b1024', {
      opacity: 0.14,
      stroke: 'none',
    }),
    line('M-8 -18L-5 -8M8 -18L5 -8', tone.of('#4b3a30'), 0.8),
    rectangle(-6, -9, 12, 9, tone.of('#8c6239'), { rx: 2 }) +
      (tone.night ? circle(0, -24, 30, tone.glow, { stroke: 'none' }) : ''),
  ].join('');
  return group(content, { transform: drift });
};

/** A small steam train. */
export const train: Drawing = (tone) => {
  const carriage = (x: number): string =>
    rectangle(x, -54, 84, 42, tone.dark, { rx: 4 }) +
    [8, 30, 52].map((step) => rectangle(x + step, -46, 16, 15, tone.lit, { rx: 2 })).join('') +
    wheel(tone, x + 18, -8, 8) +
    wheel(tone, x + 64, -8, 8);
  const steam = [0, 1, 2].map((puff) =>
    circle(74 - puff * 24 + tone.beat * 3, -86 - puff * 13, 9 + puff * 5, tone.of('#f6f6f6'), {
      opacity: 0.7 - puff * 0.18,
      stroke: 'none',
    }),
  );
  return [
    line('M-190 1H150', tone.of('#5a5560'), 4),
    carriage(-170) + carriage(-80),
    steam.join(''),
    rectangle(10, -66, 34, 54, tone.main, { rx: 3 }) +
      rectangle(16, -58, 20, 17, tone.lit, { rx: 2 }) +
      rectangle(4, -71, 46, 6, tone.dark, { rx: 2 }),
    rectangle(42, -46, 66, 32, tone.main, { rx: 12 }) +
      rectangle(68, -70, 12, 26, tone.dark) +
      circle(108, -30, 5, '#fff2c0'),
    wheel(tone, 26, -10, 11) + wheel(tone, 62, -10, 11) + wheel(tone, 92, -10, 11),
    polygon(
      [
        [104, -14],
        [124, 0],
        [100, 0],
      ],
      tone.dark,
    ),
  ].join('');
};

/** A rocket with its flame. */
export const rocket: Drawing = (tone) => {
  const flame = 8 * tone.beat;
  return [
    path(`M-9 -18Q-14 0 0 ${16 + flame}Q14 0 9 -18Z`, '#ff9a3c') +
      path(`M-5 -18Q-7 -4 0 ${6 + flame / 2}Q7 -4 5 -18Z`, '#ffe9a0'),
    polygon(
      [
        [-14, -46],
        [-27, -14],
        [-12, -20],
      ],
      tone.main,
    ) +
      polygon(
        [
          [14, -46],
          [27, -14],
          [12, -20],
        ],
        tone.main,
      ),
    path('M0 -100C18 -80 20 -46 12 -18H-12C-20 -46 -18 -80 0 -100Z', tone.of('#f3f1ec')),
    path('M0 -100C18 -80 20 -46 12 -18H5C10 -46 10 -80 0 -100Z', tone.of('#a9afbd'), { opacity: 0.6, stroke: 'none' }),
    path('M0 -100C8 -91 12 -82 14 -72H-14C-12 -82 -8 -91 0 -100Z', tone.main),
    circle(0, -56, 8, tone.of('#2c3348')) + circle(0, -56, 5.5, tone.lit),
  ].join('');
};
