import { isRunning, isWaiting, outputsOf } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { Take } from '../model/take.js';
import type { Rule } from './rule.js';

/** After a version, wait for the person's word on it before the next one on the same shot. Source: C1. */
export const awaitFeedback: Rule = {
  id: 'await-feedback',
  levels: { waiting: 'block', 'relayed-rounds': 'ask' },
  check(_request, context) {
    const { item, shot, phase } = context.placement;
    const onShot = context.takes.filter((take) => take.shot === shot);
    const waiting = onShot.filter((take) => take.phase === phase && isWaiting(take));
    if (outputsOf(waiting) >= (item?.count ?? 1)) {
      const takes = waiting.map((take) => take.id);
      return {
        rule: 'await-feedback',
        code: 'waiting',
        facts: { shot, phase, takes, running: waiting.filter(isRunning).length },
        instead: takes.slice(0, 1).map((take) => ({ tool: 'feedback', arguments: { take } })),
      };
    }
    return relayedTooOften(onShot, context);
  },
};

/** Feedback that only the agent told opens a few rounds; then a person must speak for themselves. */
function relayedTooOften(onShot: readonly Take[], context: Context): ReturnType<Rule['check']> {
  const newest = onShot.filter((take) => take.feedback !== undefined);
  let rounds = 0;
  for (const take of newest) {
    if (take.feedback?.strength !== 'relayed' || take.feedback.verdict === 'approve') break;
    rounds += 1;
  }
  if (rounds <= context.policy.relayedRounds) return undefined;
  return {
    rule: 'await-feedback',
    code: 'relayed-rounds',
    facts: { shot: context.placement.shot, rounds, allowed: context.policy.relayedRounds },
  };
}
