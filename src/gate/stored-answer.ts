import type { Session } from '../model/session.js';
import type { JsonObject } from '../model/json.js';
import type { Take } from '../model/take.js';
import { unwrittenIn } from '../model/unwritten.js';
import type { CallAnswer } from './answer.js';
import type { GatePorts } from './ports.js';
import { fetched, unwritten } from './spend.js';
import { standingOf } from './standing.js';

/** How an ended take answers a call that asks for it again: with its stored result, at no cost. */
export async function storedAnswer(ports: GatePorts, take: Take, session: Session): Promise<CallAnswer> {
  const result = await ports.store.result(take.id);
  if (take.state !== 'posted' || take.outcome !== 'succeeded') {
    return { kind: 'failed', take, session, why: take.state === 'in_doubt' ? 'in-doubt' : take.outcome, result };
  }
  // What was paid for and could not be fetched then is fetched now.
  const [{ accounts }, whole] = await Promise.all([
    standingOf(ports, session, take),
    complete(ports, take, result ?? {}),
  ]);
  return { kind: 'done', ...whole, session, accounts };
}

/** What was paid for and is not on the disk yet: written where it could not be, fetched where it was not handed out. */
async function complete(ports: GatePorts, take: Take, result: JsonObject): ReturnType<typeof fetched> {
  const on = unwrittenIn(result) === undefined ? { take, result } : await written(ports, take, result);
  const whole = await fetched(ports, on.take, on.result);
  const missing = [...unwritten(whole.result), ...(whole.missing ?? [])];
  return missing.length === 0 ? whole : { ...whole, missing };
}

/** Writes the outputs that a full disk left inside their answer. */
async function written(ports: GatePorts, take: Take, result: JsonObject): Promise<{ take: Take; result: JsonObject }> {
  try {
    const { assets, result: lean, safe } = await ports.keep(take, result, true);
    const fresh = assets.filter(({ id }) => take.assets.every((asset) => asset.id !== id));
    if (fresh.length === 0 && unwrittenIn(lean) !== undefined) return { take, result };
    await safe;
    const kept = { assets: [...take.assets, ...fresh], result: lean };
    return { take: await ports.store.keep(take.id, kept), result: lean };
  } catch (error) {
    ports.warn('outputs could not be written', { take: take.id, why: String(error) });
    return { take, result };
  }
}

/** The session of a take, or a stand-in where the store does not know it any more. */
export async function sessionOf(ports: GatePorts, take: Take): Promise<Session> {
  const { session: id, project, at } = take;
  return (await ports.store.session(id)) ?? { id, project, principal: '', client: '', openedAt: at, seenAt: at };
}
