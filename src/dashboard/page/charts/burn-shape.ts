import { scaleLinear, scalePoint } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Money } from '../../api.js';

/** A burn-down as paths and marks in a box of the given size, in pixels. */
export interface BurnShape {
  readonly spentPath: string;
  readonly spentArea: string;
  /** From nothing on the first day to the whole plan on the last. */
  readonly planPath: string | null;
  readonly planY: number | null;
  readonly points: readonly { readonly x: number; readonly y: number; readonly day: string; readonly total: number }[];
  readonly xTicks: readonly { readonly x: number; readonly day: string }[];
  readonly yTicks: readonly { readonly y: number; readonly amount: number }[];
}

/** Room around a chart for its scales, in pixels. */
export const MARGIN = { top: 12, right: 16, bottom: 26, left: 52 } as const;
const MOST_DAYS_SHOWN = 7;
const LINES = 4;

/** Draws spending by day against the plan; one day alone is drawn as a flat line over the whole width. */
export function burnShape(
  { burn, planned }: Pick<Money, 'burn' | 'planned'>,
  size: { readonly width: number; readonly height: number },
): BurnShape {
  const highest = Math.max(planned ?? 0, ...burn.map(({ total }) => total), 1);
  const right = size.width - MARGIN.right;
  const bottom = size.height - MARGIN.bottom;
  const across = scalePoint(
    burn.map(({ day }) => day),
    [MARGIN.left, right],
  );
  const up = scaleLinear([0, highest], [bottom, MARGIN.top]).nice(LINES);
  const xOf = (day: string): number => across(day) ?? MARGIN.left;
  const points = burn.map(({ day, total }) => ({ x: xOf(day), y: up(total), day, total }));
  const drawn =
    points.length === 1
      ? points.flatMap((one) => [
          { ...one, x: MARGIN.left },
          { ...one, x: right },
        ])
      : points;
  const each = Math.ceil(burn.length / MOST_DAYS_SHOWN);
  const path = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  ).curve(curveStepAfter);
  const shade = area<{ x: number; y: number }>(
    ({ x }) => x,
    bottom,
    ({ y }) => y,
  ).curve(curveStepAfter);
  const planY = planned === null ? null : up(planned);
  return {
    spentPath: path(drawn) ?? '',
    spentArea: shade(drawn) ?? '',
    planPath: planY === null ? null : `M${MARGIN.left},${bottom}L${right},${planY}`,
    planY,
    points,
    xTicks: points.filter((_, index) => index % each === 0).map(({ x, day }) => ({ x, day })),
    yTicks: up.ticks(LINES).map((amount) => ({ y: up(amount), amount })),
  };
}
