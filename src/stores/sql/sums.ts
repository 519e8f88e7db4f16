import type { MicroCredits } from '../../model/credits.js';
import { integer } from './cells.js';
import type { Row, SqlValue, Statements } from './sql.js';

// Released takes hold and paid nothing, so they need no condition of their own in these sums.

/** Spent and held in a project since a person was last there; micro-credits. */
export function sumSinceYes(sql: Statements, project: string): Promise<MicroCredits> {
  return sum(sql, 'project = $1 AND seq > COALESCE((SELECT take_seq FROM last_yes WHERE project = $1), 0)', [project]);
}

/** Spent and held in a project without a plan item since a moment (epoch milliseconds); micro-credits. */
export function sumQuick(sql: Statements, project: string, fromMs: number): Promise<MicroCredits> {
  return sum(sql, 'project = $1 AND item IS NULL AND at >= $2', [project, fromMs]);
}

async function sum(sql: Statements, condition: string, params: readonly SqlValue[]): Promise<MicroCredits> {
  const row: Row | undefined = await sql.get(
    `SELECT COALESCE(sum(held + paid), 0) AS amount FROM takes WHERE ${condition}`,
    params,
  );
  return row === undefined ? 0 : integer(row, 'amount');
}
