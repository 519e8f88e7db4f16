import type { Account, AccountRef } from '../../model/budget.js';
import type { LedgerStore } from '../../gate/store-port.js';
import { checkAmount } from '../movements.js';
import { ofProject, openAccount, readAccount, readAccounts, writeEntries } from './accounts.js';
import { grants } from './grants.js';
import { hold } from './hold.js';
import { beat, dispatch, endLease, recover } from './leases.js';
import { recall } from './recall.js';
import { accountOf, entryOf } from './rows.js';
import { doubt, keep, noteJob, settle } from './settle.js';
import type { Sql, Statements } from './sql.js';

/** The money side of a store over SQL; `clock` gives epoch milliseconds. */
export function sqlLedger(sql: Sql, clock: () => number): LedgerStore {
  return {
    hold: (input) => hold(sql, input, clock()),
    dispatch: (take, lease) => dispatch(sql, take, lease, clock()),
    settle: (settlement) => settle(sql, settlement, clock()),
    keep: (take, kept) => keep(sql, take, kept),
    doubt: (take, why, kept) => doubt(sql, take, why, kept),
    noteJob: (take, job, kept) => noteJob(sql, take, job, kept),
    accounts: (refs) => accounts(sql, refs),
    accountsOf: async (project, shared) => {
      const { condition, params } = ofProject(project, shared);
      const rows = await sql.all(`SELECT * FROM accounts WHERE ${condition} ORDER BY id`, params);
      return rows.map(accountOf);
    },
    grants: (purse, refs) => grants(sql, purse, refs, clock()),
    limit: (ref, change, who) => limit(sql, ref, change, who, clock()),
    entries: async (project, shared) => {
      const { condition, params } = ofProject(project, shared);
      // Most of the ledger is wanted whenever it is read, so an index would only slow down every hold.
      const rows = await sql.all(
        `SELECT * FROM entries WHERE account IN (SELECT id FROM accounts WHERE ${condition}) ORDER BY seq`,
        params,
      );
      return rows.map(entryOf);
    },
    entriesInOrder: async (project, { after = 0, limit }, shared) => {
      const { condition, params } = ofProject(project, shared);
      const [from, most] = [`$${String(params.length + 1)}`, `$${String(params.length + 2)}`];
      const rows = await sql.all(
        `SELECT * FROM entries WHERE seq > ${from} AND account IN (SELECT id FROM accounts WHERE ${condition})
         ORDER BY seq LIMIT ${most}`,
        [...params, after, limit],
      );
      return rows.map(entryOf);
    },
    beat: (lease) => beat(sql, lease, clock()),
    endLease: (lease) => endLease(sql, lease, clock()),
    recover: (lapsedMs) => recover(sql, lapsedMs, clock()),
  };
}

async function accounts(sql: Sql, refs: readonly AccountRef[]): Promise<Account[]> {
  if (refs.length === 0) return [];
  const ids = refs.map((ref) => ref.id);
  const there = await recall(sql, `accounts ${JSON.stringify(ids)}`, ['accounts'], () => existing(sql, ids));
  if (there.length === ids.length) return [...there];
  return sql.transaction(async (statements) => {
    for (const ref of refs) await openAccount(statements, ref);
    return existing(statements, ids);
  });
}

/** The accounts that exist among these, in their order. */
async function existing(sql: Statements, ids: readonly string[]): Promise<Account[]> {
  const found = await readAccounts(sql, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function limit(
  sql: Sql,
  ref: AccountRef,
  change: Parameters<LedgerStore['limit']>[1],
  who: string,
  now: number,
): Promise<Account> {
  checkAmount(change.limit ?? 0);
  checkAmount(change.soft ?? 0);
  return sql.transaction(async (statements) => {
    await openAccount(statements, ref);
    const before = await readAccount(statements, ref.id);
    const hard = change.limit === undefined ? (before.limit ?? null) : change.limit;
    const soft = change.soft === undefined ? (before.soft ?? null) : change.soft;
    await statements.run('UPDATE accounts SET limit_micro = $1, soft_micro = $2 WHERE id = $3', [hard, soft, ref.id]);
    await writeEntries(
      statements,
      [ref.id],
      [{ at: now, kind: 'limit', heldDelta: 0, spentDelta: 0, note: { limit: hard, soft, who } }],
    );
    return { ...before, limit: hard ?? undefined, soft: soft ?? undefined };
  });
}
