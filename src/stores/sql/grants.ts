import { drawFrom, type Draw } from '../../ledger/draw.js';
import { byLapse, isAlive } from '../../ledger/grants.js';
import type { Account, AccountRef } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import { openAccount, readAccounts, reserve } from './accounts.js';
import { accountOf } from './rows.js';
import type { Sql, Statements } from './sql.js';

/** The grants of a purse that have not lapsed, what lapses first at the front; see the port. */
export async function grants(sql: Sql, purse: string, refs: readonly AccountRef[], now: number): Promise<Account[]> {
  const there = await readGrants(sql, purse, now);
  const missing = refs.filter((ref) => isAlive(ref, now) && !there.some(({ id }) => id === ref.id));
  if (missing.length === 0) return there;
  return sql.transaction(async (statements) => {
    for (const ref of missing) await openAccount(statements, ref);
    return readGrants(statements, purse, now);
  });
}

async function readGrants(sql: Statements, purse: string, now: number): Promise<Account[]> {
  const rows = await sql.all(
    `SELECT * FROM accounts WHERE subject = $1 AND scope = 'grant' AND (resets_at IS NULL OR resets_at > $2)`,
    [purse, now],
  );
  return rows.map(accountOf).sort(byLapse);
}

/**
 * Reserves an amount in grants, opening those that are new.
 * @param forced reserves it whatever is left
 * @returns what was reserved where; undefined when there is not enough, and then nothing was reserved.
 */
export async function drawGrants(
  sql: Statements,
  refs: readonly AccountRef[],
  amount: MicroCredits,
  forced: boolean,
  now: number,
): Promise<readonly Draw[] | undefined> {
  const alive = refs.filter((ref) => isAlive(ref, now));
  if (alive.length === 0) return amount === 0 || forced ? [] : undefined;
  const ids = alive.map(({ id }) => id);
  let found = await readAccounts(sql, ids);
  if (found.size < ids.length) {
    for (const ref of alive) await openAccount(sql, ref);
    found = await readAccounts(sql, ids);
  }
  const draws = drawFrom([...found.values()], amount, forced);
  for (const draw of (draws ?? []).filter(({ amount: part }) => part > 0)) {
    const ref = found.get(draw.id);
    // What was read may have changed only on an engine that lets others write meanwhile; the whole hold is undone then.
    if (ref === undefined || !(await reserve(sql, ref, draw.amount, forced))) return undefined;
  }
  return draws;
}
