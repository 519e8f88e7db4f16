import type { TakeJob } from '../../model/job-map.js';
import type { Take } from '../../model/take.js';
import type { KeptAnswer, Settlement } from '../../gate/store-port.js';
import type { Draw } from '../../ledger/draw.js';
import { checkAmount, endStateOf, endingOf, endingOfDraws, hasEnded, unknownTake, type Ending } from '../movements.js';
import { moveBalances, writeEntries } from './accounts.js';
import { json } from './cells.js';
import { following, rememberedTake } from './newest-takes.js';
import { selectTakes, takeOf } from './rows.js';
import { bumpShot } from './shots.js';
import type { Row, Sql, Statements } from './sql.js';
import type { HeldTake } from './store-memory.js';

/**
 * Ends a take; one that has ended is returned as it is.
 * @throws RangeError when the amount is not a safe integer of at least 0; Error when the take is unknown.
 */
export async function settle(sql: Sql, settlement: Settlement, now: number): Promise<Take> {
  checkAmount(settlement.amount);
  return sql.transaction(async (statements) => {
    return endTake(statements, await findHeld(statements, settlement.take), settlement, now);
  });
}

/**
 * Leaves a dispatched take in doubt with its money held; any other is returned as it is.
 * @throws Error when the take is unknown.
 */
export async function doubt(sql: Sql, id: string, why: string, kept?: KeptAnswer): Promise<Take> {
  return sql.transaction(async (statements) => doubtTake(statements, await readTake(statements, id), why, kept));
}

/**
 * Notes the job that a take waits for, which is running again if it was in doubt; one that has ended is returned as it is.
 * @throws Error when the take is unknown.
 */
export async function noteJob(sql: Sql, id: string, job: TakeJob, kept?: KeptAnswer): Promise<Take> {
  return sql.transaction(async (statements) => {
    const take = await readTake(statements, id);
    if (take.state !== 'dispatched' && take.state !== 'in_doubt') return take;
    const assets = kept?.assets ?? take.assets;
    await statements.run(
      `UPDATE takes SET state = 'dispatched', outcome = 'running', doubt = NULL, job = $1, assets = $2,
         result = COALESCE($3, result) WHERE id = $4`,
      [JSON.stringify(job), JSON.stringify(assets), kept?.result && JSON.stringify(kept.result), id],
    );
    if (take.state === 'in_doubt') await bumpShot(statements, take.project, take.shot);
    return { ...take, state: 'dispatched', outcome: 'running', job, assets };
  });
}

/**
 * Puts what was kept of an answer in the place of what was.
 * @throws Error when the take is unknown.
 */
export async function keep(sql: Sql, id: string, { assets, result }: KeptAnswer): Promise<Take> {
  return sql.transaction(async (statements) => {
    const take = await readTake(statements, id);
    await statements.run(`UPDATE takes SET assets = $1, result = COALESCE($2, result) WHERE id = $3`, [
      ...[JSON.stringify(assets), result && JSON.stringify(result), id],
    ]);
    return { ...take, assets };
  });
}

async function findTake(sql: Statements, id: string): Promise<Row> {
  const row = await sql.get(`${selectTakes} WHERE t.id = $1`, [id]);
  if (!row) throw unknownTake(id);
  return row;
}

async function readTake(sql: Statements, id: string): Promise<Take> {
  return takeOf(await findTake(sql, id));
}

/** A take with what its hold moved. */
interface Held extends Pick<HeldTake, 'accounts' | 'draws'> {
  readonly take: Take;
}

/** A take with its hold: from memory where this process holds it and nobody else wrote since, else read. */
async function findHeld(sql: Statements, id: string): Promise<Held> {
  const take = rememberedTake(sql, id);
  const hold = sql.memory.holds.get(id);
  return take === undefined || hold === undefined ? heldIn(await findTake(sql, id)) : { ...hold, take };
}

/** A row of {@link selectTakes} as a take with its hold. */
export function heldIn(row: Row): Held {
  const draws = row['draws'] === null ? [] : (json(row, 'draws') as Draw[]);
  return { take: takeOf(row), accounts: json(row, 'accounts') as string[], draws };
}

/** Ends a take that was read in the same transaction. */
export async function endTake(sql: Statements, held: Held, ending: Ending, now: number): Promise<Take> {
  const { take, accounts, draws } = held;
  if (hasEnded(take.state)) return take;
  const { outcome, amount, costSource, assets, who } = ending;
  const state = endStateOf(ending);
  const ended = await following(sql, take.project, async () => {
    await sql.run(
      `UPDATE takes SET state = $1, outcome = $2, held = 0, paid = $3, cost_source = $4, ended_at = $5, assets = $6,
         result = COALESCE($7, result) WHERE id = $8`,
      [
        ...[state, outcome, amount, costSource, now, JSON.stringify(assets)],
        ...[ending.result && JSON.stringify(ending.result), take.id],
      ],
    );
    return { ...take, state, outcome, held: 0, paid: amount, costSource, endedAt: now, assets };
  });
  const postings = endingOf(take.held, ending);
  for (const posting of postings) await moveBalances(sql, accounts, posting);
  const note = { who, outcome, ...(costSource === undefined ? {} : { costSource }) };
  await writeEntries(
    sql,
    accounts,
    postings.map((posting) => ({ ...posting, at: now, take: take.id, note })),
  );
  for (const { id, postings: lines } of endingOfDraws(draws, ending)) {
    for (const line of lines) await moveBalances(sql, [id], line);
    await writeEntries(
      sql,
      [id],
      lines.map((line) => ({ ...line, at: now, take: take.id, note })),
    );
  }
  await bumpShot(sql, take.project, take.shot);
  return ended;
}

/** Leaves a take in doubt that was read in the same transaction. */
export async function doubtTake(sql: Statements, take: Take, why: string, kept?: KeptAnswer): Promise<Take> {
  if (take.state !== 'dispatched') return take;
  const assets = kept?.assets ?? take.assets;
  await sql.run(
    `UPDATE takes SET state = 'in_doubt', outcome = 'unknown', doubt = $1, assets = $2, result = COALESCE($3, result)
     WHERE id = $4`,
    [why, JSON.stringify(assets), kept?.result && JSON.stringify(kept.result), take.id],
  );
  await bumpShot(sql, take.project, take.shot);
  return { ...take, state: 'in_doubt', outcome: 'unknown', assets };
}
