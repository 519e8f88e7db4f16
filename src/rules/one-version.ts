import { isWaiting, outputsOf } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { Rule } from './rule.js';

/** One version at a time: more only where the plan says so, and then no more than it says. Source: C1, C2, B6. */
export const oneVersion: Rule = {
  id: 'one-version',
  levels: { 'more-than-one': 'fix' },
  check(request, context) {
    // A grid that costs the price of one is no waste: cutting it down would save nothing (C3).
    const allowed = Math.max(versionsLeft(context), context.outputsPerUnit);
    if (request.count <= allowed) return undefined;
    return {
      rule: 'one-version',
      code: 'more-than-one',
      facts: { asked: request.count, allowed, item: context.placement.item?.id },
      fix: { count: allowed },
    };
  },
};

/** Versions that the plan still leaves open before feedback; never less than one, so that a fix stays a call. */
function versionsLeft(context: Context): number {
  const { item, shot, phase } = context.placement;
  if (item === undefined) return 1;
  const waiting = context.takes.filter((take) => take.shot === shot && take.phase === phase && isWaiting(take));
  return Math.max(1, item.count - outputsOf(waiting));
}
