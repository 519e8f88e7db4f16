import { circle, ellipse, group, line, path, polygon, rectangle } from '../shapes.js';
import type { Drawing } from './tone.js';

/** A sitting cat that swings its tail. */
export const cat: Drawing = (tone) => {
  const tail = line(
    `M22 -6Q${52 + tone.beat * 5} -8 ${46 + tone.beat * 8} -38Q44 -50 ${52 + tone.beat * 9} -54`,
    tone.main,
    8,
  );
  const eye = (x: number): string =>
    ellipse(x, -74, 4, 5, '#f2d65c') + ellipse(x, -74, 1.4, 4.4, '#1c1c22', { stroke: 'none' });
  return [
    tail,
    path('M-26 0C-34 -34 -20 -58 0 -58C20 -58 34 -34 26 0Z', tone.main),
    path('M-12 0C-16 -26 -10 -48 0 -48C10 -48 16 -26 12 0Z', tone.light),
    polygon(
      [
        [-24, -80],
        [-22, -104],
        [-6, -92],
      ],
      tone.main,
    ) +
      polygon(
        [
          [24, -80],
          [22, -104],
          [6, -92],
        ],
        tone.main,
      ),
    polygon(
      [
        [-20, -84],
        [-19, -97],
        [-10, -90],
      ],
      tone.of('#e7a4a0'),
    ) +
      polygon(
        [
          [20, -84],
          [19, -97],
          [10, -90],
        ],
        tone.of('#e7a4a0'),
      ),
    path('M-27 -72C-27 -92 -12 -96 0 -96C12 -96 27 -92 27 -72C27 -58 12 -52 0 -52C-12 -52 -27 -58 -27 -72Z', tone.main),
    tone.detail > 0 ? line('M-7 -94v8M0 -95v9M7 -94v8', tone.dark, 2.6) : '',
    eye(-11) + eye(11),
    polygon(
      [
        [-3, -66],
        [3, -66],
        [0, -62],
      ],
      tone.of('#d97b7b'),
    ) + line('M0 -62q-4 5 -8 2M0 -62q4 5 8 2', tone.dark, 1.2),
    line('M-14 -63l-18 -3M-14 -60l-18 2M14 -63l18 -3M14 -60l18 2', tone.of('#f5efe6'), 0.9),
    ellipse(-11, -3, 9, 5, tone.light) + ellipse(11, -3, 9, 5, tone.light),
  ].join('');
};

/** A sitting dog with a collar. */
export const dog: Drawing = (tone) =>
  [
    line(`M22 -8Q42 -12 ${44 + tone.beat * 7} -34`, tone.main, 8),
    path('M-25 0C-34 -30 -22 -60 0 -60C22 -60 34 -30 25 0Z', tone.main),
    path('M-11 0C-15 -24 -10 -46 0 -46C10 -46 15 -24 11 0Z', tone.light),
    path(
      'M-25 -70C-27 -92 -14 -101 0 -101C14 -101 27 -92 25 -70C24 -56 12 -50 0 -50C-12 -50 -24 -56 -25 -70Z',
      tone.main,
    ),
    path('M-20 -96Q-40 -94 -36 -66Q-30 -60 -24 -68Z', tone.dark) +
      path('M20 -96Q40 -94 36 -66Q30 -60 24 -68Z', tone.dark),
    ellipse(0, -64, 13, 11, tone.light) +
      ellipse(0, -69, 5, 3.6, '#24222a') +
      line('M0 -66v5q-4 5 -8 1M0 -61q4 5 8 1', '#24222a', 1.2),
    circle(-10, -80, 3.2, '#24222a') +
      circle(10, -80, 3.2, '#24222a') +
      circle(-9, -81, 1, '#ffffff') +
      circle(11, -81, 1, '#ffffff'),
    path('M-19 -53Q0 -43 19 -53L17 -47Q0 -38 -17 -47Z', tone.of('#c9413d')) + circle(0, -41, 3.6, tone.of('#f2c94c')),
    ellipse(-11, -3, 9, 5, tone.light) + ellipse(11, -3, 9, 5, tone.light),
  ].join('');

/** A round bird on a post. */
export const bird: Drawing = (tone) =>
  [
    rectangle(-5, -34, 10, 36, tone.of('#7a5b45'), { rx: 2 }) + ellipse(0, -34, 6, 2, tone.of('#a17f62')),
    polygon(
      [
        [-22, -52],
        [-52, -40 + tone.beat * 2],
        [-46, -58],
      ],
      tone.dark,
    ),
    path(
      'M-30 -56C-30 -78 -10 -92 10 -92C28 -92 34 -78 30 -64C26 -44 8 -34 -6 -36C-20 -38 -30 -44 -30 -56Z',
      tone.main,
    ),
    path('M8 -36C24 -42 32 -56 30 -68C22 -58 8 -52 -8 -37Z', tone.light),
    path(`M-18 -66Q2 -78 10 -60Q0 ${-44 + tone.beat} -30 -48Q-24 -56 -18 -66Z`, tone.dark),
    polygon(
      [
        [31, -80],
        [46, -75],
        [31, -71],
      ],
      tone.of('#eda23b'),
    ),
    circle(20, -79, 3, '#1d1d25') + circle(21, -80, 1, '#ffffff'),
  ].join('');

/** A person with a coat and scarf, seen from the front. */
export const person: Drawing = (tone) => {
  const skin = tone.of('#e3b08d');
  const hair = tone.of('#4a3328');
  const scarf = tone.of('#f0c75a');
  return [
    rectangle(-9, -30, 7.4, 30, tone.of('#33405c')) + rectangle(1.6, -30, 7.4, 30, tone.of('#2c3852')),
    path('M-11 0q-1 -5 4 -5h6v5zM11 0q1 -5 -4 -5h-6v5z', tone.of('#4c3327')),
    path('M-17 -62L-22 -34L-16 -32L-11 -52ZM17 -62L22 -34L16 -32L11 -52Z', tone.dark),
    path('M-15 -66Q0 -72 15 -66L17 -24Q0 -19 -17 -24Z', tone.main) +
      path('M4 -68L15 -66L17 -24Q11 -22 5 -21Z', tone.dark, { opacity: 0.4, stroke: 'none' }),
    circle(-19, -32, 3, skin) + circle(19, -32, 3, skin) + line('M0 -66V-22', tone.dark, 0.9),
    rectangle(-3.6, -74, 7.2, 9, skin),
    path('M-11 -80C-13 -97 -6 -101 0 -101C8 -101 13 -96 11 -80Z', hair),
    ellipse(0, -83, 9, 11, skin) +
      path('M-10 -84C-9 -98 4 -99 10 -86C4 -88 -2 -91 -4 -92C-5 -88 -8 -86 -10 -84Z', hair),
    circle(-3.4, -82, 1.1, '#2b211d') +
      circle(3.4, -82, 1.1, '#2b211d') +
      line('M-2.4 -76.6q2.4 1.8 4.8 0', '#a5604c', 0.9),
    path('M-11 -71Q0 -65 11 -71L12 -65Q0 -58 -12 -65Z', scarf) +
      group(path('M5 -65h7l3 22h-8z', scarf), { transform: `rotate(${(tone.beat * 5).toFixed(1)} 8 -65)` }),
  ].join('');
};

/** A friendly robot with lit eyes. */
export const robot: Drawing = (tone) => {
  const metal = tone.of('#b9c3cf');
  const joint = tone.of('#5c6675');
  const wave = -30 + tone.beat * 14;
  return [
    rectangle(-15, -22, 9, 20, joint) +
      rectangle(6, -22, 9, 20, joint) +
      rectangle(-19, -5, 16, 6, tone.dark, { rx: 3 }) +
      rectangle(3, -5, 16, 6, tone.dark, { rx: 3 }),
    line('M-22 -50L-34 -34', joint, 6) + circle(-34, -32, 5, tone.main),
    group(line('M0 0L15 -13', joint, 6) + circle(16, -15, 5, tone.main), {
      transform: `translate(22 -50) rotate(${(wave + 20).toFixed(1)})`,
    }),
    rectangle(-23, -60, 46, 40, tone.main, { rx: 8 }) +
      rectangle(8, -60, 15, 40, tone.dark, { rx: 7, opacity: 0.35, stroke: 'none' }),
    rectangle(-13, -51, 26, 19, tone.of('#2a3140'), { rx: 4 }) +
      line('M-9 -41h4l3 -6l4 11l3 -5h5', tone.of('#63f0b0'), 1.6),
    rectangle(-5, -65, 10, 6, joint) +
      rectangle(-21, -94, 42, 30, metal, { rx: 9 }) +
      rectangle(-16, -88, 32, 17, tone.of('#232a38'), { rx: 7 }),
    circle(-7, -80, 4, '#7df5ff') + circle(7, -80, 4, '#7df5ff') + line('M-4 -68.5h8', joint, 1.4),
    line('M0 -94v-9', joint, 2) + circle(0, -105, 3.4, tone.of('#ef5b5b')),
  ].join('');
};
