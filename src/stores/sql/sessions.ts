import type { Session } from '../../model/session.js';
import type { WorkStore } from '../../gate/store-port.js';
import { recall } from './recall.js';
import { sessionOf } from './rows.js';
import type { Sql, Statements } from './sql.js';

type SessionStore = Pick<WorkStore, 'session' | 'openSessions' | 'saveSession' | 'openSession' | 'touchSession'>;

/**
 * A session is marked as seen this often within the time after which it counts as idle: often enough to tell, and seldom
 * enough that a call does not pay a commit for it.
 */
const touchesPerIdleTime = 500;

/** Sessions over SQL. */
export function sqlSessions(sql: Sql): SessionStore {
  return {
    session: (id) => find(sql, id),
    openSessions: async (project, sinceMs) => {
      const rows = await sql.all(
        `SELECT * FROM sessions WHERE project = $1 AND seen_at > $2 AND closed_at IS NULL
         ORDER BY seen_at DESC, opened_at DESC, id`,
        [project, sinceMs],
      );
      return rows.map(sessionOf);
    },
    saveSession: (session) => save(sql, session),
    openSession: async (session, sinceMs) => {
      // Nearly always it is open and was seen just now: then no other process needs to be kept waiting.
      const seen = await inForce(sql, session, sinceMs);
      if (seen !== undefined && !isStale(seen, session, sinceMs)) {
        return { ...seen, seenAt: Math.max(seen.seenAt, session.seenAt) };
      }
      return sql.transaction((statements) => open(statements, session, sinceMs));
    },
    touchSession: (id, at) => touch(sql, id, at),
  };
}

async function find(sql: Statements, id: string): Promise<Session | undefined> {
  const row = await sql.get('SELECT * FROM sessions WHERE id = $1', [id]);
  return row && sessionOf(row);
}

async function save(sql: Statements, session: Session): Promise<void> {
  await sql.run(
    `INSERT INTO sessions (id, project, principal, client, client_key, opened_at, seen_at, closed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET project = excluded.project, principal = excluded.principal,
       client = excluded.client, client_key = excluded.client_key, opened_at = excluded.opened_at,
       seen_at = excluded.seen_at, closed_at = excluded.closed_at`,
    [
      ...[session.id, session.project, session.principal, session.client, session.clientKey],
      ...[session.openedAt, session.seenAt, session.closedAt],
    ],
  );
}

async function touch(sql: Statements, id: string, at: number): Promise<void> {
  await sql.run('UPDATE sessions SET seen_at = $1 WHERE id = $2 AND seen_at < $1', [at, id]);
}

async function inForce(sql: Statements, session: Session, sinceMs: number): Promise<Session | undefined> {
  const { project, principal, clientKey } = session;
  const name = `session ${JSON.stringify([project, principal, clientKey])}`;
  const newest = await recall(sql, name, ['sessions'], async () => {
    const row = await sql.get(
      `SELECT * FROM sessions
       WHERE project = $1 AND principal = $2 AND ($3 IS NULL OR client_key = $3) AND closed_at IS NULL
       ORDER BY seen_at DESC, opened_at DESC, id LIMIT 1`,
      [project, principal, clientKey],
    );
    return row && sessionOf(row);
  });
  return newest !== undefined && newest.seenAt > sinceMs ? newest : undefined;
}

/** Whether a session was last marked as seen so long ago that it is time to mark it again. */
function isStale(seen: Session, session: Session, sinceMs: number): boolean {
  return session.seenAt - seen.seenAt > (session.seenAt - sinceMs) / touchesPerIdleTime;
}

async function open(sql: Statements, session: Session, sinceMs: number): Promise<Session> {
  const seen = await inForce(sql, session, sinceMs);
  if (seen === undefined) {
    await save(sql, session);
    return session;
  }
  if (isStale(seen, session, sinceMs)) await touch(sql, seen.id, session.seenAt);
  return { ...seen, seenAt: Math.max(seen.seenAt, session.seenAt) };
}
