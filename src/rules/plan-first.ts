import { derivedKinds } from '../model/kind.js';
import { isApproved } from '../model/takes.js';
import { phaseRank } from '../model/phase.js';
import { tierRank } from '../model/tier.js';
import type { Context } from '../model/context.js';
import type { JsonObject } from '../model/json.js';
import type { PlanItem } from '../model/plan.js';
import type { Take } from '../model/take.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding, NextCall } from '../model/verdict.js';
import { plannedPrice } from './parts/planned-price.js';
import { quickLaneMiss } from './parts/quick-lane.js';
import type { Rule } from './rule.js';

/**
 * Think before spending: a call needs a brief and an accepted plan that covers it. One cheap single version needs no
 * ceremony (the quick lane). A phase opens on an approved earlier take, not on the agent's word. Source: A1, A2, D1.
 */
export const planFirst: Rule = {
  id: 'plan-first',
  levels: {
    'no-brief': 'block',
    'no-plan': 'block',
    'not-in-plan': 'block',
    ambiguous: 'block',
    'phase-ahead': 'block',
    'item-denied': 'block',
    'item-unattended': 'block',
    'phase-relayed': 'ask',
    'item-not-accepted': 'ask',
    'beyond-plan': 'ask',
  },
  check(request, context) {
    const { item } = context.placement;
    return item === undefined ? withoutItem(request, context) : withItem(request, context, item);
  },
};

function found(code: string, facts: JsonObject, instead: readonly NextCall[] = []): Finding {
  return { rule: 'plan-first', code, facts, instead };
}

function withoutItem(request: GenerationRequest, context: Context): Finding | undefined {
  const { placement, plan } = context;
  const hint = { shot: placement.shot, phase: placement.phase };
  if (placement.candidates.length > 1) {
    const calls = placement.candidates.slice(0, 4).map((item) => corrected(request, item));
    return found('ambiguous', { items: placement.candidates.map((item) => item.id) }, calls);
  }
  if (plan !== undefined && placement.named && !worksOnPlanned(request, context)) {
    const items = plan.items.map((item) => item.id);
    const calls = placement.candidates.map((item) => corrected(request, item));
    return found('not-in-plan', { ...hint, items: items.slice(0, 40), count: items.length }, calls);
  }
  const miss = quickLaneMiss(request, context);
  if (miss === undefined) return undefined;
  const code = context.brief === undefined ? 'no-brief' : 'no-plan';
  const tool = context.brief === undefined ? 'brainstorm' : 'plan';
  return found(code, { ...hint, miss }, [{ tool, arguments: {} }]);
}

/** An edit or a cut-out on a planned shot carries it on: cheap ones are wanted instead of another take (E3, E4, E6). */
function worksOnPlanned(request: GenerationRequest, { plan, placement }: Context): boolean {
  return derivedKinds.has(request.kind) && (plan?.items ?? []).some((item) => item.shot === placement.shot);
}

function withItem(request: GenerationRequest, context: Context, item: PlanItem): Finding | undefined {
  const facts = { item: item.id, shot: item.shot, phase: item.phase };
  if (item.acceptance.state === 'denied') {
    const { reason, unattended } = item.acceptance;
    const again = [{ tool: 'plan', arguments: {} }];
    return unattended === true
      ? found('item-unattended', { ...facts, reason }, again)
      : found('item-denied', { ...facts, reason }, again);
  }
  const missing = missingPhase(context, item);
  if (missing !== undefined) {
    return found('phase-ahead', { ...facts, needs: missing.id }, [{ tool: missing.tool, arguments: hintFor(missing) }]);
  }
  if (item.acceptance.state === 'needs-yes') {
    return found('item-not-accepted', { ...facts, reasons: item.acceptance.reasons });
  }
  const relayed = relayedPhase(context, item);
  if (relayed !== undefined) return found('phase-relayed', { ...facts, ...relayed });
  const beyond = beyondPlan(request, context, item);
  return beyond === undefined ? undefined : found('beyond-plan', { ...facts, ...beyond });
}

/** The earlier planned phase of the same shot that has no approved take yet. */
function missingPhase(context: Context, item: PlanItem): PlanItem | undefined {
  if (approvedBefore(context, item).length > 0) return undefined;
  return earlierItems(context, item).sort((a, b) => phaseRank(b.phase) - phaseRank(a.phase))[0];
}

function earlierItems({ plan }: Context, { shot, phase }: PlanItem): PlanItem[] {
  return (plan?.items ?? []).filter((other) => other.shot === shot && phaseRank(other.phase) < phaseRank(phase));
}

/** Approved takes of the shot's earlier phases. */
function approvedBefore({ takes }: Context, { shot, phase }: PlanItem): readonly Take[] {
  return takes.filter((take) => take.shot === shot && phaseRank(take.phase) < phaseRank(phase) && isApproved(take));
}

/** A call above the line is not opened by an approval that only the agent tells. */
function relayedPhase(context: Context, item: PlanItem): JsonObject | undefined {
  const { quote, policy } = context;
  const { above } = policy.ask;
  if (earlierItems(context, item).length === 0 || (quote.status !== 'unknown' && quote.upper <= above)) {
    return undefined;
  }
  const approved = approvedBefore(context, item);
  const isTheirs = approved.some(({ feedback }) => feedback !== undefined && feedback.strength !== 'relayed');
  return isTheirs ? undefined : { takes: approved.map(({ id }) => id), above };
}

/** What makes a call dearer than the plan item that covers it, beyond the tolerance. */
function beyondPlan(request: GenerationRequest, context: Context, item: PlanItem): JsonObject | undefined {
  if (tierRank(request.tier) > tierRank(item.tier)) return { tier: request.tier, planned: item.tier };
  if (request.audio === true && !item.audio) return { audio: true, planned: false };
  const allowed = plannedPrice(item, request, context.policy);
  if (context.quote.status === 'unknown' || allowed === undefined) return undefined;
  return context.quote.upper <= allowed ? undefined : { amount: context.quote.upper, allowed };
}

function hintFor(item: PlanItem): JsonObject {
  return { greenlight: { shot: item.shot, phase: item.phase } };
}

function corrected(request: GenerationRequest, item: PlanItem): NextCall {
  return { tool: request.exposed, arguments: { ...request.arguments, ...hintFor(item) } };
}
