/** A repeatable stream of numbers: the same key always gives the same stream. */
export interface Random {
  /** The next number in [0, 1). */
  next(): number;
  /** The next number between two bounds. */
  between(low: number, high: number): number;
  /** One entry of a non-empty list. */
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Hashes a text into an unsigned 32-bit integer (FNV-1a with a final avalanche; not for secrets). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Starts the stream that belongs to a key (mulberry32). */
export function randomFrom(key: string): Random {
  let state = hashText(key);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}
