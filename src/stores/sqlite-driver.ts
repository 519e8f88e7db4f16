import { StoreError } from './store-error.js';

/** The statement object of `node:sqlite`, as far as it is used here. */
export interface SqliteStatement {
  all(...params: readonly unknown[]): unknown[];
  get(...params: readonly unknown[]): unknown;
  run(...params: readonly unknown[]): { readonly changes: number | bigint };
}

/** The connection object of `node:sqlite`, as far as it is used here. */
export interface SqliteDatabase {
  prepare(text: string): SqliteStatement;
  exec(text: string): void;
  close(): void;
}

/** A module with the API of `node:sqlite`. */
export interface SqliteDriver {
  readonly DatabaseSync: new (file: string) => SqliteDatabase;
}

/** Ways to get a driver, best first. */
export type DriverSource = () => Promise<SqliteDriver>;

// Asked for by a name that is only known at run time: older runtimes lack it, and bundlers must leave it alone.
const builtInName = 'node:sqlite';

let builtInDriver: Promise<SqliteDriver> | undefined;

/** Loaded once, so that two stores opened at once do not mute and restore the warnings across each other. */
const builtIn: DriverSource = () => (builtInDriver ??= importQuietly());

async function importQuietly(): Promise<SqliteDriver> {
  const restore = muteSqliteWarning();
  try {
    return (await import(builtInName)) as SqliteDriver;
  } finally {
    restore();
  }
}

const installed: DriverSource = async () => await import('@photostructure/sqlite');

/**
 * The SQLite driver of this runtime: the built-in one, else the optional package.
 * @throws StoreError `no-driver` when neither loads.
 */
export async function loadSqliteDriver(sources: readonly DriverSource[] = [builtIn, installed]): Promise<SqliteDriver> {
  const causes: unknown[] = [];
  for (const source of sources) {
    try {
      return await source();
    } catch (error) {
      causes.push(error);
    }
  }
  throw new StoreError(
    'no-driver',
    'No SQLite driver loads here. Use Node 22.13 or newer, or install again without --omit=optional, ' +
      'or set the store to "memory" (which forgets everything at the end).',
    { cause: new AggregateError(causes) },
  );
}

/** Some runtimes warn once when the built-in driver loads; a person at a terminal can do nothing with that. */
function muteSqliteWarning(): () => void {
  const emit = process.emitWarning.bind(process);
  const quiet = (warning: string | Error, ...rest: unknown[]) => {
    const [kind] = rest;
    const type = typeof kind === 'object' && kind !== null && 'type' in kind ? kind.type : kind;
    if (type === 'ExperimentalWarning' && String(warning).includes('SQLite')) return;
    Reflect.apply(emit, process, [warning, ...rest]);
  };
  process.emitWarning = quiet;
  return () => {
    process.emitWarning = emit;
  };
}
