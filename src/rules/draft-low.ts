import { isApproved } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding } from '../model/verdict.js';
import { plannedPrice } from './parts/planned-price.js';
import type { Rule } from './rule.js';

/** Long enough to see whether a movement works. */
const draftSeconds = 5;
/** Composition and style show at this size; more is for print, or for the version that ships. */
const draftPixels = 1024 * 1024;

/**
 * Drafts are short and small: what is looked for shows in five seconds and a megapixel, and what ships is made natively long
 * and large once it was found. What the accepted plan pays for is settled. Source: D5, D6, E7.
 */
export const draftLow: Rule = {
  id: 'draft-low',
  levels: { 'long-draft': 'fix', 'large-draft': 'fix' },
  check(request, context) {
    const { phase } = context.placement;
    if (phase !== 'explore' && phase !== 'select') return undefined;
    if (isPlanned(request, context) || isFound(request, context)) return undefined;
    return request.kind === 'video' ? tooLong(request, phase) : tooLarge(request, context);
  },
};

/** Whether the accepted plan pays for the call as it is. */
function isPlanned(request: GenerationRequest, { placement: { item }, policy, quote }: Context): boolean {
  if (item?.acceptance.state !== 'accepted' || quote.status === 'unknown') return false;
  const planned = plannedPrice(item, request, policy);
  return planned !== undefined && quote.upper <= planned;
}

/** Without a plan no phase says that the draft is over: the person's yes to one does. */
function isFound({ kind }: GenerationRequest, { placement: { item, shot }, takes }: Context): boolean {
  return item === undefined && takes.some((take) => take.shot === shot && take.kind === kind && isApproved(take));
}

function tooLong({ seconds }: GenerationRequest, phase: string): Finding | undefined {
  if (seconds === undefined || seconds <= draftSeconds) return undefined;
  const facts = { phase, asked: seconds, allowed: draftSeconds };
  return { rule: 'draft-low', code: 'long-draft', facts, fix: { seconds: draftSeconds } };
}

function tooLarge({ kind, width, height }: GenerationRequest, { placement }: Context): Finding | undefined {
  const { phase, item } = placement;
  if (kind !== 'image' || item?.purpose === 'print') return undefined;
  if (width === undefined || height === undefined || width * height <= draftPixels) return undefined;
  const facts = { phase, width, height, purpose: item?.purpose };
  return { rule: 'draft-low', code: 'large-draft', facts, fix: { pixels: draftPixels } };
}
