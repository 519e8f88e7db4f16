import type { FeedbackBody } from '../../model/feedback.js';
import type { Strength } from '../../model/strength.js';
import { isProblem, sessionFor, type Desk, type FlowProblem } from './desk.js';
import { wordOnTake, type GivenFeedback } from './word-on-take.js';

/** Stores a person's word on a take of the project that the caller's session is on. */
export async function giveFeedback(
  desk: Desk,
  input: { take: string; body: FeedbackBody; strength: Strength; session?: string | undefined },
): Promise<GivenFeedback | FlowProblem> {
  const session = await sessionFor(desk, input.session);
  return isProblem(session) ? session : wordOnTake(desk, session.project, input);
}
