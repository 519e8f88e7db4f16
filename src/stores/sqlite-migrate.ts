import { allMigrations } from './migrations/all-migrations.js';
import type { Migration } from './migrations/migration.js';
import type { SqliteDatabase } from './sqlite-driver.js';
import { StoreError } from './store-error.js';

/**
 * Brings a file to the newest schema. All steps run in one transaction that takes the writer's place first, so of many
 * processes that open a new file at once, one builds it and the others find it built.
 * @throws StoreError `newer-schema` when a newer release wrote the file.
 */
export function migrateSqlite(
  database: SqliteDatabase,
  file: string,
  migrations: readonly Migration[] = allMigrations,
): void {
  const newest = migrations.at(-1)?.version ?? 0;
  if (hasVersions(database) && versionOf(database, file, newest) === newest) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec('CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY) STRICT');
    const version = versionOf(database, file, newest);
    for (const step of migrations.filter((each) => each.version > version)) {
      for (const script of step.sqlite) database.exec(script);
      database.prepare('INSERT INTO schema_versions (version) VALUES ($1)').run({ 1: step.version });
    }
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function hasVersions(database: SqliteDatabase): boolean {
  const statement = database.prepare(`SELECT 1 AS found FROM sqlite_schema WHERE name = 'schema_versions'`);
  return statement.get({}) !== undefined;
}

function versionOf(database: SqliteDatabase, file: string, newest: number): number {
  const row = database.prepare('SELECT COALESCE(max(version), 0) AS version FROM schema_versions').get({});
  const { version } = row as { version: number };
  if (version > newest) {
    throw new StoreError(
      'newer-schema',
      `The store ${file} was written by a newer release (schema ${String(version)}, this one knows ` +
        `${String(newest)}): update greenlight-mcp, or name another data folder.`,
    );
  }
  return version;
}
