import { describe, expect, it } from 'vitest';
import { MARGIN, burnShape } from '../../../../src/dashboard/page/charts/burn-shape.js';

const size = { width: 400, height: 200 };
const dayOf = (index: number, total: number) => ({
  day: `2026-01-${String(index + 1).padStart(2, '0')}`,
  spent: 1,
  total,
});

describe('the burn-down', () => {
  it('goes from edge to edge, higher with every day, below the plan until it is spent', () => {
    const shape = burnShape({ burn: [dayOf(0, 10), dayOf(1, 40), dayOf(2, 100)], planned: 100 }, size);
    expect(shape.points.map(({ x }) => x)).toEqual([MARGIN.left, 218, 384]);
    const heights = shape.points.map(({ y }) => y);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
    expect(heights.at(-1)).toBe(shape.planY);
    expect(shape.spentPath).toMatch(/^M52,/);
    expect(shape.planPath).toBe(`M52,174L384,${shape.planY}`);
  });

  it('draws one day alone over the whole width, and no plan where there is none', () => {
    const shape = burnShape({ burn: [dayOf(0, 10)], planned: null }, size);
    expect(shape.spentPath).toMatch(/^M52,.*L384,/);
    expect([shape.planPath, shape.planY]).toEqual([null, null]);
  });

  it('names only as many days as can be read', () => {
    const burn = Array.from({ length: 30 }, (_, index) => dayOf(index, index));
    expect(burnShape({ burn, planned: null }, size).xTicks.length).toBeLessThanOrEqual(7);
    expect(burnShape({ burn: [], planned: 5 }, size).points).toEqual([]);
  });
});
