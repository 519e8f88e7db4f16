import type { DecisionStore } from '../../gate/store-port.js';
import { sqlApprovals } from './approvals.js';
import { text } from './cells.js';
import { insertRemark, readOpenNudge, readRemarks } from './remarks.js';
import type { Sql, Statements } from './sql.js';
import { sumQuick, sumSinceYes } from './sums.js';

/** Approvals and remembered decisions over SQL; `clock` gives epoch milliseconds. */
export function sqlDecisions(sql: Sql, clock: () => number): DecisionStore {
  return {
    ...sqlApprovals(sql, clock),
    remark: (remark) => insertRemark(sql, remark),
    remarks: (project) => readRemarks(sql, project),
    openNudge: (project, shot, phase) => readOpenNudge(sql, project, shot, phase),
    sinceYes: (project, except) => sumSinceYes(sql, project, except),
    quickSpent: (project, fromMs) => sumQuick(sql, project, fromMs),
    setting: async (key) => {
      const row = await sql.get('SELECT value FROM settings WHERE key = $1', [key]);
      return row && text(row, 'value');
    },
    saveSetting: async (key, value) => {
      await sql.run(
        `INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [key, value],
      );
    },
    keepSettings: (values) => sql.transaction((statements) => keepAll(statements, values)),
    settings: async (prefix) => {
      const rows = await sql.all('SELECT key, value FROM settings WHERE substr(key, 1, length($1)) = $1 ORDER BY key', [
        prefix,
      ]);
      return new Map(rows.map((row) => [text(row, 'key'), text(row, 'value')]));
    },
  };
}

/** Writes the values whose keys have none, and reads what is in force. */
async function keepAll(
  statements: Statements,
  values: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const [key, value] of values) {
    const known = await statements.get('SELECT value FROM settings WHERE key = $1', [key]);
    if (!known) await statements.run('INSERT INTO settings (key, value) VALUES ($1, $2)', [key, value]);
    kept.set(key, known ? text(known, 'value') : value);
  }
  return kept;
}
