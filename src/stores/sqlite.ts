import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../gate/store-port.js';
import { sqlStore } from './sql/sql-store.js';
import { loadSqliteDriver, type SqliteDatabase, type SqliteDriver } from './sqlite-driver.js';
import { asStoreError, isBusy } from './sqlite-fault.js';
import { migrateSqlite } from './sqlite-migrate.js';
import { SqliteSql } from './sqlite-sql.js';
import { isSafeForWal } from './sqlite-version.js';
import { StoreError } from './store-error.js';

/** What {@link openSqliteStore} needs. */
export interface SqliteStoreOptions {
  /** Path of the file; it and its folder are made when missing, readable by their owner only. Must be on a local disk. */
  readonly file: string;
  /** Epoch milliseconds; the machine's clock by default. */
  readonly clock?: (() => number) | undefined;
  /** A driver with the API of `node:sqlite`; by default whichever loads here. */
  readonly driver?: SqliteDriver | undefined;
}

/** How long a statement, or the opening of a file, waits for other processes before it fails as `busy`. */
const busyTimeoutMs = 10_000;

/** Most memory for pages of the file, in kilobytes. */
const cacheKilobytes = 2_000;

/** Pauses between two attempts to open a file; drawn at random, so that two processes do not meet again and again. */
const retryMs = { least: 5, most: 50 } as const;

/**
 * Opens the store in one SQLite file, which any number of processes on this machine may share.
 * @throws StoreError when the file cannot be used; its message says what to do.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, clock = Date.now } = options;
  const driver = options.driver ?? (await loadSqliteDriver());
  try {
    await makeFile(file);
    const database = await connectInTurn(driver, file);
    const sql = new SqliteSql(database, file);
    return sqlStore('sqlite', sql, clock, () => sql.close());
  } catch (error) {
    throw asStoreError(error, file);
  }
}

/** Makes the file before SQLite does, which would let everybody read it; its side files take over its mode. */
async function makeFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  await handle.close();
}

/**
 * Connects as soon as other processes let it. SQLite's own waiting is not enough: while one process writes, a change of
 * the journal mode in another fails at once, which is what happens when two open a new file together.
 */
async function connectInTurn(driver: SqliteDriver, file: string): Promise<SqliteDatabase> {
  const giveUpAt = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      return connect(driver, file);
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await delay(retryMs.least + Math.random() * (retryMs.most - retryMs.least));
    }
  }
}

function connect(driver: SqliteDriver, file: string): SqliteDatabase {
  const database = new driver.DatabaseSync(file);
  try {
    // First of all: everything after it may meet another process.
    database.exec(`PRAGMA busy_timeout = ${String(busyTimeoutMs)}`);
    setJournal(database, file);
    // The upper levels of all indexes of a large store; grows only as they are read.
    database.exec(`PRAGMA cache_size = -${String(cacheKilobytes)}`);
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    migrateSqlite(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function setJournal(database: SqliteDatabase, file: string): void {
  const version = read(database, 'SELECT sqlite_version() AS value');
  const wanted = isSafeForWal(version) ? 'wal' : 'delete';
  if (read(database, 'SELECT journal_mode AS value FROM pragma_journal_mode') === wanted) return;
  if (changeJournal(database, wanted) === wanted) return;
  throw new StoreError(
    'old-sqlite',
    `The store ${file} is in use by processes that write a log ahead, which SQLite ${version} must not do: end the ` +
      'other processes, or use Node 22.13 or newer everywhere.',
  );
}

/** Changes the journal mode and returns the one in force; going back from the log fails while others use it. */
function changeJournal(database: SqliteDatabase, wanted: 'wal' | 'delete'): string | undefined {
  try {
    const row = database.prepare(`PRAGMA journal_mode = ${wanted}`).get({}) as { readonly journal_mode: string };
    return row.journal_mode;
  } catch (error) {
    if (wanted === 'delete' && isBusy(error)) return undefined;
    throw error;
  }
}

function read(database: SqliteDatabase, text: string): string {
  const row = database.prepare(text).get({}) as { readonly value: string };
  return row.value;
}
