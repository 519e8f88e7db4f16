/** Where a config keeps its ledger. In another place nothing is spent and nothing accepted yet. */
export interface LedgerPlace {
  /** Kind of the store. */
  readonly store: string;
  /** Its folder or address; a store in memory has none. */
  readonly at?: string | undefined;
  readonly project: string;
}

/** Why the place that a config names is not known as its ledger's: it is another one, or the record cannot be read. */
export type LedgerMove =
  | {
      readonly kind: 'moved';
      readonly from: LedgerPlace;
      readonly to: LedgerPlace;
      /** Names of the settings that say it otherwise than before. */
      readonly settings: readonly string[];
    }
  | {
      readonly kind: 'unread';
      /** File of the record. */
      readonly record: string;
      readonly why: string;
      readonly to: LedgerPlace;
      /** Names of the settings that could have been changed. */
      readonly settings: readonly string[];
    };
