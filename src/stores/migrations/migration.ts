/** One numbered step of the schema. A step that was published is never changed; a new one follows it. */
export interface Migration {
  /** Consecutive from 1. */
  readonly version: number;
  /** Scripts for SQLite, run in order. */
  readonly sqlite: readonly string[];
}
