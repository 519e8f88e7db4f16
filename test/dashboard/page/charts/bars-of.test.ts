import { describe, expect, it } from 'vitest';
import { barsOf } from '../../../../src/dashboard/page/charts/bars-of.js';

const slice = (name: string, credits: number) => ({ name, credits, takes: 2, kept: 1 });

describe('the parts of the spending', () => {
  it('stand biggest first, the rest as one bar, and their shares make the whole', () => {
    const bars = barsOf([slice('a', 10), slice('b', 40), slice('c', 20), slice('d', 30)], 2, 'others');
    expect(bars.map(({ name, credits, takes, kept }) => [name, credits, takes, kept])).toEqual([
      ['b', 40, 2, 1],
      ['d', 30, 2, 1],
      ['others', 30, 4, 2],
    ]);
    expect(bars.map(({ length }) => length)).toEqual([1, 0.75, 0.75]);
    expect(bars.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('are empty bars where nothing was spent', () => {
    expect(barsOf([slice('a', 0)], 5, 'others')).toMatchObject([{ length: 0, share: 0 }]);
    expect(barsOf([], 5, 'others')).toEqual([]);
  });
});
