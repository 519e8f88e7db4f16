import { scaleLinear } from 'd3-scale';
import type { Slice } from '../../api.js';

/** One bar: what it stands for and how long it is, as a share of the longest between 0 and 1. */
export interface Bar extends Slice {
  readonly length: number;
  /** Share of all spending. */
  readonly share: number;
}

/** The biggest parts of the spending as bars, the rest together as one more named `others`. */
export function barsOf(slices: readonly Slice[], most: number, others: string): readonly Bar[] {
  const sorted = slices.toSorted((a, b) => b.credits - a.credits);
  const shown = sorted.slice(0, most);
  const rest = sorted.slice(most);
  const sum = (of: (slice: Slice) => number, list: readonly Slice[]): number =>
    list.reduce((total, slice) => total + of(slice), 0);
  const last: Slice = {
    name: others,
    credits: sum(({ credits }) => credits, rest),
    takes: sum(({ takes }) => takes, rest),
    kept: sum(({ kept }) => kept, rest),
  };
  const bars = rest.length === 0 ? shown : [...shown, last];
  const total = sum(({ credits }) => credits, bars);
  const lengthOf = scaleLinear([0, Math.max(...bars.map(({ credits }) => credits), 1)], [0, 1]).clamp(true);
  return bars.map((slice) => ({
    ...slice,
    length: lengthOf(slice.credits),
    share: total > 0 ? slice.credits / total : 0,
  }));
}
