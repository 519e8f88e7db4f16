import { circle, ellipse, group, line, path } from '../shapes.js';
import type { Drawing } from './tone.js';

/** A broad tree with a layered crown. */
export const tree: Drawing = (tone) => {
  const leaf = (x: number, y: number, radius: number, colour: string): string =>
    circle(x + tone.beat * 0.8, y, radius, colour);
  return [
    ellipse(0, 1, 34, 4, '#0b1024', { opacity: 0.22, stroke: 'none' }),
    path(
      'M-5 0Q-3 -26 -4 -48L-18 -60L-15 -63L-2 -54L2 -70L6 -69L4 -50L16 -60L18 -57L5 -42Q4 -20 7 0Z',
      tone.of('#6b4a35'),
    ),
    leaf(-22, -62, 20, tone.dark) + leaf(22, -60, 20, tone.dark) + leaf(0, -58, 18, tone.dark),
    leaf(-14, -76, 22, tone.main) + leaf(16, -74, 21, tone.main) + leaf(0, -88, 18, tone.main),
    tone.detail > 0 ? leaf(-18, -82, 11, tone.light) + leaf(6, -94, 10, tone.light) + leaf(14, -80, 8, tone.light) : '',
  ].join('');
};

/** A vase of flowers. */
export const flower: Drawing = (tone) => {
  const bloom = (x: number, y: number, size: number, colour: string): string => {
    const petals = Array.from({ length: 6 }, (_, index) =>
      group(ellipse(0, -size * 0.72, size * 0.42, size * 0.66, colour), { transform: `rotate(${index * 60})` }),
    ).join('');
    return group(petals + circle(0, 0, size * 0.42, tone.of('#f2c23e')), {
      transform: `translate(${(x + tone.beat * 1.2).toFixed(2)} ${y})`,
    });
  };
  const leaf = tone.of('#57935d');
  return [
    line('M0 -30Q-4 -52 -20 -72M0 -30Q2 -58 2 -82M0 -30Q6 -54 24 -68', leaf, 2.2),
    path('M0 -34Q-24 -38 -28 -54Q-8 -52 0 -34Z', leaf) + path('M2 -36Q22 -38 28 -50Q10 -52 2 -36Z', leaf),
    bloom(-20, -74, 15, tone.main) + bloom(24, -70, 14, tone.light) + bloom(2, -88, 16, tone.main),
    path('M-14 -34H14Q11 -26 18 -14Q20 0 8 0H-8Q-20 0 -18 -14Q-11 -26 -14 -34Z', tone.of('#dfe6e6')),
    path('M6 -34H14Q11 -26 18 -14Q20 0 8 0H4Q13 -14 6 -34Z', '#0b1024', { opacity: 0.14, stroke: 'none' }),
  ].join('');
};
