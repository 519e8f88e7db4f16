import { isAsset } from '../../model/asset-name.js';
import type { Feedback } from '../../model/feedback.js';
import type { JsonObject } from '../../model/json.js';
import type { Take } from '../../model/take.js';
import type { Glance, GlanceQuery, ProjectSum, SimilarQuery, TakeQuery, TakeStore } from '../../gate/store-port.js';
import { unknownTake } from '../movements.js';
import { markYes } from './approvals.js';
import { integer, json, text } from './cells.js';
import { isWorthKeeping } from './store-memory.js';
import { mostNewest, readNewest } from './newest-takes.js';
import { placeholders } from './placeholders.js';
import { refile, similarTakes } from './prompt-marks.js';
import { selectTakes, takeOf } from './rows.js';
import { bumpShot } from './shots.js';
import type { Row, Sql, SqlValue, Statements } from './sql.js';

/** How many takes an answer holds when the question names no limit. */
const defaultLimit = 200;

const columns = {
  session: 't.session',
  shot: 't.shot',
  state: 't.state',
  digest: 't.digest',
  promptKey: 't.prompt_key',
  cluster: 't.cluster',
} as const satisfies Partial<Record<keyof TakeQuery, string>>;

/** Takes and feedback over SQL. */
export function sqlTakes(sql: Sql): TakeStore {
  return {
    take: async (id) => {
      const row = await sql.get(`${selectTakes} WHERE t.id = $1`, [id]);
      return row && takeOf(row);
    },
    takes: (query) => takes(sql, query),
    similar: (query) => similar(sql, query),
    approvedTakes: (principal, limit) => approvedTakes(sql, principal, limit),
    projects: () => projects(sql),
    unfiled: (project, reader, limit) => unfiled(sql, project, reader, limit),
    file: (filings) => sql.transaction((statements) => refile(statements, filings)),
    jobs: async (project) => {
      const rows = await sql.all(`${selectTakes} WHERE t.ended_at IS NULL AND t.job IS NOT NULL AND t.project = $1`, [
        project,
      ]);
      // Sorted here, for the same reason as in leases.ts.
      return rows.toSorted((a, b) => integer(a, 'seq') - integer(b, 'seq')).map(takeOf);
    },
    result: async (take) => {
      const row = await sql.get('SELECT result FROM takes WHERE id = $1 AND result IS NOT NULL', [take]);
      return row && (json(row, 'result') as JsonObject);
    },
    shotVersion: async (project, shot) => {
      const row = await sql.get('SELECT version FROM shots WHERE project = $1 AND shot = $2', [project, shot]);
      return row ? integer(row, 'version') : 0;
    },
    promptKeyCount: async (project, promptKey) => {
      const row = await sql.get(
        `SELECT count(*) AS n FROM takes WHERE project = $1 AND prompt_key = $2 AND state <> 'released'`,
        [project, promptKey],
      );
      return row ? integer(row, 'n') : 0;
    },
    glance: (query) => glance(sql, query),
    saveFeedback: (take, feedback) => sql.transaction((statements) => saveFeedback(statements, take, feedback)),
  };
}

async function takes(sql: Statements, query: TakeQuery): Promise<Take[]> {
  const { project, limit = defaultLimit, ...narrower } = query;
  const isPlain = Object.values(narrower).every((value) => value === undefined);
  if (!isPlain || limit > mostNewest) return readTakes(sql, query);
  const newest = await readNewest(sql, project, () => readTakes(sql, { project, limit: mostNewest }));
  return newest.slice(0, limit);
}

async function readTakes(sql: Statements, query: TakeQuery): Promise<Take[]> {
  const params: SqlValue[] = [query.project];
  const conditions = ['t.project = $1'];
  for (const [name, column] of Object.entries(columns)) {
    const wanted = query[name as keyof typeof columns];
    if (wanted !== undefined) conditions.push(`${column} = $${String(params.push(wanted))}`);
  }
  // Said apart so that the small index over open takes can answer.
  if (query.state !== undefined && isOpen(query.state)) conditions.push('t.ended_at IS NULL');
  if (query.asset !== undefined) {
    conditions.push(`t.assets LIKE $${String(params.push(holding(query.asset)))} ESCAPE '!'`);
  }
  const limit = `$${String(params.push(query.limit ?? defaultLimit))}`;
  const tail = `WHERE ${conditions.join(' AND ')} ORDER BY t.seq DESC LIMIT ${limit}`;
  const found = await known(sql, await sql.all(`${selectStamps} ${tail}`, params));
  const { asset } = query;
  return asset === undefined ? found : found.filter(({ assets }) => assets.some((one) => isAsset(one, asset)));
}

/** A pattern for the text that assets are kept as; what it finds beside them is sorted out afterwards. */
function holding(asset: string): string {
  return `%"${JSON.stringify(asset).slice(1, -1).slice(0, 2000).replaceAll(/[!%_]/g, '!$&')}%`;
}

async function glance(sql: Statements, query: GlanceQuery): Promise<Glance> {
  const { project, shot, phase, promptKey, digest } = query;
  const row: Row =
    (await sql.get(
      `SELECT COALESCE((SELECT version FROM shots WHERE project = $1 AND shot = $2), 0) AS shot_version,
       (SELECT count(*) FROM takes WHERE project = $1 AND prompt_key = $3 AND state <> 'released') AS prompt_key_count,
       EXISTS (SELECT 1 FROM takes WHERE project = $1 AND digest = $4) AS has_equal,
       EXISTS (SELECT 1 FROM remarks WHERE project = $1 AND shot = $2 AND phase = $5 AND outcome = 'nudge') AS has_nudge`,
      [project, shot, promptKey, digest, phase],
    )) ?? {};
  return {
    shotVersion: integer(row, 'shot_version'),
    promptKeyCount: integer(row, 'prompt_key_count'),
    hasEqual: Boolean(row['has_equal']),
    hasNudge: Boolean(row['has_nudge']),
  };
}

async function similar(sql: Statements, query: SimilarQuery): Promise<Take[]> {
  const seqs = await similarTakes(sql, query);
  if (seqs.length === 0) return [];
  const rows = await sql.all(`${selectTakes} WHERE t.seq IN (${placeholders(seqs.length)})`, seqs);
  const ranks = new Map(seqs.map((seq, rank) => [seq, rank]));
  const rankOf = (row: Row): number => ranks.get(integer(row, 'seq')) ?? seqs.length;
  const found = rows.sort((left, right) => rankOf(left) - rankOf(right)).map(takeOf);
  return query.session === undefined ? found : found.filter((take) => take.session === query.session);
}

/** From the newest word on, so that the cost does not grow with the takes that nobody judged. */
async function approvedTakes(sql: Statements, principal: string, limit: number): Promise<Take[]> {
  const rows = await sql.all(
    `SELECT t.id FROM feedback w CROSS JOIN takes t CROSS JOIN sessions s
     WHERE w.body LIKE '%"verdict":"approve"%' AND t.id = w.take AND t.word = w.seq AND s.id = t.session
       AND s.principal = $1 ORDER BY w.seq DESC LIMIT $2`,
    [principal, limit],
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => text(row, 'id'));
  const ranks = new Map(ids.map((id, rank) => [id, rank]));
  const found = (await sql.all(`${selectTakes} WHERE t.id IN (${placeholders(ids.length)})`, ids)).map(takeOf);
  return found.sort((left, right) => (ranks.get(left.id) ?? 0) - (ranks.get(right.id) ?? 0));
}

async function projects(sql: Statements): Promise<ProjectSum[]> {
  const rows = await sql.all(
    `SELECT t.project, SUM(CASE WHEN t.state = 'posted' THEN 1 ELSE 0 END) AS takes, SUM(t.paid) AS paid, SUM(t.held) AS held,
       SUM(CASE WHEN t.state = 'posted' AND w.body LIKE '%"verdict":"approve"%' THEN 1 ELSE 0 END) AS kept
     FROM takes t LEFT JOIN feedback w ON w.seq = t.word GROUP BY t.project ORDER BY 3 DESC, t.project`,
    [],
  );
  return rows.map((row) => ({
    project: text(row, 'project'),
    ...{ takes: integer(row, 'takes'), kept: integer(row, 'kept') },
    ...{ paid: integer(row, 'paid'), held: integer(row, 'held') },
  }));
}

async function unfiled(sql: Statements, project: string, reader: number, limit: number): Promise<Take[]> {
  const rows = await sql.all(
    `${selectTakes} WHERE t.project = $1 AND (t.reader IS NULL OR t.reader < $2 OR t.reader > $2)
     ORDER BY t.seq DESC LIMIT $3`,
    [project, reader, limit],
  );
  return rows.map(takeOf);
}

/**
 * Whatever about a take can change, in little: the rest of its row is read only when this says something new. The job is the
 * last column, behind all that is long, and stays as it is once a take has ended: then it is not looked for.
 */
const selectStamps = `SELECT t.id,
  t.state || ' ' || t.outcome || ' ' || t.held || ' ' || t.paid || ' ' || COALESCE(t.word, 0) || ' ' || COALESCE(length(t.assets), 0) || ' ' ||
  CASE WHEN t.ended_at IS NULL THEN COALESCE(length(t.job), 0) ELSE 0 END AS stamp FROM takes t`;

/** The takes of stamp rows: those that were read before and did not change since are not read again. */
async function known(sql: Statements, stamps: readonly Row[]): Promise<Take[]> {
  const found: Take[] = [];
  for (const row of stamps) {
    const id = text(row, 'id');
    const stamp = text(row, 'stamp');
    const before = sql.memory.takes.get(id);
    if (before?.stamp === stamp) {
      found.push(before.take);
      continue;
    }
    const whole = await sql.get(`${selectTakes} WHERE t.id = $1`, [id]);
    if (whole === undefined) continue;
    const take = takeOf(whole);
    if (isWorthKeeping(take)) sql.memory.takes.set(id, { stamp, take });
    found.push(take);
  }
  return found;
}

function isOpen(state: Take['state']): boolean {
  return state !== 'posted' && state !== 'released';
}

async function saveFeedback(
  sql: Statements,
  take: string,
  feedback: Parameters<TakeStore['saveFeedback']>[1],
): Promise<Feedback> {
  const row = await sql.get('SELECT project, shot FROM takes WHERE id = $1', [take]);
  if (!row) throw unknownTake(take);
  const { id, strength, at, ...body } = feedback;
  await sql.run('INSERT INTO feedback (id, take, strength, at, body) VALUES ($1, $2, $3, $4, $5)', [
    ...[id, take, strength, at],
    JSON.stringify(body),
  ]);
  await sql.run('UPDATE takes SET word = (SELECT max(seq) FROM feedback WHERE take = $1) WHERE id = $1', [take]);
  const project = text(row, 'project');
  await bumpShot(sql, project, text(row, 'shot'));
  if (strength !== 'relayed') await markYes(sql, project);
  return { ...feedback, take };
}
