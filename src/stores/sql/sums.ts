import type { MicroCredits } from '../../model/credits.js';
import { integer } from './cells.js';
import { recall } from './recall.js';
import type { SqlValue, Statements } from './sql.js';

// Released takes hold and paid nothing, so they need no condition of their own in these sums.

/** Spent and held in a project since a person was last there, but for some plan items; micro-credits. */
export async function sumSinceYes(
  sql: Statements,
  project: string,
  except: readonly string[] = [],
): Promise<MicroCredits> {
  const since = await recall(sql, `yes ${project}`, ['last_yes'], async () => {
    const row = await sql.get('SELECT take_seq FROM last_yes WHERE project = $1', [project]);
    return row === undefined ? 0 : integer(row, 'take_seq');
  });
  const items = except.map((_, at) => `$${String(at + 3)}`).join(', ');
  const counted = except.length === 0 ? '' : ` AND (item IS NULL OR item NOT IN (${items}))`;
  const name = `yes ${String(since)} ${project} ${JSON.stringify(except)}`;
  return runningSum(sql, name, `project = $1 AND seq > $2${counted}`, [project, since, ...except]);
}

/** Spent and held in a project without a plan item since a moment (epoch milliseconds); micro-credits. */
export function sumQuick(sql: Statements, project: string, fromMs: number): Promise<MicroCredits> {
  // The plus keeps the engine from walking the index over times, which would read the whole day every time.
  const condition = 'project = $1 AND item IS NULL AND +at >= $2';
  return runningSum(sql, `quick ${String(fromMs)} ${project}`, condition, [project, fromMs]);
}

function runningSum(
  sql: Statements,
  name: string,
  condition: string,
  params: readonly SqlValue[],
): Promise<MicroCredits> {
  return recall(sql, `sum ${name}`, ['takes'], () => addUp(sql, name, condition, params));
}

/** Adds up takes, reading only those that had not all ended when it was last asked. */
async function addUp(
  sql: Statements,
  name: string,
  condition: string,
  params: readonly SqlValue[],
): Promise<MicroCredits> {
  const before = sql.memory.sums.get(name) ?? { upTo: 0, ended: 0 };
  const rows = await sql.all(
    `SELECT seq, held + paid AS amount, ended_at IS NULL AS open FROM takes
     WHERE ${condition} AND seq > $${String(params.length + 1)} ORDER BY seq`,
    [...params, before.upTo],
  );
  let { upTo, ended } = before;
  let total = ended;
  let allEnded = true;
  for (const row of rows) {
    total += integer(row, 'amount');
    allEnded &&= integer(row, 'open') === 0;
    if (allEnded) [upTo, ended] = [integer(row, 'seq'), total];
  }
  if (upTo > before.upTo) sql.memory.sums.set(name, { upTo, ended });
  return total;
}
