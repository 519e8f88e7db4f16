import { isApproved } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding } from '../model/verdict.js';
import { plannedPrice } from './parts/planned-price.js';
import { mostPixels } from './parts/worth.js';
import type { Rule } from './rule.js';

/**
 * Drafts are short and small, and previews where the tool has them: what is looked for shows in five seconds and a megapixel,
 * and what ships is made natively long and large once it was found. What the accepted plan pays for is settled. Source: D5, D6, E7.
 */
export const draftLow: Rule = {
  id: 'draft-low',
  levels: { 'long-draft': 'fix', 'large-draft': 'fix', 'no-preview': 'fix' },
  check(request, context) {
    const { phase } = context.placement;
    if (phase !== 'explore' && phase !== 'select') return undefined;
    if (isPlanned(request, context) || isFound(request, context)) return undefined;
    const large = request.kind === 'video' ? tooLong(request, context) : tooLarge(request, context);
    return large ?? noPreview(request, phase);
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

function tooLong(request: GenerationRequest, { placement, policy }: Context): Finding | undefined {
  const { seconds } = request;
  const allowed = policy.quality.draft.seconds;
  if (seconds === undefined || seconds <= allowed) return undefined;
  const facts = { phase: placement.phase, asked: seconds, allowed };
  return { rule: 'draft-low', code: 'long-draft', facts, fix: { seconds: allowed, ...previewOf(request) } };
}

function tooLarge(request: GenerationRequest, { placement, policy }: Context): Finding | undefined {
  const { kind, width, height } = request;
  const { phase, item } = placement;
  if (kind !== 'image' || width === undefined || height === undefined) return undefined;
  const pixels = mostPixels(policy.quality, phase, item?.purpose);
  if (pixels === undefined || width * height <= pixels) return undefined;
  const facts = { phase, width, height, side: Math.floor(Math.sqrt(pixels)), purpose: item?.purpose };
  return { rule: 'draft-low', code: 'large-draft', facts, fix: { pixels, ...previewOf(request) } };
}

function noPreview(request: GenerationRequest, phase: string): Finding | undefined {
  const fix = previewOf(request);
  if (request.preview === undefined || fix === undefined) return undefined;
  return { rule: 'draft-low', code: 'no-preview', facts: { phase, argument: request.preview.path }, fix };
}

function previewOf({ preview }: GenerationRequest): Finding['fix'] {
  return preview?.isOn === false ? { preview: true } : undefined;
}
