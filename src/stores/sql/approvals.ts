import type { Approval, ApprovalState } from '../../model/approval.js';
import type { DecisionStore } from '../../gate/store-port.js';
import { approvalOf } from './rows.js';
import { text } from './cells.js';
import type { Row, Sql, Statements } from './sql.js';

type ApprovalStore = Pick<
  DecisionStore,
  'openApproval' | 'approval' | 'approvedFor' | 'deniedFor' | 'approvals' | 'decideApproval'
>;

/** Approvals over SQL; they run out by `clock` (epoch milliseconds). */
export function sqlApprovals(sql: Sql, clock: () => number): ApprovalStore {
  const read = (row: Row | undefined) => row && approvalOf(row, clock());
  return {
    openApproval: (approval) => sql.transaction((statements) => open(statements, approval, clock())),
    approval: async (id) => read(await sql.get('SELECT * FROM approvals WHERE id = $1', [id])),
    approvedFor: async (project, digest) => read(await live(sql, project, digest, ['approved'], clock())),
    deniedFor: async (project, digest) => read(await live(sql, project, digest, ['denied'], clock())),
    approvals: (project, state) => list(sql, project, state, clock()),
    decideApproval: (id, decision) => sql.transaction((statements) => decide(statements, id, decision, clock())),
  };
}

/** Remembers that a person was here: only takes from now on count as spent since then. */
export async function markYes(sql: Statements, project: string): Promise<void> {
  // Takes are numbered in the order of their holds, which says "before" more exactly than any clock.
  await sql.run(
    `INSERT INTO last_yes (project, take_seq) VALUES ($1, COALESCE((SELECT max(seq) FROM takes), 0))
     ON CONFLICT (project) DO UPDATE SET take_seq = excluded.take_seq`,
    [project],
  );
}

/** The newest approval for a digest in one of the states that has not run out. */
function live(
  sql: Pick<Statements, 'get'>,
  project: string,
  digest: string,
  states: readonly ApprovalState[],
  now: number,
): Promise<Row | undefined> {
  const among = states.map((state) => `'${state}'`).join(', ');
  return sql.get(
    `SELECT * FROM approvals WHERE project = $1 AND digest = $2 AND state IN (${among}) AND expires_at > $3
     ORDER BY seq DESC LIMIT 1`,
    [project, digest, now],
  );
}

async function open(sql: Statements, approval: Approval, now: number): Promise<Approval> {
  const known = await live(sql, approval.project, approval.digest, ['pending', 'approved'], now);
  if (known) return approvalOf(known, now);
  await sql.run(
    `INSERT INTO approvals (id, project, session, subject, digest, title, detail, amount, reasons, state, at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending', $10, $11)`,
    [
      ...[approval.id, approval.project, approval.session, approval.subject, approval.digest, approval.title],
      ...[approval.detail, approval.amount, JSON.stringify(approval.reasons), approval.at, approval.expiresAt],
    ],
  );
  return { ...approval, state: 'pending', strength: undefined, note: undefined };
}

async function list(
  sql: Statements,
  project: string,
  state: ApprovalState | undefined,
  now: number,
): Promise<Approval[]> {
  const rows = await sql.all('SELECT * FROM approvals WHERE project = $1 ORDER BY seq DESC', [project]);
  const all = rows.map((row) => approvalOf(row, now));
  return state === undefined ? all : all.filter((approval) => approval.state === state);
}

async function decide(
  sql: Statements,
  id: string,
  { state, strength, note }: Parameters<DecisionStore['decideApproval']>[1],
  now: number,
): Promise<Approval | undefined> {
  const row = await sql.get(
    `UPDATE approvals SET state = $1, strength = $2, note = $3
     WHERE id = $4 AND state = 'pending' AND expires_at > $5 RETURNING *`,
    [state, strength, note, id, now],
  );
  if (!row) return undefined;
  if (state === 'approved' && strength !== 'relayed') await markYes(sql, text(row, 'project'));
  return approvalOf(row, now);
}
