/** What of a long list is in sight. */
export interface ListWindow {
  /** Number of the first row to draw, and of the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Room that the first row leaves above itself, and all rows together, in pixels. */
  readonly topPx: number;
  readonly heightPx: number;
}

/** The rows that a scrolled box shows, and `spare` more on both sides so that a quick hand sees no gap. */
export function windowOf(
  box: { readonly scrollPx: number; readonly viewPx: number },
  rows: { readonly count: number; readonly heightPx: number },
  spare = 3,
): ListWindow {
  const heightPx = rows.count * rows.heightPx;
  const furthestPx = Math.max(0, heightPx - box.viewPx);
  const scrollPx = Math.min(Math.max(0, box.scrollPx), furthestPx);
  const first = Math.max(0, Math.floor(scrollPx / rows.heightPx) - spare);
  const end = Math.min(rows.count, Math.ceil((scrollPx + box.viewPx) / rows.heightPx) + spare);
  return { first, end, topPx: first * rows.heightPx, heightPx };
}

/** How many cards of at least `leastPx` stand side by side in `widthPx`; at least one. */
export function columnsIn(widthPx: number, leastPx: number, gapPx: number): number {
  return Math.max(1, Math.floor((widthPx + gapPx) / (leastPx + gapPx)));
}
