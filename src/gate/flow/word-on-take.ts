import type { Feedback, FeedbackBody } from '../../model/feedback.js';
import type { Strength } from '../../model/strength.js';
import type { Take } from '../../model/take.js';
import { isWaiting } from '../../model/takes.js';
import type { AskAnswer, GatePorts } from '../ports.js';
import { readFeedback, type ReadFeedback } from './feedback-reading.js';
import { negativeOffer, type NegativeOffer } from './negative-offer.js';
import type { Desk, FlowProblem } from './desk.js';

/** Stored feedback, the take it is on, and what else still waits for a word on the same shot. */
export interface GivenFeedback {
  readonly feedback: Feedback;
  readonly take: Take;
  readonly stillWaiting: readonly string[];
  /** Other takes of the batch that the approval settled as not chosen. */
  readonly passedOver: readonly string[];
  /** What was made out of the person's own words. */
  readonly reading: ReadFeedback;
  /** How the tool is told of what was wanted gone before and came back. */
  readonly negative?: NegativeOffer | undefined;
}

/** What keeping a word needs: a person at a command has no session, and knows of no tools. */
export interface WordDesk extends Pick<Desk, 'findTool' | 'toolNames'> {
  readonly ports: Pick<GatePorts, 'store' | 'newId' | 'clock'>;
}

/** A word that is the person's, and how sure that is; or theirs no more. */
export type Confirmed = Extract<AskAnswer, { kind: 'yes' | 'no' }>;

/** Newest takes whose feedback tells what comes back. */
const recentTakes = 50;

/**
 * Stores a person's word on a take. Approving one of a batch says of the others in it that they were not chosen, unless
 * they got a word of their own.
 * @param confirm makes sure, once the word can be stored, that it is the person's
 */
export async function wordOnTake(
  desk: WordDesk,
  project: string,
  input: { take: string; body: FeedbackBody; strength: Strength },
  confirm: (take: Take) => Promise<Confirmed> = () => Promise.resolve({ kind: 'yes', strength: input.strength }),
): Promise<GivenFeedback | FlowProblem> {
  const { ports } = desk;
  const take = await ports.store.take(input.take);
  if (take === undefined || take.project !== project) {
    const recent = await ports.store.takes({ project, limit: 10 });
    return {
      problem: 'no-such-take',
      facts: { take: input.take, waiting: recent.filter(isWaiting).map(({ id }) => id) },
    };
  }
  if (take.state !== 'posted') return { problem: 'take-not-done', facts: { take: take.id, state: take.state } };
  const said = await confirm(take);
  if (said.kind === 'no') return { problem: 'not-confirmed', facts: { take: take.id, note: said.note } };
  const { strength } = said;
  const reading = readFeedback(input.body);
  const feedback = await save(desk, take, reading.body, strength);
  const ofShot = await ports.store.takes({ project: take.project, shot: take.shot });
  const siblings = ofShot.filter(
    (other) => other.phase === take.phase && other.id !== take.id && isWaiting(other) && other.state === 'posted',
  );
  if (input.body.verdict !== 'approve') {
    const recent =
      feedback.remove.length === 0 ? [] : await ports.store.takes({ project: take.project, limit: recentTakes });
    const negative = negativeOffer(desk, take, feedback.remove, [...ofShot, ...recent]);
    return { feedback, take, stillWaiting: siblings.map(({ id }) => id), passedOver: [], reading, negative };
  }
  const rest: FeedbackBody = {
    verdict: 'reject',
    keep: [],
    change: [],
    remove: [],
    note: `not chosen; ${take.id} was`,
  };
  for (const other of siblings) await save(desk, other, rest, strength);
  return { feedback, take, stillWaiting: [], passedOver: siblings.map(({ id }) => id), reading };
}

function save(desk: WordDesk, take: Take, body: FeedbackBody, strength: Strength): Promise<Feedback> {
  const { ports } = desk;
  return ports.store.saveFeedback(take.id, { ...body, id: ports.newId('f'), strength, at: ports.clock() });
}
