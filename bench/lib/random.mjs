/** A source of numbers from 0 to 1 that depends on the seed alone (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list, all equally often. */
export const pick = (list, random) => list[Math.floor(random() * list.length)];

/** One of a list, the n-th about 1/n as often as the first: as words are in real texts. */
export const pickCommon = (list, random) => list[Math.floor((list.length + 1) ** random()) - 1] ?? list[0];
