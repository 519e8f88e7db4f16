import { withArgument } from '../model/argument-path.js';
import { phaseRank } from '../model/phase.js';
import { isApproved } from '../model/takes.js';
import { tierRank } from '../model/tier.js';
import type { Context } from '../model/context.js';
import { isPersonsWord, type PlanItem } from '../model/plan.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding } from '../model/verdict.js';
import { quickLaneMiss } from './parts/quick-lane.js';
import { highestTier, lowestTier } from './parts/worth.js';
import type { Rule } from './rule.js';

/**
 * The tier follows the phase and the purpose, not the mood: premium while exploring is waste, and so is shipping on a
 * draft model; the hero is made once something earlier was approved. What the accepted plan says of the tier is settled;
 * it was weighed there. Source: D1–D3, B5, D7, D9.
 */
export const tierForPhase: Rule = {
  id: 'tier-for-phase',
  levels: {
    'above-phase': 'nudge',
    'above-phase-cheap': 'note',
    'below-purpose': 'nudge',
    'unproven-hero': 'ask',
    'not-enhanced': 'note',
  },
  check(request, context) {
    const { item, phase, shot } = context.placement;
    const isPlanned = item?.acceptance.state === 'accepted' && tierRank(request.tier) <= tierRank(item.tier);
    if (!isPlanned) return aboveItsPhase(request, context);
    const wrong = isPersonsWord(item)
      ? undefined
      : (belowItsPurpose(request, context, item) ?? unproven(context, phase, shot));
    return wrong ?? notEnhanced(request, item);
  },
};

function aboveItsPhase(request: GenerationRequest, context: Context): Finding | undefined {
  const { item, phase } = context.placement;
  const highest = highestTier(context.policy.quality, phase, item?.purpose);
  if (tierRank(request.tier) <= tierRank(highest)) return undefined;
  // Held down only to what the tool really offers; the best of what is low enough.
  const lower = context.cheaper.filter(({ tier }) => tierRank(tier) <= tierRank(highest)).at(-1);
  if (lower === undefined) return undefined;
  const facts = {
    ...{ phase, purpose: item?.purpose, tier: request.tier, highest, model: request.model },
    ...{ cheaper: lower.model, amount: lower.amount },
  };
  const isQuick = item === undefined && quickLaneMiss(request, context) === undefined;
  const code = isQuick ? 'above-phase-cheap' : 'above-phase';
  return { rule: 'tier-for-phase', code, facts, instead: [lower.call] };
}

function belowItsPurpose(request: GenerationRequest, context: Context, item: PlanItem): Finding | undefined {
  const lowest = lowestTier(context.policy.quality, item.phase, item.purpose);
  if (tierRank(request.tier) >= tierRank(lowest)) return undefined;
  const facts = { item: item.id, purpose: item.purpose, tier: request.tier, lowest };
  return { rule: 'tier-for-phase', code: 'below-purpose', facts };
}

/** A hero that nothing earlier on the shot was approved for. With earlier steps in the plan, `plan-first` says so. */
function unproven(context: Context, phase: string, shot: string): Finding | undefined {
  const { item } = context.placement;
  if (item === undefined || phase !== 'hero') return undefined;
  const isPlannedEarlier = (context.plan?.items ?? []).some(
    (other) => other.shot === shot && phaseRank(other.phase) < phaseRank(item.phase),
  );
  const isProven = context.takes.some((take) => take.shot === shot && isApproved(take));
  if (isPlannedEarlier || isProven) return undefined;
  return { rule: 'tier-for-phase', code: 'unproven-hero', facts: { item: item.id, shot } };
}

/** A hero without the enhancement that its tool offers: the version that ships is the one worth it. */
function notEnhanced({ enhance, exposed, sent }: GenerationRequest, item: PlanItem): Finding | undefined {
  if (item.phase !== 'hero' || enhance?.isOn !== false) return undefined;
  const { path, on } = enhance;
  const facts = { item: item.id, argument: path, on };
  const instead = [{ tool: exposed, arguments: withArgument(sent, path, on) }];
  return { rule: 'tier-for-phase', code: 'not-enhanced', facts, instead };
}
