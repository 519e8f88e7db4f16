import { approvalDetail } from '../../model/approval-detail.js';
import type { Approval } from '../../model/approval.js';
import type { NextCall } from '../../model/verdict.js';

/** The exact call that an agent makes next, by how an approval stands; every state has one. */
export function nextStep(approval: Approval): NextCall {
  const { id, subject, state } = approval;
  if (state === 'pending') return { tool: 'wait', arguments: { request: id } };
  if (subject === 'plan-item') return { tool: 'plan', arguments: {} };
  if (subject === 'budget') return { tool: 'budget', arguments: {} };
  if (state === 'consumed') return { tool: 'take', arguments: {} };
  const asked = askedCall(approval);
  if (asked === undefined) return { tool: 'plan', arguments: {} };
  if (state !== 'denied') return asked;
  const { instead = [], hints = {} } = approvalDetail(approval);
  const [cheaper] = instead;
  // Free: it says what a smaller version would cost and whether it would pass.
  const { shot, phase } = hints;
  return (
    cheaper ?? { tool: 'estimate', arguments: { tool: asked.tool, arguments: argumentsOf(approval), shot, phase } }
  );
}

/** The call that was asked about, as it has to be repeated: with what was said beside its arguments. */
function askedCall(approval: Approval): NextCall | undefined {
  const { tool, hints = {} } = approvalDetail(approval);
  if (tool === undefined) return undefined;
  const said = Object.keys(hints).length === 0 ? {} : { greenlight: hints };
  return { tool, arguments: { ...argumentsOf(approval), ...said } };
}

function argumentsOf(approval: Approval): NextCall['arguments'] {
  return approvalDetail(approval).arguments ?? {};
}
