import type { Account } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import type { Take } from '../../model/take.js';
import type { HoldInput, HoldOutcome } from '../../gate/store-port.js';
import type { Draw } from '../../ledger/draw.js';
import { checkHold } from '../movements.js';
import { readAccount, readAccounts, reserve, writeEntries } from './accounts.js';
import { integer, optionalText } from './cells.js';
import { drawGrants } from './grants.js';
import { insertMarks } from './prompt-marks.js';
import { following } from './newest-takes.js';
import { insertRemark } from './remarks.js';
import { selectTakes, takeOf, type TakeBody } from './rows.js';
import { bumpShot } from './shots.js';
import type { Row, Sql, Statements } from './sql.js';
import { sumQuick, sumSinceYes } from './sums.js';

/** Carries the outcome out of a transaction that must leave nothing behind. */
class Refused extends Error {
  constructor(readonly outcome: HoldOutcome) {
    super(outcome.kind);
  }
}

/**
 * Reserves money for a take in all accounts at once, or says why not; see the port.
 * @throws RangeError when the amount is not a safe integer of at least 0; Error when an account is named twice.
 */
export async function hold(sql: Sql, input: HoldInput, now: number): Promise<HoldOutcome> {
  checkHold(input);
  try {
    return await sql.transaction(async (statements) => {
      await refuseUnlessNew(statements, input, now);
      await refuseAbove(statements, input);
      await consumeApproval(statements, input, now);
      for (const ref of input.accounts) {
        const hasRoom = await reserve(statements, ref, input.amount, input.unlimited === true);
        // This account holds nothing of the amount; what the ones before it hold is undone with the transaction.
        if (!hasRoom) throw new Refused({ kind: 'over', account: await readAccount(statements, ref.id) });
      }
      const draws = await drawn(statements, input, now);
      const take = await following(statements, input.take.project, () => insertTake(statements, input, draws, now));
      await record(statements, input, draws, now);
      return { kind: 'held', take } as const;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

/** What the grants pay; undefined where no balance is kept. */
async function drawn(sql: Statements, input: HoldInput, now: number): Promise<readonly Draw[] | undefined> {
  const { draw, amount, unlimited } = input;
  if (draw === undefined) return undefined;
  const draws = await drawGrants(sql, draw, amount, unlimited === true, now);
  if (draws === undefined) throw new Refused({ kind: 'broke' });
  return draws;
}

/** Everything a hold depends on but money, in one read: each part is answered by an index. */
const picture = `SELECT
  (SELECT id FROM takes WHERE session = $1 AND call_id = $2) AS seen,
  (SELECT id FROM takes WHERE project = $3 AND digest = $4
     AND (state = 'dispatched' OR (state = 'held' AND expires_at > $5)) LIMIT 1) AS running,
  COALESCE((SELECT version FROM shots WHERE project = $3 AND shot = $6), 0) AS shot_version,
  (SELECT count(*) FROM takes WHERE project = $3 AND prompt_key = $7 AND state <> 'released') AS prompt_key_count`;

async function refuseUnlessNew(sql: Statements, { take, expect, unlimited }: HoldInput, now: number): Promise<void> {
  const { session, callId, project, digest, shot, promptKey } = take;
  const row: Row = (await sql.get(picture, [session, callId, project, digest, now, shot, promptKey])) ?? {};
  const seen = await takeNamed(sql, row, 'seen');
  if (seen) throw new Refused({ kind: seen.digest === digest ? 'known' : 'conflict', take: seen });
  const running = await takeNamed(sql, row, 'running');
  if (running) throw new Refused({ kind: 'running', take: running });
  const isCurrent =
    integer(row, 'shot_version') === expect.shotVersion && integer(row, 'prompt_key_count') === expect.promptKeyCount;
  if (!isCurrent && unlimited !== true) throw new Refused({ kind: 'stale' });
}

/** Another call may have crossed a line since the decision was made. */
async function refuseAbove(sql: Statements, { take, below = {} }: HoldInput): Promise<void> {
  const { sinceYes, quick, accounts = [] } = below;
  const known =
    accounts.length === 0
      ? undefined
      : await readAccounts(
          sql,
          accounts.map(({ id }) => id),
        );
  const isAbove =
    (sinceYes !== undefined && (await sumSinceYes(sql, take.project, sinceYes.except)) > sinceYes.atMost) ||
    (quick !== undefined && (await sumQuick(sql, take.project, quick.fromMs)) > quick.atMost) ||
    accounts.some(({ id, atMost }) => spentAndHeld(known?.get(id)) > atMost);
  if (isAbove) throw new Refused({ kind: 'stale' });
}

function spentAndHeld(account: Account | undefined): MicroCredits {
  return account === undefined ? 0 : account.spent + account.held;
}

async function takeNamed(sql: Statements, row: Row, column: string): Promise<Take | undefined> {
  const id = optionalText(row, column);
  const found = id === undefined ? undefined : await sql.get(`${selectTakes} WHERE t.id = $1`, [id]);
  return found && takeOf(found);
}

async function consumeApproval(sql: Statements, { approval, take }: HoldInput, now: number): Promise<void> {
  if (approval === undefined) return;
  const consumed = await sql.run(
    `UPDATE approvals SET state = 'consumed'
     WHERE id = $1 AND project = $2 AND state = 'approved' AND expires_at > $3`,
    [approval, take.project, now],
  );
  if (consumed === 0) throw new Refused({ kind: 'approval-gone' });
}

/** Writes down what the hold moved and the decision behind it. */
async function record(
  sql: Statements,
  input: HoldInput,
  draws: readonly Draw[] | undefined,
  now: number,
): Promise<void> {
  const { take, amount, remark } = input;
  const accounts = input.accounts.map((ref) => ref.id);
  const line = { at: now, kind: 'hold', take: take.id, spentDelta: 0, note: {} } as const;
  await writeEntries(sql, accounts, [{ ...line, heldDelta: amount }]);
  for (const draw of draws ?? []) {
    if (draw.amount > 0) await writeEntries(sql, [draw.id], [{ ...line, heldDelta: draw.amount }]);
  }
  await bumpShot(sql, take.project, take.shot);
  if (remark) await insertRemark(sql, { ...remark, take: take.id });
}

async function insertTake(
  sql: Statements,
  input: HoldInput,
  draws: readonly Draw[] | undefined,
  now: number,
): Promise<Take> {
  const { amount, lease, ttlMs } = input;
  const accounts = input.accounts.map((ref) => ref.id);
  const { id, project, session, shot, item, digest, promptKey, callId, cluster, parent, reading, ...body } = input.take;
  const bodyText = JSON.stringify(body);
  const row = await sql.get(
    `INSERT INTO takes (id, project, session, shot, item, digest, prompt_key, call_id, state, outcome, held, at, lease,
       expires_at, accounts, body, cluster, parent, reader, features, draws)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'held', 'running', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     RETURNING seq`,
    [
      ...[id, project, session, shot, item, digest, promptKey, callId],
      ...[amount, now, lease, now + ttlMs, JSON.stringify(accounts), bodyText],
      ...[cluster, parent, reading?.reader, reading && JSON.stringify(reading.features)],
      draws && JSON.stringify(draws),
    ],
  );
  if (row !== undefined) await insertMarks(sql, project, integer(row, 'seq'), input.marks ?? []);
  sql.memory.holds.set(id, { project, accounts, draws: draws ?? [] });
  return {
    // As it will be read: what was handed over is the caller's and may change in its hands.
    ...(JSON.parse(bodyText) as TakeBody),
    ...{ id, project, session, shot, item, digest, promptKey, callId, cluster, parent, reading },
    ...{ state: 'held', outcome: 'running', held: amount, paid: 0, at: now, assets: [] },
  };
}
