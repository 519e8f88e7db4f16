/** The parameters from `first` on, e.g. `$3, $4` for 2 of them from 3. */
export function placeholders(count: number, first = 1): string {
  return Array.from({ length: count }, (_, index) => `$${String(first + index)}`).join(', ');
}
