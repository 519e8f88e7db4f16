/** How far a database has come: equal states mean that nothing was written to the tables asked about in between. */
export interface TableState {
  /** Moves on whenever somebody else wrote anything. */
  readonly others: number;
  /** How many statements of this connection wrote to the tables; what was rolled back counts too. */
  readonly own: number;
}

/** A table of the store. */
export type Table = 'accounts' | 'briefs' | 'feedback' | 'last_yes' | 'plans' | 'sessions' | 'takes';
