import { addMicro } from '../../model/credits.js';
import { withArgument } from '../../model/argument-path.js';
import type { PlanItem, PlanStep } from '../../model/plan.js';
import { quoteOf } from '../../ledger/quote-of.js';
import { readRequest, type ToolView } from '../lens.js';
import type { Desk } from './desk.js';

/** One thing wrong with a proposed plan: which step, and what was expected. */
export interface PlanProblem {
  readonly step: number;
  readonly shot: string;
  readonly why: string;
  readonly expected: string;
}

/** A plan item before anyone accepted it. */
export type PricedItem = Omit<PlanItem, 'acceptance'>;

/** Prices every step of a proposed plan from the tool it names; all problems are told together. */
export function pricePlan(desk: Desk, steps: readonly PlanStep[]): { items: PricedItem[]; problems: PlanProblem[] } {
  const items: PricedItem[] = [];
  const problems: PlanProblem[] = [];
  const seen = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const problem = (why: string, expected: string): void => {
      problems.push({ step: index + 1, shot: step.shot, why, expected });
    };
    const id = `${step.shot}/${step.phase}`;
    if (seen.has(id)) problem(`${id} is planned twice`, 'one step per shot and phase; use count and rounds');
    seen.add(id);
    const tool = desk.findTool(step.tool);
    if (tool === undefined) {
      problem(`no paid tool is called "${step.tool}"`, `one of: ${desk.toolNames().slice(0, 20).join(', ')}`);
      continue;
    }
    const item = priceStep(id, step, tool);
    if (typeof item === 'string') problem(item, 'arguments that the tool can be called with');
    else items.push(item);
  }
  return { items, problems };
}

/** The arguments of one version of a step: what the agent gave, with prompt and model in their places. */
export function stepArguments(step: PlanStep, tool: ToolView): { readonly [key: string]: unknown } {
  const map = tool.profile.arguments;
  let args = step.arguments;
  if (map.prompt !== undefined && step.prompt !== '') args = withArgument(args, map.prompt, step.prompt);
  if (map.model !== undefined && step.model !== undefined) args = withArgument(args, map.model, step.model);
  return args;
}

function priceStep(id: string, step: PlanStep, tool: ToolView): PricedItem | string {
  const read = readRequest(tool, stepArguments(step, tool));
  if (!('server' in read)) return read.map((bad) => `${bad.path} is ${bad.found}, not ${bad.expected}`).join('; ');
  const quote = quoteOf(tool.profile, { ...read, count: 1 });
  const unit = quote.status === 'unknown' ? undefined : quote.upper;
  return {
    id,
    shot: step.shot,
    phase: step.phase,
    purpose: step.purpose,
    kind: read.kind,
    server: read.server,
    tool: step.tool,
    model: read.model,
    tier: read.tier,
    prompt: step.prompt,
    count: step.count,
    rounds: step.rounds,
    audio: read.audio === true,
    unit,
    estimate: unit === undefined ? undefined : addMicro(unit * step.count * step.rounds),
  };
}
