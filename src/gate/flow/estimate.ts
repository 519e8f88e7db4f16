import type { MicroCredits } from '../../model/credits.js';
import { withArgument } from '../../model/argument-path.js';
import { tierRank, type Tier } from '../../model/tier.js';
import type { Verdict } from '../../model/verdict.js';
import type { Placement } from '../../model/context.js';
import type { Hints } from '../../model/request.js';
import type { Session } from '../../model/session.js';
import { quoteOf } from '../../ledger/quote-of.js';
import { decide } from '../decide.js';
import { gather, viewOf } from '../gather.js';
import { applyFix, readRequest, tierOf, type ToolView } from '../lens.js';
import { isProblem, sessionFor, type Desk, type FlowProblem } from './desk.js';

/** A cheaper model of the same tool. */
export interface CheaperModel {
  readonly model: string;
  readonly tier: Tier;
  readonly amount: MicroCredits;
}

/** What a call would cost and what the gate would say, without anything being spent or remembered. */
export interface Estimate {
  readonly session: Session;
  readonly verdict: Verdict;
  readonly placement: Placement;
  readonly cheaper: readonly CheaperModel[];
}

/** Judges a call as if it were made now. Free; leaves no trace. */
export async function estimate(
  desk: Desk,
  input: { tool: string; arguments: unknown; hints: Hints },
): Promise<Estimate | FlowProblem> {
  const tool = desk.findTool(input.tool);
  if (tool === undefined) return { problem: 'no-such-tool', facts: { tool: input.tool, tools: desk.toolNames() } };
  const request = readRequest(tool, input.arguments);
  if (!('server' in request)) return { problem: 'bad-arguments', facts: { problems: request } };
  const session = await sessionFor(desk, input.hints.session);
  if (isProblem(session)) return session;
  const gathered = await gather(desk.ports, session, request, input.hints);
  const { verdict } = decide({
    rules: desk.ports.rules,
    request,
    view: (candidate) => viewOf(desk.ports, tool, gathered, input.hints, candidate),
    fix: (candidate, fix) => applyFix(tool, candidate, fix),
  });
  return { session, verdict, placement: gathered.placement, cheaper: cheaperModels(tool, verdict) };
}

/** Other models of the tool that would make the same call for less, cheapest first. */
function cheaperModels(tool: ToolView, verdict: Verdict): CheaperModel[] {
  const path = tool.profile.arguments.model;
  const { request, quote } = verdict;
  if (path === undefined || quote.status === 'unknown') return [];
  const found: CheaperModel[] = [];
  for (const model of Object.keys(tool.profile.price?.models ?? {})) {
    if (model === request.model) continue;
    const other = { ...request, model, arguments: withArgument(request.arguments, path, model) };
    const price = quoteOf(tool.profile, other);
    if (price.status === 'unknown' || price.amount >= quote.amount) continue;
    found.push({ model, tier: tierOf(tool.profile, model), amount: price.amount });
  }
  return found.sort((a, b) => a.amount - b.amount || tierRank(a.tier) - tierRank(b.tier));
}
