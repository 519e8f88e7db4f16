import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/gate/store-port.js';
import { foldBalances } from '../../src/ledger/balance.js';
import { loadSqliteDriver } from '../../src/stores/sqlite-driver.js';
import { openSqliteStore } from '../../src/stores/sqlite.js';

const account = 'project:poster';
let folder = '';
let files = 0;

/** A started worker: its lines as they come, and its exit code. */
interface Worker {
  readonly process: ChildProcessWithoutNullStreams;
  next(): Promise<string>;
  readonly exit: Promise<number | null>;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greenlight-shared-'));
  // The optional driver is native and stays outside the bundle, so it must be found from there.
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'dir');
  await build({
    entryPoints: ['test/fixtures/store-worker.ts'],
    outfile: join(folder, 'worker.mjs'),
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning' },
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function newFile(): string {
  files += 1;
  return join(folder, String(files), 'greenlight.db');
}

async function startWorker(...args: string[]): Promise<Worker> {
  const child = spawn(process.execPath, [join(folder, 'worker.mjs'), ...args]);
  child.stderr.pipe(process.stderr);
  // Whoever kills the worker closes its input too.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const next = async () => {
    const line = await lines.next();
    if (line.done === true) throw new Error('the worker said nothing more');
    return line.value;
  };
  expect(await next()).toBe('ready');
  return { process: child, next, exit };
}

const go = (worker: Worker) => worker.process.stdin.write('go\n');

async function startAll(count: number, ...[command = '', ...rest]: string[]): Promise<Worker[]> {
  const [file = '', cap = ''] = rest;
  const names = Array.from({ length: count }, (_, index) => `p${String(index)}`);
  return Promise.all(names.map((name) => startWorker(command, file, name, cap)));
}

async function expectSound(store: Store, file: string): Promise<void> {
  const [found] = await store.accountsOf('poster');
  const folded = foldBalances(await store.entries('poster')).get(account);
  expect({ held: found?.held, spent: found?.spent }).toEqual(folded);
  const { DatabaseSync } = await loadSqliteDriver();
  const database = new DatabaseSync(file);
  expect(database.prepare('PRAGMA integrity_check').get({})).toEqual({ integrity_check: 'ok' });
  database.close();
}

describe('one SQLite file under several processes', () => {
  it('lets eight processes open a file that is not there yet, all at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const workers = await startAll(8, 'open', newFile());
      workers.forEach(go);
      expect(await Promise.all(workers.map((worker) => worker.exit))).toEqual(Array.from({ length: 8 }, () => 0));
    }
  });

  it('reaches the cap exactly when six processes hold against it', async () => {
    const file = newFile();
    const workers = await startAll(6, 'fill', file, '1000');
    workers.forEach(go);
    const held = await Promise.all(workers.map(async (worker) => Number(await worker.next())));
    await Promise.all(workers.map((worker) => worker.exit));
    expect(held.reduce((sum, count) => sum + count, 0)).toBe(100);
    const store = await openSqliteStore({ file });
    expect(await store.accountsOf('poster')).toMatchObject([{ held: 1000, spent: 0, limit: 1000 }]);
    await expectSound(store, file);
    await store.close();
  });

  it('keeps every hold that was acknowledged before a process was killed', async () => {
    const file = newFile();
    const acknowledged: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const workers = await Promise.all(['a', 'b'].map((name) => startWorker('pour', file, `${name}${String(round)}`)));
      workers.forEach(go);
      for (const worker of workers) {
        for (let count = 0; count < 15 + round; count += 1) acknowledged.push(await worker.next());
        worker.process.kill('SIGKILL');
      }
      await Promise.all(workers.map((worker) => worker.exit));
    }
    const store = await openSqliteStore({ file });
    const stored = new Set((await store.takes({ project: 'poster', limit: 1_000_000 })).map((take) => take.id));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(acknowledged.length).toBe(170);
    await expectSound(store, file);
    await store.close();
  });

  it('releases each abandoned hold once when four processes recover at once', async () => {
    const file = newFile();
    const dead = await startWorker('fill', file, 'dead', '1000');
    go(dead);
    expect(await dead.next()).toBe('40');
    await dead.exit;
    const workers = await startAll(4, 'recover', file);
    workers.forEach(go);
    const released = await Promise.all(workers.map(async (worker) => Number(await worker.next())));
    await Promise.all(workers.map((worker) => worker.exit));
    expect(released.sort((a, b) => a - b)).toEqual([0, 0, 0, 40]);
    const store = await openSqliteStore({ file });
    expect(await store.accountsOf('poster')).toMatchObject([{ held: 0, spent: 0 }]);
    await expectSound(store, file);
    await store.close();
  });

  it('does not let a suspended process dispatch what was recovered meanwhile', async () => {
    const file = newFile();
    const worker = await startWorker('wake', file, 'sleeper');
    go(worker);
    expect(await worker.next()).toBe('held');
    worker.process.kill('SIGSTOP');
    const later = await openSqliteStore({ file, clock: () => Date.now() + 60_000 });
    const { released } = await later.recover(30_000);
    expect(released.map((take) => take.id)).toEqual(['sleeper-0']);
    worker.process.kill('SIGCONT');
    go(worker);
    expect(await worker.next()).toBe('false');
    expect(await worker.exit).toBe(0);
    expect(await later.accountsOf('poster')).toMatchObject([{ held: 0, spent: 0 }]);
    await later.close();
  });
});
