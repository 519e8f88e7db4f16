import { derivedKinds } from '../model/kind.js';
import { isApproved } from '../model/takes.js';
import type { Take } from '../model/take.js';
import type { Finding } from '../model/verdict.js';
import type { JsonObject } from '../model/json.js';
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
    return found('keyframe-unused', { shot, phase, take: still.id, path: still.assets[0]?.path });
  },
};

function found(code: string, facts: JsonObject): Finding {
  return { rule: 'stills-first', code, facts };
}
