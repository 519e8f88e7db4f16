import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import type { CallAnswer } from './answer.js';
import type { GatePorts } from './ports.js';
import { fetched } from './spend.js';
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
    fetched(ports, take, result ?? {}),
  ]);
  return { kind: 'done', ...whole, session, accounts };
}

/** The session of a take, or a stand-in where the store does not know it any more. */
export async function sessionOf(ports: GatePorts, take: Take): Promise<Session> {
  const { session: id, project, at } = take;
  return (await ports.store.session(id)) ?? { id, project, principal: '', client: '', openedAt: at, seenAt: at };
}
