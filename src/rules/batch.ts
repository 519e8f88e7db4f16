import { derivedKinds } from '../model/kind.js';
import { phaseRank } from '../model/phase.js';
import { counts } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { PlanItem } from '../model/plan.js';
import type { GenerationRequest } from '../model/request.js';
import type { Take } from '../model/take.js';
import { highestTier } from './parts/worth.js';
import type { Rule } from './rule.js';

/**
 * Several versions are for choosing among, once a prompt is settled, model by model; while something is looked for, other
 * concepts tell more than variants of one. A grid at the price of one is no matter of money. Each thing is said once a
 * shot: whoever goes on has read it. Source: A2, C2, C3.
 */
export const batch: Rule = {
  id: 'batch',
  levels: { 'single-in-select': 'note', unrefined: 'note', 'mixed-models': 'note', 'variants-in-explore': 'note' },
  check(request, context) {
    const { item } = context.placement;
    if (item === undefined || context.outputsPerUnit > 1 || derivedKinds.has(request.kind)) return undefined;
    const onShot = context.takes.filter((take) => take.shot === item.shot && counts(take));
    const code =
      item.phase === 'select' ? inSelect(request, context, item, onShot) : inExplore(request, context, item, onShot);
    if (code === undefined) return undefined;
    const facts = { item: item.id, shot: item.shot, planned: item.count, model: request.model };
    return { rule: 'batch', code, facts };
  },
};

function inSelect(
  request: GenerationRequest,
  { policy }: Context,
  item: PlanItem,
  onShot: readonly Take[],
): string | undefined {
  const made = onShot.filter(({ phase }) => phase === 'select');
  if (item.count > 1 && alternatesNow(request, made)) return 'mixed-models';
  if (made.length > 0) return undefined;
  const isRefined = onShot.some(
    ({ phase, feedback }) =>
      phaseRank(phase) < phaseRank('select') && (feedback?.verdict === 'refine' || feedback?.verdict === 'approve'),
  );
  if (item.count > 1) return isRefined ? undefined : 'unrefined';
  // Films are too dear to be advised in fours, and so is everything that a draft would do for.
  const isWorthIt = request.kind === 'image' && highestTier(policy.quality, 'select', item.purpose) !== 'budget';
  return isRefined && isWorthIt ? 'single-in-select' : undefined;
}

/** Whether this call is the first that comes back to a model after another one had its turn. */
function alternatesNow({ model }: GenerationRequest, made: readonly Take[]): boolean {
  const before = made.map((take) => take.model);
  return comesBack([model, ...before]) && !comesBack(before);
}

function comesBack(models: readonly (string | undefined)[]): boolean {
  const turns = models.filter((model, at) => at === 0 || model !== models[at - 1]);
  return new Set(turns).size < turns.length;
}

/** More than one version of a prompt, in one call or one after the other. */
function inExplore(
  request: GenerationRequest,
  { promptKey }: Context,
  item: PlanItem,
  onShot: readonly Take[],
): string | undefined {
  if (item.phase !== 'explore' || item.count === 1) return undefined;
  const made = onShot.filter((take) => take.item === item.id);
  const again = made.filter((take) => take.promptKey === promptKey);
  const isSaid = made.some(({ count }) => count > 1) || again.length > 1;
  return !isSaid && (request.count > request.combinations || again.length === 1) ? 'variants-in-explore' : undefined;
}
