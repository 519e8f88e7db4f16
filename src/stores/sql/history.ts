import type { HistoryStore } from '../../gate/history-port.js';
import type { Plan } from '../../model/plan.js';
import { integer, json } from './cells.js';
import { briefOf } from './documents.js';
import { placeholders } from './placeholders.js';
import { feedbackOf, selectTakes, takeOf } from './rows.js';
import type { Sql } from './sql.js';

/** What was kept of a project from its beginning, over SQL. */
export function sqlHistory(sql: Sql): HistoryStore {
  return {
    briefs: async (project) => {
      const rows = await sql.all('SELECT * FROM briefs WHERE project = $1 ORDER BY version', [project]);
      return rows.map(briefOf);
    },
    plans: async (project) => {
      const rows = await sql.all('SELECT * FROM plans WHERE project = $1 ORDER BY version', [project]);
      return rows.map((row) => json(row, 'body') as Plan);
    },
    takeCount: async (project) => {
      const row = await sql.get('SELECT count(*) AS n FROM takes WHERE project = $1', [project]);
      return row ? integer(row, 'n') : 0;
    },
    takesInOrder: async (project, { after, limit }) => {
      const behind = after === undefined ? '' : 'AND t.seq > (SELECT seq FROM takes WHERE id = $3)';
      const rows = await sql.all(`${selectTakes} WHERE t.project = $1 ${behind} ORDER BY t.seq LIMIT $2`, [
        ...[project, limit],
        ...(after === undefined ? [] : [after]),
      ]);
      return rows.map(takeOf);
    },
    wordsOn: async (takes) => {
      if (takes.length === 0) return [];
      const rows = await sql.all(`SELECT * FROM feedback WHERE take IN (${placeholders(takes.length)}) ORDER BY seq`, [
        ...takes,
      ]);
      return rows.map(feedbackOf);
    },
  };
}
