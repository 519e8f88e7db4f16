// Makes bare commits to a SQLite file for whoever started it: what a durable store cannot do without. The settings are
// those of the gateway's store.
//   fork(…, [FILE, JOURNAL_MODE]); message { calls, pages } → { commits: [[ms of each call's first commit], …], files }
import { open, rename } from 'node:fs/promises';

const [file, journal] = process.argv.slice(2);
const ROWS = 400;
/** One row fills one page, so that a commit of some rows writes as many pages. */
const ROW_BYTES = 3600;
const OUTPUT = Buffer.alloc(68, 0x5a);

async function loadDriver() {
  try {
    process.removeAllListeners('warning');
    return await import('node:sqlite');
  } catch {
    return await import('@photostructure/sqlite');
  }
}

const { DatabaseSync } = await loadDriver();
const database = new DatabaseSync(file);
database.exec(`PRAGMA journal_mode = ${journal}`);
database.exec('PRAGMA synchronous = FULL');
database.exec('CREATE TABLE pages (id INTEGER PRIMARY KEY, body BLOB NOT NULL)');
const insert = database.prepare('INSERT INTO pages (id, body) VALUES (?, ?)');
database.exec('BEGIN');
for (let id = 0; id < ROWS; id += 1) insert.run(id, Buffer.alloc(ROW_BYTES, id % 251));
database.exec('COMMIT');
const update = database.prepare('UPDATE pages SET body = ? WHERE id BETWEEN ? AND ?');

let written = 0;

function commitPages(count) {
  written += 1;
  const body = Buffer.alloc(ROW_BYTES, written % 251);
  const first = (written * 17) % (ROWS - count);
  const began = performance.now();
  database.exec('BEGIN IMMEDIATE');
  update.run(body, first, first + count - 1);
  database.exec('COMMIT');
  return performance.now() - began;
}

/** An output's own file, safely on disk before the call is settled: written beside, then renamed. */
async function keepFile() {
  written += 1;
  const path = `${file}-${written}`;
  const began = performance.now();
  const handle = await open(`${path}.part`, 'wx', 0o600);
  await handle.writeFile(OUTPUT);
  await handle.sync();
  await handle.close();
  await rename(`${path}.part`, path);
  return performance.now() - began;
}

process.on('message', async ({ calls, pages }) => {
  const commits = pages.map(() => []);
  const files = [];
  for (let call = 0; call < calls; call += 1) {
    for (const [index, count] of pages.entries()) commits[index].push(commitPages(count));
    files.push(await keepFile());
  }
  process.send({ commits, files });
});
process.send('ready');
