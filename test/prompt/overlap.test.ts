import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { overlap, sameSubject } from '../../src/prompt/overlap.js';

const of = (prompt: string) => analyse({ prompt });

describe('sameSubject', () => {
  it.each([
    ['an otter in a teacup', 'an otter in a chipped teacup, dawn light'],
    ['a red otter in a teacup', 'a blue otter in a teacup'],
    ['otter, teacup, steam', 'steam, otter, saucer'],
    ['水獭坐在茶杯里', '水獭坐在茶杯里，黄昏'],
    ['watercolor, an otter in a teacup', 'an otter in a teacup, watercolor'],
  ])('%s / %s: the same', (left, right) => {
    expect(sameSubject(of(left), of(right))).toBe(true);
  });

  it.each([
    ['an otter in a teacup', 'a lighthouse in a storm'],
    ['an otter in a teacup, 8k, masterpiece', 'a lighthouse, 8k, masterpiece'],
    ['a man with a hat by the sea', 'a tower with a clock by the park'],
    ['', 'an otter'],
    [
      'a red bicycle on a wall, golden hour, watercolor, pastel palette, wide view, poster',
      'a bowl of ramen on a table, golden hour, watercolor, pastel palette, wide view, poster',
    ],
  ])('%s / %s: not the same', (left, right) => {
    expect(sameSubject(of(left), of(right))).toBe(false);
  });
});

describe('overlap', () => {
  it('is the share of the smaller prompt, in both directions', () => {
    expect(overlap(of('otter, cup'), of('otter, plate, fork'))).toBe(0.5);
    expect(overlap(of('otter, plate, fork'), of('otter, cup'))).toBe(0.5);
  });

  it('is whole for two prompts of nothing', () => {
    expect(overlap(of(''), of(''))).toBe(1);
  });
});
