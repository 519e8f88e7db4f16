import type { Verdict } from '../../model/verdict.js';
import type { Context, Placement } from '../../model/context.js';
import type { GenerationRequest, Hints } from '../../model/request.js';
import type { Session } from '../../model/session.js';
import { standInTool } from '../input-stand-ins.js';
import { specificity, type Specificity } from '../../prompt/specificity.js';
import { closestTake, type ClosestTake } from '../../rules/parts/streak.js';
import { cheaperModels, type CheaperModel } from '../cheaper.js';
import { decide } from '../decide.js';
import { gather, viewOf } from '../gather.js';
import { applyFix } from '../apply-fix.js';
import { readRequest } from '../lens.js';
import { freeLevers, type Levers } from './free-levers.js';
import { wayThere, type WayThere } from './way-there.js';
import { standingOf } from '../standing.js';
import { outlookOf, type Outlook } from './outlook.js';
import { isProblem, sessionFor, type Desk, type FlowProblem } from './desk.js';

/** What a call would cost and what the gate would say, without anything being spent or remembered. */
export interface Estimate {
  readonly session: Session;
  readonly verdict: Verdict;
  readonly placement: Placement;
  readonly cheaper: readonly CheaperModel[];
  /** What the prompt leaves to chance. */
  readonly specificity: Specificity;
  /** The earlier take whose prompt comes closest, and what changed since; undefined when none is alike. */
  readonly closest?: ClosestTake | undefined;
  /** The four questions, and what may be used instead. */
  readonly levers: Levers;
  /** How the same outcome costs less. */
  readonly way?: WayThere | undefined;
  /** What of the plan is still to be made, and whether the money for it is there. */
  readonly outlook: Outlook;
}

/** Judges a call as if it were made now. Free; leaves no trace. */
export async function estimate(
  desk: Desk,
  input: { tool: string; arguments: unknown; hints: Hints },
): Promise<Estimate | FlowProblem> {
  const tool = desk.findTool(input.tool);
  if (tool === undefined) return { problem: 'no-such-tool', facts: { tool: input.tool, tools: desk.toolNames() } };
  const request = readRequest(standInTool(tool), input.arguments);
  if (!('server' in request)) return { problem: 'bad-arguments', facts: { problems: request } };
  const session = await sessionFor(desk, input.hints.session);
  if (isProblem(session)) return session;
  const gathered = await gather(desk.ports, session, request, input.hints);
  const view = (candidate: GenerationRequest): Context => viewOf(desk.ports, tool, gathered, input.hints, candidate);
  const { verdict } = decide({
    rules: desk.ports.rules,
    request,
    view,
    fix: (candidate, fix) => applyFix(tool, candidate, fix),
  });
  const { placement, takes } = gathered;
  const cheaper = cheaperModels(tool, verdict.request, verdict.quote);
  const said = specificity(request, desk.ports.policy.reading);
  const { quality } = desk.ports.policy;
  const { quote } = verdict;
  const facts = { request: verdict.request, placement, quality, takes, cheaper, quote, isStill: said.isStill };
  return {
    session,
    verdict,
    placement,
    cheaper,
    specificity: said,
    levers: freeLevers(desk, facts),
    way: wayThere(verdict, cheaper, placement, takes),
    outlook: await outlookOf(desk, session, await standingOf(desk.ports, session)),
    closest: closestTake(request, takes, desk.ports.policy.reading),
  };
}
