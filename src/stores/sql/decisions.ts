import type { DecisionStore } from '../../gate/store-port.js';
import { sqlApprovals } from './approvals.js';
import { integer, text } from './cells.js';
import { insertRemark, readOpenNudge, readRemarks } from './remarks.js';
import type { Sql } from './sql.js';

/** Approvals and remembered decisions over SQL; `clock` gives epoch milliseconds. */
export function sqlDecisions(sql: Sql, clock: () => number): DecisionStore {
  return {
    ...sqlApprovals(sql, clock),
    remark: (remark) => insertRemark(sql, remark),
    remarks: (project) => readRemarks(sql, project),
    openNudge: (project, shot, phase) => readOpenNudge(sql, project, shot, phase),
    // Released takes hold and paid nothing, so they need no condition of their own in these two sums.
    sinceYes: async (project) => {
      const row = await sql.get(
        `SELECT COALESCE(sum(held + paid), 0) AS amount FROM takes
         WHERE project = $1 AND seq > COALESCE((SELECT take_seq FROM last_yes WHERE project = $1), 0)`,
        [project],
      );
      return row ? integer(row, 'amount') : 0;
    },
    quickSpent: async (project, fromMs) => {
      const row = await sql.get(
        `SELECT COALESCE(sum(held + paid), 0) AS amount FROM takes
         WHERE project = $1 AND item IS NULL AND at >= $2`,
        [project, fromMs],
      );
      return row ? integer(row, 'amount') : 0;
    },
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
  };
}
