import type { Brief, BriefBody } from '../../model/brief.js';
import type { Plan } from '../../model/plan.js';
import type { Workflow } from '../../model/workflow.js';
import type { WorkStore } from '../../gate/store-port.js';
import { integer, json, text } from './cells.js';
import { recall } from './recall.js';
import { workflowOf } from './rows.js';
import type { Row, Sql, Statements } from './sql.js';

type DocumentStore = Pick<
  WorkStore,
  'saveBrief' | 'latestBrief' | 'savePlan' | 'latestPlan' | 'acceptItem' | 'saveWorkflow' | 'workflow' | 'workflows'
>;

/** Briefs, plans and workflow documents over SQL: every save is a new version. */
export function sqlDocuments(sql: Sql): DocumentStore {
  return {
    saveBrief: (project, id, body, at) => sql.transaction((each) => saveBrief(each, project, id, body, at)),
    latestBrief: (project) =>
      recall(sql, `brief ${project}`, ['briefs'], async () => {
        const row = await latest(sql, 'briefs', project);
        return row && briefOf(row);
      }),
    savePlan: (project, id, plan) => sql.transaction((each) => savePlan(each, project, id, plan)),
    latestPlan: (project) => recall(sql, `plan ${project}`, ['plans'], () => latestPlan(sql, project)),
    acceptItem: (...change) => sql.transaction((each) => acceptItem(each, ...change)),
    saveWorkflow: (project, document) => sql.transaction((each) => saveWorkflow(each, project, document)),
    workflow: async (name, version) => {
      const row =
        version === undefined
          ? await sql.get('SELECT * FROM workflows WHERE name = $1 ORDER BY version DESC LIMIT 1', [name])
          : await sql.get('SELECT * FROM workflows WHERE name = $1 AND version = $2', [name, version]);
      return row && workflowOf(row);
    },
    workflows: async () => {
      const rows = await sql.all(
        `SELECT * FROM workflows w WHERE version = (SELECT max(version) FROM workflows WHERE name = w.name)
         ORDER BY name`,
      );
      return rows.map(workflowOf);
    },
  };
}

async function latest(sql: Statements, table: 'briefs' | 'plans', project: string): Promise<Row | undefined> {
  return sql.get(`SELECT * FROM ${table} WHERE project = $1 ORDER BY version DESC LIMIT 1`, [project]);
}

async function nextVersion(sql: Statements, table: 'briefs' | 'plans', project: string): Promise<number> {
  const row = await latest(sql, table, project);
  return row ? integer(row, 'version') + 1 : 1;
}

/** A row of `briefs`. */
export function briefOf(row: Row): Brief {
  return {
    ...(json(row, 'body') as BriefBody),
    id: text(row, 'id'),
    project: text(row, 'project'),
    version: integer(row, 'version'),
    at: integer(row, 'at'),
  };
}

async function saveBrief(sql: Statements, project: string, id: string, body: BriefBody, at: number): Promise<Brief> {
  const version = await nextVersion(sql, 'briefs', project);
  await sql.run('INSERT INTO briefs (project, version, id, at, body) VALUES ($1, $2, $3, $4, $5)', [
    ...[project, version, id, at],
    JSON.stringify(body),
  ]);
  return { ...body, id, project, version, at };
}

async function latestPlan(sql: Statements, project: string): Promise<Plan | undefined> {
  const row = await latest(sql, 'plans', project);
  if (row === undefined) return undefined;
  const body = text(row, 'body');
  const before = sql.memory.plans.get(project);
  if (before?.body === body) return before.plan;
  const plan = json(row, 'body') as Plan;
  sql.memory.plans.set(project, { body, plan });
  return plan;
}

async function savePlan(
  sql: Statements,
  project: string,
  id: string,
  body: Parameters<WorkStore['savePlan']>[2],
): Promise<Plan> {
  const plan: Plan = { ...body, id, project, version: await nextVersion(sql, 'plans', project) };
  await sql.run('INSERT INTO plans (project, version, id, body) VALUES ($1, $2, $3, $4)', [
    ...[project, plan.version, id],
    JSON.stringify(plan),
  ]);
  return plan;
}

async function acceptItem(
  sql: Statements,
  ...[project, id, item, acceptance]: Parameters<WorkStore['acceptItem']>
): Promise<boolean> {
  const plan = await latestPlan(sql, project);
  if (plan?.id !== id || !plan.items.some((each) => each.id === item)) return false;
  const items = plan.items.map((each) => (each.id === item ? { ...each, acceptance } : each));
  await sql.run('UPDATE plans SET body = $1 WHERE project = $2 AND version = $3', [
    JSON.stringify({ ...plan, items }),
    ...[project, plan.version],
  ]);
  return true;
}

async function saveWorkflow(
  sql: Statements,
  project: string,
  { front, body, state, at }: Parameters<WorkStore['saveWorkflow']>[1],
): Promise<Workflow> {
  const row = await sql.get('SELECT COALESCE(max(version), 0) AS version FROM workflows WHERE name = $1', [front.name]);
  const version = row ? integer(row, 'version') + 1 : 1;
  await sql.run(
    'INSERT INTO workflows (name, version, project, state, at, front, body) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [front.name, version, project, state, at, JSON.stringify(front), body],
  );
  return { project, name: front.name, version, state, front, body, at };
}
