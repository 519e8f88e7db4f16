/** Whether a JSON value nests deeper than so many levels (at most some thousands: it looks no deeper than that itself). */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
