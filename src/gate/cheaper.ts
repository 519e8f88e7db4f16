import { withModel } from '../model/model-place.js';
import { tierRank } from '../model/tier.js';
import type { Quote } from '../model/quote.js';
import type { GenerationRequest } from '../model/request.js';
import type { CheaperCall, NextCall, Verdict } from '../model/verdict.js';
import { quoteOf } from '../ledger/quote-of.js';
import { kindIn } from './kind-in.js';
import { tierOf, type ToolView } from './lens.js';
import { offeredModels } from './offered-models.js';

/** A cheaper call as the gate would judge it. */
export interface CheaperModel extends CheaperCall {
  readonly request: GenerationRequest;
}

/** Other models of the tool that would make the same call for less, cheapest first; none while the price is unknown. */
export function cheaperModels(tool: ToolView, request: GenerationRequest, quote: Quote): CheaperModel[] {
  const place = tool.profile.arguments.model;
  if (place === undefined || quote.status === 'unknown') return [];
  const found: CheaperModel[] = [];
  for (const model of offeredModels(tool)) {
    if (model === request.model) continue;
    const args = withModel(request.arguments, place, model);
    const sent = withModel(request.sent, place, model);
    // A model that the arguments cannot name, or that makes something else, is no cheaper way to the same.
    if (args === undefined || sent === undefined || kindIn(tool.profile, args) !== request.kind) continue;
    const tier = tierOf(tool.profile, model);
    const other = { ...request, model, tier, arguments: args, sent };
    const price = quoteOf(tool.profile, other);
    if (price.status === 'unknown' || price.amount >= quote.amount) continue;
    const call = { tool: request.exposed, arguments: sent, amount: price.amount };
    found.push({ model, tier, amount: price.amount, call, request: other });
  }
  return found.sort((a, b) => a.amount - b.amount || tierRank(a.tier) - tierRank(b.tier));
}

/** Rules whose objection a cheaper model can answer; a re-run on another model would still be a re-run. */
const aboutPrice: ReadonlySet<string> = new Set(['budget', 'ask-above', 'in-person', 'plan-first', 'unknown-price']);

/**
 * The best call on a cheaper model that would pass as things stand, when only the price stands against the one refused.
 * @param passes whether a request on another model would be allowed
 */
export function cheaperLegal(
  tool: ToolView,
  verdict: Verdict,
  passes: (request: GenerationRequest) => boolean,
): NextCall | undefined {
  const stopping = verdict.findings.filter(({ level }) => level === 'block' || level === 'ask' || level === 'nudge');
  if (!stopping.every(({ rule }) => aboutPrice.has(rule))) return undefined;
  const best = cheaperModels(tool, verdict.request, verdict.quote).reverse();
  return best.find(({ request }) => passes(request))?.call;
}
