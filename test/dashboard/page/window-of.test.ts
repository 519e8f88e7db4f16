import fc from '../../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { columnsIn, windowOf } from '../../../src/dashboard/page/window-of.js';

describe('the window of a long list', () => {
  it('draws what is in sight with some to spare', () => {
    expect(windowOf({ scrollPx: 1000, viewPx: 500 }, { count: 100, heightPx: 100 }, 2)).toEqual({
      ...{ first: 8, end: 17, topPx: 800, heightPx: 10_000 },
    });
    expect(windowOf({ scrollPx: 0, viewPx: 500 }, { count: 0, heightPx: 100 })).toMatchObject({ first: 0, end: 0 });
  });

  it('always covers the view, never leaves the list, and stays small', () => {
    const number = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 2000 }), number, (scrollPx, viewPx, count) => {
        const heightPx = 236;
        const { first, end, topPx } = windowOf({ scrollPx, viewPx }, { count, heightPx });
        const shownFrom = Math.min(scrollPx, Math.max(0, count * heightPx - viewPx));
        expect(topPx).toBe(first * heightPx);
        expect(topPx).toBeLessThanOrEqual(shownFrom);
        expect(end * heightPx).toBeGreaterThanOrEqual(Math.min(count * heightPx, shownFrom + viewPx));
        expect(end).toBeLessThanOrEqual(count);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(viewPx / heightPx) + 7);
      }),
    );
  });

  it('sets as many cards side by side as fit, at least one', () => {
    expect([100, 190, 391, 392, 1000].map((width) => columnsIn(width, 190, 12))).toEqual([1, 1, 1, 2, 5]);
  });
});
