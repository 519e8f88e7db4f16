import type { Row, Sql, SqlValue, Statements } from './sql/sql.js';
import type { SqliteDatabase } from './sqlite-driver.js';
import { asStoreError } from './sqlite-fault.js';
import { CachedStatements } from './sqlite-statements.js';
import type { StoreMemory } from './sql/store-memory.js';
import type { Table, TableState } from './sql/table-state.js';

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

  stateOf(tables: readonly Table[]): TableState {
    return this.#statements.stateOf(tables);
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
    this.#statements.lookAgain();
    try {
      const result = await work(this.#statements);
      await this.#statements.run('COMMIT');
      return result;
    } catch (error) {
      await this.#rollBack();
      this.#statements.undone();
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
