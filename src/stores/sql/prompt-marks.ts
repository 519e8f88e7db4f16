import type { Filing, SimilarQuery } from '../../gate/store-port.js';
import { underOneMark } from '../under-one-mark.js';
import { integer, text } from './cells.js';
import { placeholders } from './placeholders.js';
import type { Row, SqlValue, Statements } from './sql.js';

/** The number that a project's marks are filed under (FNV-1a); two projects may share one, so that it proves nothing. */
function shelfOf(project: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < project.length; at += 1) hash = Math.imul(hash ^ project.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Files a take, by its sequence number, under marks. */
export async function insertMarks(
  sql: Statements,
  project: string,
  seq: number,
  marks: readonly number[],
): Promise<void> {
  if (marks.length === 0) return;
  const rows = marks.map((_, at) => `($${String(at + 3)}, $1, $2)`);
  await sql.run(`INSERT INTO prompt_marks (mark, shelf, take) VALUES ${rows.join(', ')} ON CONFLICT DO NOTHING`, [
    ...[shelfOf(project), seq],
    ...marks,
  ]);
}

/** Texts by the number of marks, so that each is put together once. */
const texts = new Map<string, string>();

function similarText(marks: number, inProject: boolean): string {
  const name = `${String(marks)} ${String(inProject)}`;
  const known = texts.get(name);
  if (known !== undefined) return known;
  const first = inProject ? 4 : 2;
  // The marks lead and the takes follow by their numbers, whatever the engine thinks of the sizes of the tables.
  const one = (at: number): string =>
    inProject
      ? `SELECT * FROM (SELECT m.take AS take FROM prompt_marks m CROSS JOIN takes t
           WHERE m.mark = $${String(at)} AND m.shelf = $2 AND t.seq = m.take AND t.project = $3 AND t.state <> 'released'
           ORDER BY m.take DESC LIMIT ${String(underOneMark)}) AS found`
      : `SELECT * FROM (SELECT m.take AS take FROM prompt_marks m CROSS JOIN takes t
           WHERE m.mark = $${String(at)} AND t.seq = m.take AND t.state <> 'released'
           ORDER BY m.shelf DESC, m.take DESC LIMIT ${String(underOneMark)}) AS found`;
  const all = Array.from({ length: marks }, (_, index) => one(first + index)).join(' UNION ALL ');
  // Beside one that shares nearly all marks, those that share a few by chance are not worth reading.
  const made = `WITH ranked AS (SELECT take, count(*) AS shared FROM (${all}) AS every GROUP BY take)
    SELECT take AS seq FROM ranked WHERE shared * 4 >= (SELECT max(shared) FROM ranked)
    ORDER BY shared DESC, take DESC LIMIT $1`;
  texts.set(name, made);
  return made;
}

/** Whether anything at all is filed under one of the marks: a few looks into one index. */
async function hasAny(sql: Statements, marks: readonly number[], project: string | undefined): Promise<boolean> {
  const shelf = project === undefined ? '' : ` AND shelf = $${String(marks.length + 1)}`;
  const found = await sql.get(
    `SELECT 1 AS found FROM prompt_marks WHERE mark IN (${placeholders(marks.length)})${shelf} LIMIT 1`,
    project === undefined ? marks : [...marks, shelfOf(project)],
  );
  return found !== undefined;
}

/** Sequence numbers of takes that share most marks, best first. */
export async function similarTakes(sql: Statements, query: SimilarQuery): Promise<number[]> {
  const { project, marks, limit } = query;
  // Most prompts are like none before them, and then there is nothing to rank.
  if (marks.length === 0 || !(await hasAny(sql, marks, project))) return [];
  const params: SqlValue[] = project === undefined ? [limit, ...marks] : [limit, shelfOf(project), project, ...marks];
  const rows = await sql.all(similarText(marks.length, project !== undefined), params);
  return rows.map((row: Row) => integer(row, 'seq'));
}

/**
 * Files takes anew. What another reader filed them under stays: most of it is the same, and the rest leads to one
 * comparison more.
 */
export async function refile(sql: Statements, filings: readonly Filing[]): Promise<void> {
  for (const { take, reading, marks } of filings) {
    const row = await sql.get('UPDATE takes SET reader = $1, features = $2 WHERE id = $3 RETURNING seq, project', [
      ...[reading.reader, JSON.stringify(reading.features), take],
    ]);
    if (row !== undefined) await insertMarks(sql, text(row, 'project'), integer(row, 'seq'), marks);
  }
}
