// A store of a given size, filled in bulk with what a hold writes of a prompt, and read through the store's own port.
import { statSync } from 'node:fs';
import { join } from 'node:path';

const PROJECTS = 20;
const CHUNK = 50_000;
const MOST_ALIKE = 16;

const insertTake = `INSERT INTO takes (id, project, session, shot, digest, prompt_key, state, outcome, held, paid, at,
  ended_at, lease, expires_at, accounts, body, cluster, reader, features)
  VALUES ($1, $2, 's', $1, $1, $3, 'posted', 'succeeded', 0, 5, $4, $4, 'l', 0, '[]', $5, $1, $6, $7)`;

const projectOf = (number) => `project-${number % PROJECTS}`;

function takeRow(prompt, number, reading, features) {
  const body = {
    ...{ phase: 'explore', server: 'studio', tool: 'generate_image', kind: 'image', tier: 'budget', count: 1 },
    ...{ prompt, negativePrompt: '', shape: '[null,null,null,null,null,[]]', arguments: { prompt } },
  };
  const { key } = reading.features;
  return [`t_${number}`, projectOf(number), key, number, JSON.stringify(body), reading.reader, features];
}

/** One store; `find` is what the gate does for a prompt it has never seen. */
export class Library {
  #store;
  #reader;
  size;
  bytes = {};

  /** Fills a new file with the prompts 0 … size − 1 and some more. */
  static async fill(folder, reader, size, promptOf, more) {
    const library = new Library();
    library.size = size;
    library.#reader = reader;
    const file = join(folder, `library-${size}.db`);
    const clean = await reader.openSqliteStore({ file });
    await clean.close();
    await library.#fillFile(file, size, promptOf, more);
    library.#store = await reader.openSqliteStore({ file });
    return library;
  }

  async #fillFile(file, size, promptOf, more) {
    const { loadSqliteDriver, filed, insertMarks, SqliteSql } = this.#reader;
    const driver = await loadSqliteDriver();
    const database = new driver.DatabaseSync(file);
    database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000');
    const sql = new SqliteSql(database, file);
    const [total, sums] = [size + more.length, { features: 0, marks: 0 }];
    const fillChunk = (from) => async (statements) => {
      for (let at = from; at < Math.min(total, from + CHUNK); at += 1) {
        const prompt = at < size ? promptOf(at) : more[at - size];
        const { reading, marks } = filed({ kind: 'image', prompt, negativePrompt: '' });
        const features = JSON.stringify(reading.features);
        await statements.run(insertTake, takeRow(prompt, at, reading, features));
        await insertMarks(statements, projectOf(at), at + 1, marks);
        sums.features += features.length;
        sums.marks += marks.length;
      }
    };
    for (let from = 0; from < total; from += CHUNK) await sql.transaction(fillChunk(from));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const index = await sql.get(
      `SELECT sum(pgsize) AS bytes FROM dbstat WHERE name = 'prompt_marks' AND aggregate = TRUE`,
    );
    await sql.close();
    this.bytes = {
      index: index.bytes / total,
      features: sums.features / total,
      marks: sums.marks / total,
      file: statSync(file).size / total,
    };
  }

  /** Reads a prompt, finds what may be the same in the whole library, and compares: the closest one, or undefined. */
  async find(prompt) {
    const { analyse, marksSought, closest, featuresOfTake } = this.#reader;
    const features = analyse({ prompt });
    const takes = await this.#store.similar({ marks: marksSought(features), limit: MOST_ALIKE });
    return closest(
      features,
      takes.map((take) => ({ id: take.id, features: featuresOfTake(take) })),
    );
  }

  close() {
    return this.#store.close();
  }
}
