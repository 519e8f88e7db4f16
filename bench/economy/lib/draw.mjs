/** A number from 0 to 1 that depends on the keys alone (FNV-1a, mixed), whatever was drawn before. */
export function draw(...keys) {
  let state = 0x811c9dc5;
  for (const letter of keys.join('\u0001')) {
    state = Math.imul(state ^ letter.codePointAt(0), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}

/** One of a list, by its keys. */
export const choose = (list, ...keys) => list[Math.floor(draw('choose', ...keys) * list.length)];

/** One of the entries `[value, weight]`, by its keys. */
export function chooseWeighted(entries, ...keys) {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw('weighted', ...keys) * total;
  return entries.find(([, weight]) => (left -= weight) < 0)?.[0] ?? entries[0][0];
}
