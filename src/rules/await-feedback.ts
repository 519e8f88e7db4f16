import { isRunning, outputsOf, waitingOn } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { Rule } from './rule.js';

/** After a version, wait for the person's word on it before the next one on the same shot. Source: C1. */
export const awaitFeedback: Rule = {
  id: 'await-feedback',
  levels: { waiting: 'block', 'relayed-rounds': 'ask' },
  check(_request, context) {
    const { item, shot, phase } = context.placement;
    const waiting = waitingOn(context.takes, { shot, phase });
    if (outputsOf(waiting) >= (item?.count ?? 1)) {
      const takes = waiting.map((take) => take.id);
      return {
        rule: 'await-feedback',
        code: 'waiting',
        facts: { shot, phase, takes, running: waiting.filter(isRunning).length },
        instead: takes.slice(0, 1).map((take) => ({ tool: 'feedback', arguments: { take } })),
      };
    }
    return relayedTooOften(context);
  },
};

/** Feedback that only the agent told opens a few rounds; then a person must speak for themselves. */
function relayedTooOften(context: Context): ReturnType<Rule['check']> {
  const { shot } = context.placement;
  const newest = context.takes.filter((take) => take.shot === shot && take.feedback !== undefined);
  let rounds = 0;
  for (const take of newest) {
    if (take.feedback?.strength !== 'relayed' || take.feedback.verdict === 'approve') break;
    rounds += 1;
  }
  if (rounds <= context.policy.relayedRounds) return undefined;
  return {
    rule: 'await-feedback',
    code: 'relayed-rounds',
    facts: { shot, rounds, allowed: context.policy.relayedRounds },
  };
}
