import type { DecisionStore } from '../../gate/store-port.js';
import { sqlApprovals } from './approvals.js';
import { text } from './cells.js';
import { insertRemark, readOpenNudge, readRemarks } from './remarks.js';
import type { Sql } from './sql.js';
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
  };
}
