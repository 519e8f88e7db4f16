import type { Account, AccountOwner, AccountRef } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import type { JsonObject } from '../../model/json.js';
import type { Posting } from '../movements.js';
import { placeholders } from './placeholders.js';
import { accountOf } from './rows.js';
import type { SqlValue, Statements } from './sql.js';

/** The condition for accounts that belong to a project: its own, its stored sessions', and those of others that it shares. */
export function ofProject(
  project: string,
  shared: readonly AccountOwner[] = [],
): { readonly condition: string; readonly params: readonly string[] } {
  const owners = shared.map(
    (_, index) => `(scope = $${String(2 * index + 2)} AND subject = $${String(2 * index + 3)})`,
  );
  const own = `(scope = 'project' AND subject = $1)
    OR (scope = 'session' AND subject IN (SELECT id FROM sessions WHERE project = $1))`;
  return {
    condition: `(${[own, ...owners].join(' OR ')})`,
    params: [project, ...shared.flatMap(({ scope, subject }) => [scope, subject])],
  };
}

/** Opens an account with the limits of the reference; one that exists is left as it is. */
export async function openAccount(sql: Statements, ref: AccountRef): Promise<void> {
  await sql.run(
    `INSERT INTO accounts (id, scope, subject, limit_micro, soft_micro, resets_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
    [ref.id, ref.scope, ref.subject, ref.limit, ref.soft, ref.resetsAt],
  );
}

/** The accounts that exist among these, by id. */
export async function readAccounts(sql: Statements, ids: readonly string[]): Promise<Map<string, Account>> {
  const rows = await sql.all(`SELECT * FROM accounts WHERE id IN (${placeholders(ids.length)})`, ids);
  return new Map(rows.map((row) => [row['id'] as string, accountOf(row)]));
}

/** One account that is known to exist. */
export async function readAccount(sql: Statements, id: string): Promise<Account> {
  const account = (await readAccounts(sql, [id])).get(id);
  if (account === undefined) throw new Error(`no account has the id ${id}`);
  return account;
}

/**
 * Reserves an amount in an account, opening it when it is new.
 * @param unlimited reserves it whatever the account's limit says
 * @returns whether the account had room; without room nothing was reserved.
 */
export async function reserve(
  sql: Statements,
  ref: AccountRef,
  amount: MicroCredits,
  unlimited: boolean,
): Promise<boolean> {
  if (await charge(sql, ref, amount, unlimited)) return true;
  await openAccount(sql, ref);
  return charge(sql, ref, amount, unlimited);
}

async function charge(
  sql: Statements,
  { id, keep = 0 }: AccountRef,
  amount: MicroCredits,
  unlimited: boolean,
): Promise<boolean> {
  // Test and change are one statement, so no other process can come between them on any engine.
  const reserving = 'UPDATE accounts SET held = held + $1 WHERE id = $2';
  const room = ' AND (limit_micro IS NULL OR spent + held + $1 <= limit_micro - $3)';
  const changed = unlimited
    ? await sql.run(reserving, [amount, id])
    : await sql.run(reserving + room, [amount, id, keep]);
  return changed > 0;
}

/** What happened to a take, to be written down for each of its accounts. */
export interface Movement extends Posting {
  readonly at: number;
  readonly take?: string | undefined;
  readonly note: JsonObject;
}

/** Appends one ledger line per movement and account. */
export async function writeEntries(
  sql: Statements,
  accounts: readonly string[],
  movements: readonly Movement[],
): Promise<void> {
  const params: SqlValue[] = [];
  const rows: string[] = [];
  for (const movement of movements) {
    const { at, kind, take, heldDelta, spentDelta, note } = movement;
    for (const account of accounts) {
      rows.push(`(${placeholders(7, params.length + 1)})`);
      params.push(at, kind, account, take, heldDelta, spentDelta, JSON.stringify(note));
    }
  }
  if (rows.length === 0) return;
  await sql.run(
    `INSERT INTO entries (at, kind, account, take, held_delta, spent_delta, note) VALUES ${rows.join(', ')}`,
    params,
  );
}

/** Adds to the cached balances of accounts what a ledger line says. */
export async function moveBalances(sql: Statements, accounts: readonly string[], posting: Posting): Promise<void> {
  if (accounts.length === 0) return;
  await sql.run(
    `UPDATE accounts SET held = held + $1, spent = spent + $2 WHERE id IN (${placeholders(accounts.length, 3)})`,
    [posting.heldDelta, posting.spentDelta, ...accounts],
  );
}
