import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Take } from '../model/take.js';
import { unwrittenIn } from '../model/unwritten.js';
import { outputsOf, waitingOn } from '../model/takes.js';
import type { CallAnswer, Ticket } from './answer.js';
import type { Dispatch, Dispatched, GatePorts, MissingOutput } from './ports.js';
import { namedJob } from './read-job.js';
import { readOutcome, type ReadOutcome } from './read-outcome.js';
import { standingOf } from './standing.js';
import type { KeptAnswer } from './store-port.js';

/**
 * Steps 7–9 of a paid call: compare-and-set to dispatched, send once, read the outcome, keep the outputs, settle. After
 * the compare-and-set nothing is ever sent again; whatever cannot be known stays in doubt with its money held.
 */
export async function spend(
  ports: GatePorts,
  profile: Profile,
  ticket: Ticket,
  dispatch: Dispatch,
  progress: (params: JsonObject) => void,
): Promise<CallAnswer> {
  const { take, session } = ticket;
  await ports.reached('held', take.id);
  if (!(await ports.store.dispatch(take.id, ports.lease))) {
    const released = await end(ports, take, { outcome: 'unbilled', amount: 0, costSource: 'book' });
    return { kind: 'failed', take: released, session, why: 'hold-expired' };
  }
  await ports.reached('dispatched', take.id);
  const sent = await dispatch(
    { server: take.server, tool: take.tool, arguments: ticket.arguments, take: take.id },
    progress,
  );
  await ports.reached('answered', take.id);
  if (sent.kind === 'not-sent') {
    const released = await end(ports, take, { outcome: 'unbilled', amount: 0, costSource: 'book' });
    return { kind: 'failed', take: released, session, why: sent.why };
  }
  if (sent.kind === 'lost') return endLost(ports, profile, ticket, sent);
  return settleAnswer(ports, profile, ticket, sent.result);
}

/**
 * Settles a take by what its upstream answered, and keeps the outputs first: what was paid for must not be lost. An
 * answer that names a job settles nothing: the take waits for the job's end.
 */
export async function settleAnswer(
  ports: GatePorts,
  profile: Profile,
  ticket: Ticket,
  answer: JsonObject,
): Promise<CallAnswer> {
  const { take, session, verdict } = ticket;
  const id = ports.jobs === undefined ? undefined : namedJob(profile, answer);
  if (id !== undefined) {
    const kept = { assets: take.assets, result: answer };
    const waiting = await ports.store.noteJob(take.id, { id, quote: verdict.quote }, kept);
    await ports.reached('job-noted', take.id);
    return { kind: 'running', take: waiting, session, result: answer };
  }
  const settled = await settleRead(ports, ticket, readOutcome(profile, verdict.quote, answer), answer);
  if (settled.kind !== 'done') return settled;
  return { ...settled, verdict, batch: await batchOf(ports, ticket) };
}

/** Ends a take as an answer was read: its outputs are kept, then it is posted, released or left in doubt. */
export async function settleRead(
  ports: GatePorts,
  { take, session }: Pick<Ticket, 'take' | 'session'>,
  read: ReadOutcome,
  answer: JsonObject,
): Promise<Extract<CallAnswer, { kind: 'done' | 'failed' }>> {
  if (read.flagged !== undefined) {
    ports.warn('the provider reported less than the price book; the book price was posted', {
      take: take.id,
      reportedMicro: read.flagged,
    });
  }
  const kept = await ports.keep(take, answer);
  await ports.reached('kept', take.id);
  const { amount } = read;
  // An error without a word on billing, or a success at an unknown price, is for the person to settle.
  if (read.outcome === 'unknown' || amount === undefined) {
    const why = read.outcome === 'succeeded' ? 'unpriced' : 'the provider did not say whether it was billed';
    const [doubted] = await Promise.all([inDoubt(ports, { take, session }, why, kept), kept.safe]);
    if (read.outcome !== 'succeeded') return doubted;
    const { take: left, result } = await fetched(ports, doubted.take, kept.result);
    return { ...doubted, take: left, result };
  }
  const [settled] = await Promise.all([end(ports, take, { ...read, amount }, kept.assets, kept.result), kept.safe]);
  await ports.reached('settled', take.id);
  if (read.outcome !== 'succeeded') {
    return { kind: 'failed', take: settled, session, why: read.outcome, result: kept.result };
  }
  const { take: ended, result, missing: gone } = await fetched(ports, settled, kept.result);
  const missing = [...unwritten(result), ...(gone ?? [])];
  const { accounts } = await standingOf(ports, session, take);
  return { kind: 'done', take: ended, result, session, accounts, missing };
}

/**
 * Fetches what an answer only names by address. The take has ended by then: a server that is slow to hand an output out
 * holds no money, and whatever goes wrong here can be tried again.
 */
export async function fetched(
  ports: GatePorts,
  take: Take,
  result: JsonObject,
): Promise<{ readonly take: Take; readonly result: JsonObject; readonly missing?: readonly MissingOutput[] }> {
  try {
    const found = await ports.fetch(take, result);
    if (found === undefined) return { take, result };
    const { missing } = found;
    if (found.assets.every((asset) => take.assets.includes(asset))) return { take, result, missing };
    return { take: await ports.store.keep(take.id, found), result: found.result, missing };
  } catch (error) {
    ports.warn('outputs could not be fetched', { take: take.id, why: String(error) });
    return { take, result };
  }
}

/** What an answer still holds of its outputs because it could not be written to the disk. */
export function unwritten(result: JsonObject): readonly MissingOutput[] {
  const why = unwrittenIn(result);
  return why === undefined ? [] : [{ host: 'disk', why }];
}

/** How far the batch is that a take belongs to; undefined when its plan item is a single version, or there is none. */
async function batchOf(
  { store }: GatePorts,
  { take, placement }: Ticket,
): Promise<{ made: number; planned: number } | undefined> {
  const planned = placement.item?.count ?? 1;
  if (planned === 1) return undefined;
  const onShot = await store.takes({ project: take.project, shot: take.shot });
  return { made: outputsOf(waitingOn(onShot, take)), planned };
}

/** A call without an answer stays in doubt, unless the upstream's own error is one that the profile knows the bill of. */
async function endLost(
  ports: GatePorts,
  profile: Profile,
  ticket: Ticket,
  { why, said }: Extract<Dispatched, { kind: 'lost' }>,
): Promise<CallAnswer> {
  if (said === undefined) return inDoubt(ports, ticket, why);
  const words = { isError: true, content: [{ type: 'text', text: said }] };
  const read = readOutcome(profile, ticket.verdict.quote, words);
  return read.outcome === 'unknown' ? inDoubt(ports, ticket, why) : settleRead(ports, ticket, read, words);
}

async function inDoubt(
  ports: GatePorts,
  ticket: Pick<Ticket, 'take' | 'session'>,
  why: string,
  kept?: KeptAnswer,
): Promise<Extract<CallAnswer, { kind: 'failed' }>> {
  let take = await ports.store.doubt(ticket.take.id, why, kept);
  // A take that was in doubt before keeps what this answer brought all the same.
  if (ticket.take.state === 'in_doubt' && kept !== undefined) take = await ports.store.keep(take.id, kept);
  return { kind: 'failed', take, session: ticket.session, why, result: kept?.result };
}

async function end(
  ports: GatePorts,
  take: Take,
  read: { outcome: 'succeeded' | 'failed-billed' | 'unbilled' | 'unknown'; amount: number; costSource: string },
  assets: Take['assets'] = [],
  result?: JsonObject,
): Promise<Take> {
  const { outcome, amount, costSource } = read;
  return ports.store.settle({ take: take.id, outcome, amount, costSource, assets, result, who: 'gate' });
}
