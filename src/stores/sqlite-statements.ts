import type { Row, SqlValue, Statements } from './sql/sql.js';
import { newStoreMemory } from './sql/store-memory.js';
import type { Table, TableState } from './sql/table-state.js';
import type { SqliteDatabase, SqliteStatement } from './sqlite-driver.js';

/** A prepared text with the places of its parameters: where `$2` stands twice, its value is bound twice. */
interface Prepared {
  readonly statement: SqliteStatement;
  readonly places: readonly number[];
  /** The table it writes to; the end of a transaction makes all of them visible. */
  readonly writes?: string | undefined;
}

/** Writes of all connections of this process: one that another of them made is seen at once. */
const here = { writes: 0 };

/** What a text writes to; the end of a transaction shows others what was written in it. */
const writing = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)|^COMMIT$/;

function writtenBy(text: string): string | undefined {
  const found = writing.exec(text);
  return found === null ? undefined : (found[1] ?? 'all');
}

/**
 * The statements of one SQLite connection, run at once. Each text is prepared once: the texts of the store are few, so nothing is
 * ever thrown out.
 */
export class CachedStatements implements Statements {
  readonly memory = newStoreMemory();
  readonly #database: SqliteDatabase;
  readonly #prepared = new Map<string, Prepared>();
  readonly #written = new Map<string, number>();
  #undone = 0;
  /** What others wrote, as it was seen when so many of their writes in this process had been made. */
  #others: { readonly number: number; readonly near: number } | undefined;
  #ownWrites = 0;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  stateOf(tables: readonly Table[]): TableState {
    const others = this.#seenOthers();
    const own = tables.reduce((sum, table) => sum + (this.#written.get(table) ?? 0), this.#undone);
    return { others, own };
  }

  /** What others wrote is looked at anew: a transaction must not go by what was seen before it began. */
  lookAgain(): void {
    this.#others = undefined;
  }

  /** What was written since the transaction began is gone: whoever remembered it must read again. */
  undone(): void {
    this.#undone += 1;
  }

  async all(text: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    const { statement, places } = this.#begin(text);
    return statement.all(...bound(places, params)) as Row[];
  }

  async get(text: string, params: readonly SqlValue[] = []): Promise<Row | undefined> {
    const { statement, places } = this.#begin(text);
    return statement.get(...bound(places, params)) as Row | undefined;
  }

  async run(text: string, params: readonly SqlValue[] = []): Promise<number> {
    const { statement, places } = this.#begin(text);
    return Number(statement.run(...bound(places, params)).changes);
  }

  /** Lets go of every prepared statement. */
  forget(): void {
    this.#prepared.clear();
  }

  /**
   * What another connection commits moves its number for this one; one's own commits do not. The number holds for the rest
   * of this turn of the event loop: what is read in it is one picture, and a transaction looks again before it changes
   * anything.
   */
  #seenOthers(): number {
    const near = here.writes - this.#ownWrites;
    if (this.#others?.near === near) return this.#others.number;
    const { data_version: number } = this.#prepare('PRAGMA data_version').statement.get() as { data_version: number };
    this.#others = { number, near };
    setImmediate(() => this.lookAgain());
    return number;
  }

  /** The statement of a text that is about to run. */
  #begin(text: string): Prepared {
    const prepared = this.#prepare(text);
    const { writes } = prepared;
    if (writes !== undefined) {
      this.#written.set(writes, (this.#written.get(writes) ?? 0) + 1);
      this.#ownWrites += 1;
      here.writes += 1;
    }
    return prepared;
  }

  #prepare(text: string): Prepared {
    const known = this.#prepared.get(text);
    if (known) return known;
    const places: number[] = [];
    // `$1` is a name to SQLite, and binding by name takes three times as long as binding in order.
    const inOrder = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
      places.push(Number(number) - 1);
      return '?';
    });
    const prepared = { statement: this.#database.prepare(inOrder), places, writes: writtenBy(text) };
    this.#prepared.set(text, prepared);
    return prepared;
  }
}

/** Values in the order of their places; undefined and booleans are no values to SQLite. */
function bound(places: readonly number[], params: readonly SqlValue[]): unknown[] {
  return places.map((place) => {
    const value = params[place];
    return typeof value === 'boolean' ? Number(value) : (value ?? null);
  });
}
