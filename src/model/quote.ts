import type { MicroCredits } from './credits.js';

/** A price before the call. Only `unknown` has no amount; `upper` is what a hold must cover. */
export type Quote =
  | {
      readonly status: 'exact' | 'estimate' | 'range';
      readonly amount: MicroCredits;
      /** The most that the call can cost. */
      readonly upper: MicroCredits;
      readonly source: string;
      readonly asOf?: string | undefined;
    }
  | { readonly status: 'unknown'; readonly source: string; readonly why: string };
