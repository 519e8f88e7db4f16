import { derivedKinds } from '../model/kind.js';
import { isApproved } from '../model/takes.js';
import type { Take } from '../model/take.js';
import type { Finding, NextCall } from '../model/verdict.js';
import type { Context } from '../model/context.js';
import type { GenerationRequest } from '../model/request.js';
import type { JsonObject } from '../model/json.js';
import { nameOf } from './parts/asset-name-of.js';
import { hinted } from './parts/hinted.js';
import type { Rule } from './rule.js';

/** Kinds whose output is a still that a film can start from. */
const stillKinds: ReadonlySet<Take['kind']> = new Set<Take['kind']>(['image', 'variation', ...derivedKinds]);

/**
 * Composition, light and style are settled in stills, which cost a fraction of a film; the best one becomes the film's
 * keyframe. Source: E2.
 */
export const stillsFirst: Rule = {
  id: 'stills-first',
  levels: { 'no-still': 'nudge', 'keyframe-unused': 'nudge', 'still-not-approved': 'nudge' },
  check(request, context) {
    if (request.kind !== 'video') return undefined;
    const { shot, phase } = context.placement;
    const onShot = context.takes.filter((take) => take.shot === shot);
    // Once a film of the shot is approved, its look is settled.
    if (onShot.some((take) => take.kind === 'video' && isApproved(take))) return undefined;
    const open = context.sources.find((take) => stillKinds.has(take.kind) && !isApproved(take));
    if (open !== undefined) {
      return found('still-not-approved', { shot, phase, take: open.id, feedback: open.feedback?.verdict });
    }
    if (request.inputs.length > 0) return undefined;
    const still = onShot.find((take) => stillKinds.has(take.kind) && isApproved(take));
    if (still === undefined) return found('no-still', { shot, phase });
    const name = nameOf(still, context);
    const next = name === undefined ? [] : startingFrom(request, context, name);
    return found('keyframe-unused', { shot, phase, take: still.id, name, path: still.assets[0]?.path }, next);
  },
};

/** The call as it is, with the still as what it starts from. */
function startingFrom(request: GenerationRequest, context: Context, name: string): readonly NextCall[] {
  const offer = context.offers.find(({ tool }) => tool === request.exposed);
  const ready = offer?.ready({ prompt: request.prompt, inputs: [name] });
  if (ready === undefined) return [];
  const { quote } = context;
  const amount = quote.status === 'unknown' ? undefined : quote.upper;
  const call = { ...ready.call, arguments: { ...request.sent, ...ready.call.arguments }, amount };
  return [hinted({ ...ready, call }, context)];
}

function found(code: string, facts: JsonObject, instead?: readonly NextCall[]): Finding {
  return { rule: 'stills-first', code, facts, ...(instead === undefined ? {} : { instead }) };
}
