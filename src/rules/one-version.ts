import { isWaiting, outputsOf } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding } from '../model/verdict.js';
import type { Rule } from './rule.js';

/** One version at a time: more only where the plan says so, and then no more than it says. Source: C1, C2, B6. */
export const oneVersion: Rule = {
  id: 'one-version',
  levels: { 'more-than-one': 'fix', permutations: 'ask' },
  check(request, context) {
    if (request.combinations > 1) return permuted(request, context);
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

/** Each combination is a job of its own; only how many are made of each can be cut down. */
function permuted({ count, combinations }: GenerationRequest, context: Context): Finding | undefined {
  const left = versionsLeft(context);
  const perJob = count / combinations;
  const facts = { asked: count, allowed: left, item: context.placement.item?.id };
  if (combinations > left) {
    const instead = context.oneCombination === undefined ? [] : [context.oneCombination];
    return { rule: 'one-version', code: 'permutations', facts: { ...facts, jobs: combinations }, instead };
  }
  if (count <= left || perJob <= context.outputsPerUnit) return undefined;
  const allowed = combinations * Math.max(Math.floor(left / combinations), context.outputsPerUnit);
  return { rule: 'one-version', code: 'more-than-one', facts: { ...facts, allowed }, fix: { count: allowed } };
}

/** Versions that the plan still leaves open before feedback; never less than one, so that a fix stays a call. */
function versionsLeft(context: Context): number {
  const { item, shot, phase } = context.placement;
  if (item === undefined) return 1;
  const waiting = context.takes.filter((take) => take.shot === shot && take.phase === phase && isWaiting(take));
  return Math.max(1, item.count - outputsOf(waiting));
}
