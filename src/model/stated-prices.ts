import type { ListedPrice } from './listed-price.js';

/** What a server says itself that a tool of its costs: never more than an estimate, and only where nobody else has a price. */
export interface StatedPrices {
  readonly prices: readonly ListedPrice[];
  /** Whether it names a range or an upper bound. */
  readonly isBound: boolean;
  /** The words that they were read from. */
  readonly words: readonly string[];
}
