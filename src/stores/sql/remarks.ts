import type { Remark } from '../../gate/store-port.js';
import { json } from './cells.js';
import type { Statements } from './sql.js';

/** Whether a remark answers the nudges before it: the agent gave its reason, or a take was made. */
function answersNudge(remark: Remark): boolean {
  return remark.because !== undefined || remark.take !== undefined;
}

/** Writes a remark down. */
export async function insertRemark(sql: Statements, remark: Remark): Promise<void> {
  await sql.run('INSERT INTO remarks (project, shot, phase, outcome, answers, body) VALUES ($1, $2, $3, $4, $5, $6)', [
    remark.project,
    remark.shot,
    remark.phase,
    remark.outcome,
    answersNudge(remark),
    JSON.stringify(remark),
  ]);
}

/** All remarks of a project, oldest first. */
export async function readRemarks(sql: Statements, project: string): Promise<Remark[]> {
  const rows = await sql.all('SELECT body FROM remarks WHERE project = $1 ORDER BY seq', [project]);
  return rows.map((row) => json(row, 'body') as Remark);
}

/** The newest nudge at a shot and phase that nothing later answers. */
export async function readOpenNudge(
  sql: Statements,
  project: string,
  shot: string,
  phase: string,
): Promise<Remark | undefined> {
  const row = await sql.get(
    `SELECT body FROM remarks WHERE project = $1 AND shot = $2 AND phase = $3 AND outcome = 'nudge'
       AND seq >= COALESCE((SELECT max(seq) FROM remarks
                            WHERE project = $1 AND shot = $2 AND phase = $3 AND answers = 1), 0)
     ORDER BY seq DESC LIMIT 1`,
    [project, shot, phase],
  );
  return row && (json(row, 'body') as Remark);
}
