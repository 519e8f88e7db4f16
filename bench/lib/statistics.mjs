/** The value below which the share `rank` (0–1) of `values` lies, interpolated; NaN when there are none. */
export function quantile(values, rank) {
  if (values.length === 0) return NaN;
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * rank;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

/** The middle value; NaN when there are none. */
export function median(values) {
  return quantile(values, 0.5);
}

/** A number with about three digits; a dash when it is none. */
export function shown(value, digits = 2) {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return String(Math.round(value));
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? Math.min(1, digits) : digits);
}
