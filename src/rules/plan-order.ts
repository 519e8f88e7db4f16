import { derivedKinds } from '../model/kind.js';
import { counts } from '../model/takes.js';
import type { Take } from '../model/take.js';
import type { Rule } from './rule.js';

/**
 * Some steps are cheap early and wasted late: backgrounds are removed before anything is enlarged, and enlarging comes
 * last, because what is changed afterwards is enlarged again. Source: E5, E6.
 */
export const planOrder: Rule = {
  id: 'plan-order',
  levels: { 'cut-out-late': 'note', 'change-after-upscale': 'note' },
  check(request, { placement, takes }) {
    const isChange = request.kind === 'image' || request.kind === 'variation' || derivedKinds.has(request.kind);
    if (!isChange || request.kind === 'upscale') return undefined;
    const isDone = (take: Take): boolean => take.shot === placement.shot && take.kind === 'upscale' && counts(take);
    const upscaled = takes.find(isDone);
    if (upscaled === undefined) return undefined;
    const code = request.kind === 'background-removal' ? 'cut-out-late' : 'change-after-upscale';
    return { rule: 'plan-order', code, facts: { shot: placement.shot, take: upscaled.id, paid: upscaled.paid } };
  },
};
