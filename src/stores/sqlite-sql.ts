import type { Row, Sql, SqlValue, Statements } from './sql/sql.js';
import type { SqliteDatabase, SqliteStatement } from './sqlite-driver.js';
import { asStoreError } from './sqlite-fault.js';
import { newStoreMemory, type StoreMemory } from './sql/store-memory.js';

/**
 * Statements over one SQLite connection. The connection has one transaction at a time, so whatever comes while one is
 * open waits for its end.
 */
export class SqliteSql implements Sql {
  readonly #statements: CachedStatements;
  readonly #database: SqliteDatabase;
  readonly #file: string;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #isOpen = true;

  constructor(database: SqliteDatabase, file: string) {
    this.#database = database;
    this.#file = file;
    this.#statements = new CachedStatements(database);
  }

  get memory(): StoreMemory {
    return this.#statements.memory;
  }

  all(text: string, params?: readonly SqlValue[]): Promise<Row[]> {
    return this.#statement(() => this.#statements.all(text, params));
  }

  get(text: string, params?: readonly SqlValue[]): Promise<Row | undefined> {
    return this.#statement(() => this.#statements.get(text, params));
  }

  run(text: string, params?: readonly SqlValue[]): Promise<number> {
    return this.#statement(() => this.#statements.run(text, params));
  }

  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#transact(work));
  }

  /** Waits for what was begun, then closes the connection; a second close does nothing. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#isOpen) return;
      this.#isOpen = false;
      // One of the drivers keeps the file open for as long as a statement is there.
      this.#statements.forget();
      this.#database.close();
    });
  }

  async #transact<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    // IMMEDIATE takes the writer's place at once: a read that turns into a write later could lose its turn.
    await this.#statements.run('BEGIN IMMEDIATE');
    try {
      const result = await work(this.#statements);
      await this.#statements.run('COMMIT');
      return result;
    } catch (error) {
      await this.#rollBack();
      throw error;
    }
  }

  async #rollBack(): Promise<void> {
    try {
      await this.#statements.run('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full; the first error says why.
    }
  }

  /** A statement is done before anybody else's turn comes: where nobody waits, it needs no place in the line. */
  async #statement<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting > 0) return this.#inTurn(work);
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error, this.#file);
    }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    this.#waiting += 1;
    const mine = (async () => {
      // Nearly always nobody is before us; then the work starts in this very turn.
      if (this.#waiting > 1) await before.catch(() => undefined);
      return work();
    })();
    this.#last = mine;
    try {
      return await mine;
    } catch (error) {
      throw asStoreError(error, this.#file);
    } finally {
      this.#waiting -= 1;
    }
  }
}

/** A prepared text with the places of its parameters: where `$2` stands twice, its value is bound twice. */
interface Prepared {
  readonly statement: SqliteStatement;
  readonly places: readonly number[];
}

/** Prepares each text once. The texts of the store are few, so nothing is ever thrown out. */
class CachedStatements implements Statements {
  readonly memory = newStoreMemory();
  readonly #database: SqliteDatabase;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  async all(text: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    const { statement, places } = this.#prepare(text);
    return statement.all(...bound(places, params)) as Row[];
  }

  async get(text: string, params: readonly SqlValue[] = []): Promise<Row | undefined> {
    const { statement, places } = this.#prepare(text);
    return statement.get(...bound(places, params)) as Row | undefined;
  }

  async run(text: string, params: readonly SqlValue[] = []): Promise<number> {
    const { statement, places } = this.#prepare(text);
    return Number(statement.run(...bound(places, params)).changes);
  }

  /** Lets go of every prepared statement. */
  forget(): void {
    this.#prepared.clear();
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
    const prepared = { statement: this.#database.prepare(inOrder), places };
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
