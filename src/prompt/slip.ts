/** Below this many letters, too many real words lie one slip from another. */
const MIN_LENGTH = 5;

/** What one slip of the pen did to a word. */
export interface Slip {
  /** A letter was lost, one of two equal ones was, or two neighbours stand in each other's place. */
  readonly kind: 'lost' | 'undoubled' | 'swapped';
  /** Where the two words begin to differ, counted from the front. */
  readonly at: number;
  /** Which of the two have to be known as real words, so that they are not taken for one word mistyped. */
  readonly lookalikes: readonly string[];
}

function commonStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  return at;
}

/** Two neighbouring letters changed places, neither of them the first: "toliet". */
function swapBetween(left: string, right: string): Slip | undefined {
  const at = commonStart(left, right);
  const swapped = left.slice(0, at) + (left[at + 1] ?? '') + (left[at] ?? '') + left.slice(at + 2);
  return at >= 1 && swapped === right ? { kind: 'swapped', at, lookalikes: [left, right] } : undefined;
}

/** A letter too many or too few, away from both ends, where inflection and other words live: "umbrela", "statue". */
function lossBetween(short: string, long: string): Slip | undefined {
  const at = commonStart(short, long);
  if (at < 1 || at === short.length || short.slice(at) !== long.slice(at + 1)) return undefined;
  // A doubled letter is what makes such a word another one ("stripped"); otherwise it is the lack of a letter ("sanding").
  return long[at - 1] === long[at]
    ? { kind: 'undoubled', at, lookalikes: [long] }
    : { kind: 'lost', at, lookalikes: [short] };
}

/**
 * The one slip of the pen that turns one word into the other, whatever they mean; undefined where it takes more than one,
 * or where the slip would lie at an end. Cheap, for nearly all pairs are not so near.
 */
export function slipBetween(left: string, right: string): Slip | undefined {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length < MIN_LENGTH || short === long) return undefined;
  if (short.length === long.length) return swapBetween(short, long);
  return long.length === short.length + 1 ? lossBetween(short, long) : undefined;
}
