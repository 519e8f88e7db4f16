import type { Take } from '../../model/take.js';
import { neverSent } from '../movements.js';
import { integer } from './cells.js';
import { following, rememberedTake } from './newest-takes.js';
import { selectTakes } from './rows.js';
import { doubtTake, endTake, heldIn } from './settle.js';
import type { Row, Sql, Statements } from './sql.js';

const processIsGone = 'the process that sent the call is gone';

/** Shows that a process lives; opens its lease when new. */
export async function beat(sql: Sql, lease: string, now: number): Promise<void> {
  await sql.run(
    `INSERT INTO leases (id, beat_at) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at WHERE leases.beat_at < excluded.beat_at`,
    [lease, now],
  );
}

/** Held, this lease, unexpired → dispatched, in one statement. */
export async function dispatch(sql: Sql, take: string, lease: string, now: number): Promise<boolean> {
  let changed = 0;
  const change = async (): Promise<void> => {
    changed = await sql.run(
      `UPDATE takes SET state = 'dispatched' WHERE id = $1 AND lease = $2 AND state = 'held' AND expires_at > $3`,
      [take, lease, now],
    );
  };
  const known = rememberedTake(sql, take);
  if (known === undefined) await change();
  else {
    await following(sql, known.project, async () => {
      await change();
      return changed > 0 ? { ...known, state: 'dispatched' } : known;
    });
  }
  return changed > 0;
}

/** Gives up a lease at a clean end. */
export async function endLease(sql: Sql, lease: string, now: number): Promise<void> {
  await sql.transaction(async (statements) => {
    const rows = await statements.all(
      `${selectTakes} WHERE t.ended_at IS NULL AND t.job IS NULL AND t.lease = $1 AND t.state IN ('held', 'dispatched')`,
      [lease],
    );
    await putAway(statements, rows, now);
    await statements.run('DELETE FROM leases WHERE id = $1', [lease]);
  });
}

/** Ends what dead processes left; see the port. */
export async function recover(sql: Sql, lapsedMs: number, now: number): Promise<{ released: Take[]; inDoubt: Take[] }> {
  return sql.transaction(async (statements) => {
    // A lease that never beat is as old as its take, so a process is not robbed before its first heartbeat.
    const rows = await statements.all(
      `${selectTakes} LEFT JOIN leases l ON l.id = t.lease
       WHERE t.ended_at IS NULL AND t.job IS NULL AND t.state IN ('held', 'dispatched')
         AND (COALESCE(l.beat_at, t.at) <= $1 OR (t.state = 'held' AND t.expires_at <= $2))`,
      [now - lapsedMs, now],
    );
    const takes = await putAway(statements, rows, now);
    await statements.run('DELETE FROM leases WHERE beat_at <= $1', [now - lapsedMs]);
    return {
      released: takes.filter((take) => take.state === 'released'),
      inDoubt: takes.filter((take) => take.state === 'in_doubt'),
    };
  });
}

async function putAway(sql: Statements, rows: readonly Row[], now: number): Promise<Take[]> {
  const takes: Take[] = [];
  // Sorted here: asked for an order, SQLite would walk through all takes that ever were instead of the open ones.
  const oldestFirst = rows.toSorted((a, b) => integer(a, 'seq') - integer(b, 'seq'));
  for (const row of oldestFirst) {
    const wasSent = row['state'] === 'dispatched';
    const held = heldIn(row);
    takes.push(await (wasSent ? doubtTake(sql, held.take, processIsGone) : endTake(sql, held, neverSent, now)));
  }
  return takes;
}
