import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstTables } from '../../src/stores/migrations/0001-first-tables.js';
import { loadSqliteDriver, type SqliteDatabase, type SqliteDriver } from '../../src/stores/sqlite-driver.js';
import { asStoreError } from '../../src/stores/sqlite-fault.js';
import { migrateSqlite } from '../../src/stores/sqlite-migrate.js';
import { SqliteSql } from '../../src/stores/sqlite-sql.js';
import { openSqliteStore } from '../../src/stores/sqlite.js';
import { StoreError } from '../../src/stores/store-error.js';

let folder = '';
let file = '';
const driver = await loadSqliteDriver();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greenlight-sqlite-'));
  file = join(folder, 'data', 'greenlight.db');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Opens the file behind the store's back. */
function withDatabase<T>(work: (database: SqliteDatabase) => T): T {
  const database = new driver.DatabaseSync(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

async function openAndClose(): Promise<void> {
  const store = await openSqliteStore({ file });
  await store.close();
}

/** What the file holds once its log is written back; from then on `file` names a place where nobody has anything open. */
async function copyOfFile(): Promise<Buffer> {
  withDatabase((database) => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  const bytes = await readFile(file);
  file = join(folder, 'copy.db');
  return bytes;
}

async function faultOf(work: Promise<unknown>): Promise<StoreError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoreError)) throw new Error(`expected a store error, got ${String(error)}`);
  return error;
}

/** The real driver behind a version number that it does not have. */
function driverOfVersion(version: string): SqliteDriver {
  class Pretending extends driver.DatabaseSync {
    override prepare(text: string) {
      return super.prepare(text.replace('sqlite_version()', `'${version}'`));
    }
  }
  return { DatabaseSync: Pretending };
}

const journalMode = () => withDatabase((database) => database.prepare('PRAGMA journal_mode').get({}));

describe('the file of the SQLite store', () => {
  it('can be read by its owner only, as can its folder and its side files', async () => {
    const store = await openSqliteStore({ file });
    await store.saveSetting('a', 'b');
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await mode(dirname(file))).toBe('700');
    for (const suffix of ['', '-wal', '-shm']) expect(await mode(file + suffix)).toBe('600');
    await store.close();
  });

  it('keeps what was stored when it is opened again', async () => {
    const first = await openSqliteStore({ file });
    await first.saveSetting('a', 'b');
    await first.close();
    const second = await openSqliteStore({ file });
    expect(await second.setting('a')).toBe('b');
    await second.close();
  });

  it('waits for whoever is just making the same file', async () => {
    await mkdir(dirname(file));
    const other = new driver.DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const opening = openSqliteStore({ file });
    await delay(50);
    other.exec('COMMIT');
    other.close();
    const store = await opening;
    await store.saveSetting('a', 'b');
    expect(await store.setting('a')).toBe('b');
    await store.close();
  });

  it('refuses to change or delete an entry', async () => {
    const store = await openSqliteStore({ file });
    await store.limit({ id: 'project:p', scope: 'project', subject: 'p' }, { limit: 5 }, 'person');
    withDatabase((database) => {
      expect(() => database.exec('UPDATE entries SET at = 0')).toThrow(/append-only/);
      expect(() => database.exec('DELETE FROM entries')).toThrow(/append-only/);
    });
    expect((await store.entries('p')).length).toBe(1);
    await store.close();
  });

  it('finishes what was begun before it closes', async () => {
    const store = await openSqliteStore({ file });
    const account = { id: 'project:p:none:all', scope: 'project', subject: 'p' } as const;
    const limited = store.limit(account, { limit: 5 }, 'ada');
    await Promise.all([store.close(), store.close()]);
    expect(await limited).toMatchObject({ id: account.id, limit: 5 });
  });
});

describe('a file that cannot be a store', () => {
  it('is named with what to do when it is something else', async () => {
    await mkdir(dirname(file));
    await writeFile(file, 'These are notes, not a database. '.repeat(100));
    const error = await faultOf(openAndClose());
    expect(error.fault).toBe('not-a-store');
    expect(error.message).toContain(file);
    expect(await readFile(file, 'utf8')).toContain('These are notes');
  });

  it('is named with what to do when it is damaged', async () => {
    await openAndClose();
    const copy = await copyOfFile();
    await writeFile(file, copy.fill(0x5a, 100, 8192));
    const error = await faultOf(openAndClose());
    expect(error.fault).toBe('corrupt');
    expect(error.message).toMatch(/copy\.db is damaged: .*restore/);
  });

  it('is named with what to do when its folder is no folder', async () => {
    await writeFile(join(folder, 'data'), '');
    const error = await faultOf(openAndClose());
    expect(error.fault).toBe('unwritable');
    expect(error.message).toContain('write permission');
  });

  it('is named with what to do when a newer release wrote it, and is left alone', async () => {
    await openAndClose();
    withDatabase((database) => database.exec('INSERT INTO schema_versions (version) VALUES (99)'));
    const contents = () =>
      withDatabase((database) =>
        ['sqlite_schema', 'schema_versions'].map((table) => database.prepare(`SELECT * FROM ${table}`).all()),
      );
    const before = contents();
    const error = await faultOf(openAndClose());
    expect(error.fault).toBe('newer-schema');
    expect(error.message).toMatch(/greenlight\.db was written by a newer release \(schema 99.*update/);
    expect(contents()).toEqual(before);
  });

  it('is named when the disk is full, and the change is undone', async () => {
    let pages = '';
    class Small extends driver.DatabaseSync {
      override exec(text: string) {
        super.exec(text);
        if (text === 'COMMIT') super.exec(`PRAGMA max_page_count = ${pages}`);
      }
    }
    pages = '1';
    const store = await openSqliteStore({ file, driver: { DatabaseSync: Small } });
    const error = await faultOf(store.saveSetting('a', 'b'.repeat(100_000)));
    expect(error.fault).toBe('full');
    expect(error.message).toContain('free some space');
    expect(await store.setting('a')).toBeUndefined();
    await store.saveSetting('a', 'small');
    expect(await store.setting('a')).toBe('small');
    await store.close();
  });

  it.each([
    [{ errcode: 5 }, 'busy'],
    [{ errcode: 8 }, 'unwritable'],
    [{ errcode: 266 }, 'broken'],
    [{ code: 'EACCES' }, 'unwritable'],
    [{ code: 'EROFS' }, 'unwritable'],
    [{ code: 'ENOSPC' }, 'full'],
  ])('a failure with %o is the fault %s', (marks, fault) => {
    const error = asStoreError(Object.assign(new Error('it failed'), marks), file);
    expect(error).toMatchObject({ fault });
  });

  it.each([new Error('plain'), Object.assign(new Error('unique'), { errcode: 2067 }), 'no error'])(
    'leaves what is no fault of the file as it is: %s',
    (error) => {
      expect(asStoreError(error, file)).toBe(error);
    },
  );
});

describe('the SQLite release', () => {
  it('writes a log ahead when it is new enough', async () => {
    await openAndClose();
    expect(journalMode()).toEqual({ journal_mode: 'wal' });
  });

  it.each(['3.51.2', '3.45.1', '2.9.0'])('keeps release %s from writing a log ahead', async (version) => {
    const store = await openSqliteStore({ file, driver: driverOfVersion(version) });
    await store.saveSetting('a', 'b');
    expect(journalMode()).toEqual({ journal_mode: 'delete' });
    await store.close();
  });

  it.each(['3.51.3', '3.52.0', '4.0.0'])('lets release %s write a log ahead', async (version) => {
    const store = await openSqliteStore({ file, driver: driverOfVersion(version) });
    await store.close();
    expect(journalMode()).toEqual({ journal_mode: 'wal' });
  });

  it('takes an idle file back from the log when the release is old', async () => {
    await openAndClose();
    await writeFile(file, await copyOfFile());
    const store = await openSqliteStore({ file, driver: driverOfVersion('3.45.1') });
    await store.close();
    expect(journalMode()).toEqual({ journal_mode: 'delete' });
  });

  it('says what to do when the file is in use with the log and the release is old', async () => {
    const store = await openSqliteStore({ file });
    const error = await faultOf(openSqliteStore({ file, driver: driverOfVersion('3.45.1') }));
    expect(error.fault).toBe('old-sqlite');
    expect(error.message).toMatch(/SQLite 3\.45\.1 must not do: end the other processes/);
    await store.close();
  });
});

describe('the driver', () => {
  it('comes from the first source that loads', async () => {
    const missing = () => Promise.reject(new Error('not here'));
    expect(await loadSqliteDriver([missing, async () => driver])).toBe(driver);
  });

  it('says what to do when none loads', async () => {
    const missing = () => Promise.reject(new Error('not here'));
    const error = await faultOf(loadSqliteDriver([missing, missing]));
    expect(error.fault).toBe('no-driver');
    expect(error.message).toMatch(/Node 22\.13.*--omit=optional.*"memory"/);
  });

  it('leaves the process its warnings', async () => {
    const emit = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    await loadSqliteDriver();
    process.emitWarning('mind the gap');
    expect(emit).toHaveBeenCalledWith('mind the gap');
    emit.mockRestore();
  });
});

describe('the migrator', () => {
  const first = { version: 1, sqlite: ['CREATE TABLE one (a INTEGER) STRICT'] };

  it('runs the steps that are new, once', async () => {
    await mkdir(dirname(file));
    withDatabase((database) => {
      migrateSqlite(database, file, [first]);
      const second = { version: 2, sqlite: ['ALTER TABLE one ADD COLUMN b TEXT'] };
      migrateSqlite(database, file, [first, second]);
      migrateSqlite(database, file, [first, second]);
      database.exec(`INSERT INTO one (a, b) VALUES (1, 'x')`);
      const versions = database.prepare('SELECT version FROM schema_versions ORDER BY version').all({});
      expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
    });
  });

  it('keeps the takes of the first release, each the first of its cluster and to be filed', async () => {
    await mkdir(dirname(file));
    withDatabase((database) => {
      migrateSqlite(database, file, [firstTables]);
      database.exec(`INSERT INTO takes (id, project, session, shot, digest, prompt_key, state, outcome, held, at, lease, expires_at, accounts, body)
        VALUES ('t_1', 'poster', 's_1', 'fox', 'd', 'k', 'posted', 'succeeded', 0, 1, 'l', 2, '[]', '{"prompt":"A fox","negativePrompt":""}')`);
    });
    const store = await openSqliteStore({ file });
    expect(await store.take('t_1')).toMatchObject({ id: 't_1', cluster: 't_1', prompt: 'A fox' });
    expect(await store.unfiled('poster', 7, 10)).toHaveLength(1);
    await store.close();
  });

  it('leaves a file as it was when a step fails', async () => {
    await mkdir(dirname(file));
    withDatabase((database) => {
      const broken = { version: 2, sqlite: ['CREATE TABLE two (a INTEGER) STRICT', 'NO SUCH STATEMENT'] };
      expect(() => migrateSqlite(database, file, [first, broken])).toThrow();
      expect(database.prepare('SELECT name FROM sqlite_schema').all({})).toEqual([]);
    });
  });
});

describe('statements over one connection', () => {
  it('wait for the transaction before them', async () => {
    await mkdir(dirname(file));
    const sql = new SqliteSql(new driver.DatabaseSync(file), file);
    await sql.run('CREATE TABLE words (word TEXT) STRICT');
    const failing = sql.transaction(async (statements) => {
      await statements.run('INSERT INTO words (word) VALUES ($1)', ['undone']);
      await setImmediate();
      throw new Error('no');
    });
    const rows = sql.all('SELECT word FROM words');
    const kept = sql.transaction((statements) => statements.run('INSERT INTO words (word) VALUES ($1)', ['kept']));
    await expect(failing).rejects.toThrow('no');
    expect(await rows).toEqual([]);
    expect(await kept).toBe(1);
    expect(await sql.all('SELECT word FROM words')).toEqual([{ word: 'kept' }]);
    await sql.close();
  });
});
