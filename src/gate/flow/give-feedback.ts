import type { FeedbackBody } from '../../model/feedback.js';
import { phaseRank } from '../../model/phase.js';
import type { Plan } from '../../model/plan.js';
import type { Strength } from '../../model/strength.js';
import type { Take } from '../../model/take.js';
import type { GatePorts } from '../ports.js';
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
 * How sure it is that the person said it. An approval that the agent tells is asked about once, where the client can ask and
 * it would open a step above the line: less it opens anyway. Where nobody answers it stays told by the agent.
 */
async function confirmed(
  { ports, caller }: Desk,
  take: Take,
  { body, strength }: { readonly body: FeedbackBody; readonly strength: Strength },
): Promise<Confirmed> {
  const asTold = { kind: 'yes', strength } as const;
  const isAsked = strength === 'relayed' && body.verdict === 'approve' && ports.policy.attended;
  if (!isAsked || ports.confirm === undefined || !opensLarge(await ports.store.latestPlan(take.project), take, ports)) {
    return asTold;
  }
  const answer = await ports.confirm(take, body, caller);
  return answer.kind === 'unavailable' ? asTold : answer;
}

/** Whether a later step planned on the take's shot costs more than an approval told by the agent opens. */
function opensLarge(plan: Plan | undefined, { shot, phase }: Take, { policy }: Pick<GatePorts, 'policy'>): boolean {
  const later = (plan?.items ?? []).filter((item) => item.shot === shot && phaseRank(item.phase) > phaseRank(phase));
  return later.some(({ unit }) => unit === undefined || unit > policy.ask.above);
}
