import { loadSqliteDriver } from './sqlite-driver.js';

/** Older releases can damage a write-ahead log that several processes write. */
const firstSafeForWal = [3, 51, 3] as const;

/** Whether several processes may write one write-ahead log with this release, e.g. `3.51.3`. */
export function isSafeForWal(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of firstSafeForWal.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/**
 * The release of the SQLite that stores are opened with here.
 * @throws StoreError `no-driver` when there is none.
 */
export async function sqliteVersion(): Promise<string> {
  const { DatabaseSync } = await loadSqliteDriver();
  const database = new DatabaseSync(':memory:');
  try {
    const row = database.prepare('SELECT sqlite_version() AS version').get({}) as { readonly version: string };
    return row.version;
  } finally {
    database.close();
  }
}
