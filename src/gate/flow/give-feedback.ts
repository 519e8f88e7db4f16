import type { FeedbackBody } from '../../model/feedback.js';
import type { Strength } from '../../model/strength.js';
import type { Take } from '../../model/take.js';
import { isProblem, sessionFor, type Desk, type FlowProblem } from './desk.js';
import { wordOnTake, type Confirmed, type GivenFeedback } from './word-on-take.js';

/**
 * Stores a person's word on a take of the project that the caller's session is on; where the person can be asked, it is
 * theirs only when they confirm it.
 */
export async function giveFeedback(
  desk: Desk,
  input: { take: string; body: FeedbackBody; strength: Strength; session?: string | undefined },
): Promise<GivenFeedback | FlowProblem> {
  const session = await sessionFor(desk, input.session);
  if (isProblem(session)) return session;
  return wordOnTake(desk, session.project, input, (take) => confirmed(desk, take, input));
}

/**
 * How sure it is that the person said it. An approval that the agent tells is asked about once, where the client can ask:
 * it opens the next phase. Where nobody answers it stays told by the agent.
 */
async function confirmed(
  { ports, caller }: Desk,
  take: Take,
  { body, strength }: { readonly body: FeedbackBody; readonly strength: Strength },
): Promise<Confirmed> {
  const asTold = { kind: 'yes', strength } as const;
  const isAsked = strength === 'relayed' && body.verdict === 'approve' && ports.policy.attended;
  if (!isAsked || ports.confirm === undefined) return asTold;
  const answer = await ports.confirm(take, body, caller);
  return answer.kind === 'unavailable' ? asTold : answer;
}
