import type { StoreMemory } from './store-memory.js';
import type { Table, TableState } from './table-state.js';

/** What may be bound to a statement; undefined is stored as NULL, a boolean as 0 or 1. */
export type SqlValue = string | number | boolean | null | undefined;

/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs statements. Texts number their parameters `$1`, `$2` …, each at least once. */
export interface Statements {
  readonly memory: StoreMemory;
  /** How far some tables have come; undefined where the engine cannot tell what others write. */
  stateOf(tables: readonly Table[]): TableState | undefined;
  all(text: string, params?: readonly SqlValue[]): Promise<Row[]>;
  get(text: string, params?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Returns how many rows changed. */
  run(text: string, params?: readonly SqlValue[]): Promise<number>;
}

/** The little that the store's statements need of an SQL engine. */
export interface Sql extends Statements {
  /** Runs work as one write transaction; a throw undoes all of it. Work must use the statements it is given. */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
}
