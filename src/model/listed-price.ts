import type { Lane } from './lane.js';
import type { Price } from './price.js';
import type { Tier } from './tier.js';

/** A price out of a list that holds for some calls of a tool. */
export interface ListedPrice {
  /** How closely the entry names server and tool; only the closest that fit a call count. */
  readonly closeness: number;
  /** Model that it is for, `*` for any part; undefined: for all. */
  readonly model?: string | undefined;
  readonly tier?: Tier | undefined;
  /** The slower, cheaper lane that the model is. */
  readonly lane?: Lane | undefined;
  readonly quality?: string | undefined;
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** The price in credits, or why it cannot be told in credits. */
  readonly price: Price | { readonly why: string; readonly source: string; readonly asOf?: string | undefined };
  /** What the amount of the price's expression is multiplied by to be credits for its unit. */
  readonly scale: number;
}
