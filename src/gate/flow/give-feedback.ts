import type { Feedback, FeedbackBody } from '../../model/feedback.js';
import type { Strength } from '../../model/strength.js';
import type { Take } from '../../model/take.js';
import { isWaiting } from '../../model/takes.js';
import { isProblem, sessionFor, type Desk, type FlowProblem } from './desk.js';

/** Stored feedback, the take it is on, and what else still waits for a word on the same shot. */
export interface GivenFeedback {
  readonly feedback: Feedback;
  readonly take: Take;
  readonly stillWaiting: readonly string[];
  /** Other takes of the batch that the approval settled as not chosen. */
  readonly passedOver: readonly string[];
}

/**
 * Stores a person's word on a take. Approving one of a batch says of the others in it that they were not chosen, unless
 * they got a word of their own.
 */
export async function giveFeedback(
  desk: Desk,
  input: { take: string; body: FeedbackBody; strength: Strength; session?: string | undefined },
): Promise<GivenFeedback | FlowProblem> {
  const { ports } = desk;
  const session = await sessionFor(desk, input.session);
  if (isProblem(session)) return session;
  const take = await ports.store.take(input.take);
  if (take === undefined || take.project !== session.project) {
    const recent = await ports.store.takes({ project: session.project, limit: 10 });
    return {
      problem: 'no-such-take',
      facts: { take: input.take, waiting: recent.filter(isWaiting).map(({ id }) => id) },
    };
  }
  if (take.state !== 'posted') return { problem: 'take-not-done', facts: { take: take.id, state: take.state } };
  const feedback = await save(desk, take, input.body, input.strength);
  const siblings = (await ports.store.takes({ project: take.project, shot: take.shot })).filter(
    (other) => other.phase === take.phase && other.id !== take.id && isWaiting(other) && other.state === 'posted',
  );
  if (input.body.verdict !== 'approve') {
    return { feedback, take, stillWaiting: siblings.map(({ id }) => id), passedOver: [] };
  }
  const rest: FeedbackBody = {
    verdict: 'reject',
    keep: [],
    change: [],
    remove: [],
    note: `not chosen; ${take.id} was`,
  };
  for (const other of siblings) await save(desk, other, rest, input.strength);
  return { feedback, take, stillWaiting: [], passedOver: siblings.map(({ id }) => id) };
}

function save(desk: Desk, take: Take, body: FeedbackBody, strength: Strength): Promise<Feedback> {
  const { ports } = desk;
  return ports.store.saveFeedback(take.id, { ...body, id: ports.newId('f'), strength, at: ports.clock() });
}
