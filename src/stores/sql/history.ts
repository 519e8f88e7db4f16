import type { HistoryStore } from '../../gate/history-port.js';
import type { Plan } from '../../model/plan.js';
import { integer, json } from './cells.js';
import { briefOf } from './documents.js';
import { placeholders } from './placeholders.js';
import { feedbackOf, selectTakes, takeOf } from './rows.js';
import type { Sql } from './sql.js';

/** Newest takes whose outputs may still come. */
const mostComing = 50;

/** Everything that moves when something is stored: highest numbers, and counts of what changes its state in place. */
const stampScript = `SELECT
  (SELECT max(seq) FROM entries) AS entries,
  (SELECT max(seq) FROM feedback) AS words,
  (SELECT max(seq) FROM remarks) AS remarks,
  (SELECT max(seq) FROM takes WHERE project = $1) AS takes,
  (SELECT count(*) FROM takes WHERE project = $1 AND ended_at IS NULL AND state = 'held') AS held,
  (SELECT count(*) FROM takes WHERE project = $1 AND ended_at IS NULL AND state = 'dispatched') AS sent,
  (SELECT sum(length(assets)) FROM (SELECT assets FROM takes WHERE project = $1 ORDER BY seq DESC LIMIT ${String(mostComing)}) AS newest) AS assets,
  (SELECT max(seq) FROM approvals WHERE project = $1) AS asked,
  (SELECT count(*) FROM approvals WHERE project = $1 AND state = 'pending') AS pending,
  (SELECT count(*) FROM approvals WHERE project = $1 AND state = 'consumed') AS consumed,
  (SELECT count(*) FROM sessions WHERE project = $1) AS sessions,
  (SELECT max(version) FROM briefs WHERE project = $1) AS briefs,
  (SELECT max(version) FROM plans WHERE project = $1) AS plans,
  (SELECT count(*) FROM workflows) AS documents,
  (SELECT count(*) FROM workflows WHERE state = 'accepted') AS accepted`;

/** What was kept of a project from its beginning, over SQL. */
export function sqlHistory(sql: Sql): HistoryStore {
  return {
    stamp: async (project) => JSON.stringify(Object.values((await sql.get(stampScript, [project])) ?? {}).map(String)),
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
