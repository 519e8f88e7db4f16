import { addMicro, type MicroCredits } from '../../model/credits.js';
import type { Phase, Purpose } from '../../model/phase.js';
import type { Quality } from '../../model/quality.js';
import type { GenerationRequest } from '../../model/request.js';
import { tierRank, type Tier } from '../../model/tier.js';
import { withArgument } from '../../model/argument-path.js';
import { modelParts, withModel } from '../../model/model-place.js';
import type { PlanItem, PlanStep } from '../../model/plan.js';
import { quoteOf } from '../../ledger/quote-of.js';
import { highestTier, lowestTier, mostPixels } from '../../rules/parts/worth.js';
import { applyFix } from '../apply-fix.js';
import { cheaperModels, type CheaperModel } from '../cheaper.js';
import { readRequest, type ToolView } from '../lens.js';
import { priceKeyOf } from '../price-key.js';
import type { Desk } from './desk.js';

/** One thing wrong with a proposed plan: which step, and what was expected. */
export interface PlanProblem {
  readonly step: number;
  readonly shot: string;
  readonly why: string;
  readonly expected: string;
}

/** A planned step on a tier that its phase and purpose are not worth, or that is not worth them; stored all the same. */
export interface PlanAdvice {
  readonly item: string;
  readonly phase: Phase;
  readonly purpose: Purpose;
  readonly tier: Tier;
  /** The best tier that is worth its price there; undefined when the step is below what it is for. */
  readonly highest?: Tier | undefined;
  /** The least tier for what it is for; undefined when the step is above what it is worth. */
  readonly lowest?: Tier | undefined;
  /** The largest picture worth making there, where the step's is larger. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** A model of the same tool that would do. */
  readonly model?: string | undefined;
  /** Price of one output on that model, or in that size. */
  readonly amount?: MicroCredits | undefined;
}

/** A plan item before anyone accepted it. */
export type PricedItem = Omit<PlanItem, 'acceptance'>;

/** Prices every step of a proposed plan from the tool it names; all problems are told together. */
export function pricePlan(
  desk: Desk,
  steps: readonly PlanStep[],
): { items: PricedItem[]; problems: PlanProblem[]; advice: PlanAdvice[] } {
  const items: PricedItem[] = [];
  const advice: PlanAdvice[] = [];
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
    const priced = priceStep(desk.ports, id, step, tool);
    if (typeof priced === 'string') {
      problem(priced, 'arguments that the tool can be called with');
      continue;
    }
    items.push(priced.item);
    advice.push(...priced.advice);
  }
  return { items, problems, advice };
}

/** The arguments of one version of a step: what the agent gave, with prompt and model in their places. */
export function stepArguments(step: PlanStep, tool: ToolView): { readonly [key: string]: unknown } {
  const map = tool.profile.arguments;
  let args = step.arguments;
  if (map.prompt !== undefined && step.prompt !== '') args = withArgument(args, map.prompt, step.prompt);
  if (step.model !== undefined) args = withModel(args, map.model, step.model) ?? args;
  return args;
}

function priceStep(
  ports: Desk['ports'],
  id: string,
  step: PlanStep,
  tool: ToolView,
): { item: PricedItem; advice: PlanAdvice[] } | string {
  const place = tool.profile.arguments.model;
  if (step.model !== undefined && place !== undefined && modelParts(place, step.model) === undefined) {
    return `model is "${step.model}", not ${[place].flat().join('/')}`;
  }
  // What a step starts from is often not made yet.
  const read = readRequest(tool, stepArguments(step, tool), tool.profile.arguments.inputs);
  if (!('server' in read)) return read.map((bad) => `${bad.path} is ${bad.found}, not ${bad.expected}`).join('; ');
  const one = { ...read, count: 1, combinations: 1 };
  const quote = quoteOf(tool.profile, one);
  const unit = quote.status === 'unknown' ? undefined : quote.upper;
  const count = step.count * read.combinations;
  const item = {
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
    count,
    combinations: read.combinations > 1 ? read.combinations : undefined,
    rounds: step.rounds,
    due: step.due,
    urgent: step.urgent,
    audio: read.audio === true,
    unit,
    asOf: quote.status === 'unknown' ? undefined : quote.asOf,
    priceKey:
      (tool.profile.price ?? tool.profile.listed ?? tool.profile.stated) === undefined
        ? undefined
        : priceKeyOf(ports, tool),
    estimate: unit === undefined ? undefined : addMicro(unit * count * step.rounds),
  };
  const { quality } = ports.policy;
  const tiers = tierAdvice(item, quality, cheaperModels(tool, one, quote));
  const size = sizeAdvice(item, quality, tool, one);
  return { item, advice: [tiers, size].filter((advice) => advice !== undefined) };
}

/** Said while it costs nothing to change the plan; what is accepted all the same is settled for the calls. */
function tierAdvice(item: PricedItem, quality: Quality, cheaper: readonly CheaperModel[]): PlanAdvice | undefined {
  const { id, phase, purpose, tier } = item;
  const said = { item: id, phase, purpose, tier };
  const highest = highestTier(quality, phase, purpose);
  const enough = cheaper.filter((other) => tierRank(other.tier) <= tierRank(highest)).at(-1);
  if (tierRank(tier) > tierRank(highest) && enough !== undefined) {
    return { ...said, highest, model: enough.model, amount: enough.amount };
  }
  const lowest = lowestTier(quality, phase, purpose);
  return tierRank(tier) < tierRank(lowest) ? { ...said, lowest } : undefined;
}

/** A picture larger than anyone will look at, where a smaller one costs less. */
function sizeAdvice(
  { id, phase, purpose, tier, kind, unit }: PricedItem,
  quality: Quality,
  tool: ToolView,
  one: GenerationRequest,
): PlanAdvice | undefined {
  const pixels = mostPixels(quality, phase, purpose);
  if (kind !== 'image' || pixels === undefined || unit === undefined) return undefined;
  const smaller = applyFix(tool, one, { pixels });
  const { width, height } = smaller ?? {};
  if (smaller === undefined || width === undefined || height === undefined) return undefined;
  const quote = quoteOf(tool.profile, smaller);
  if (quote.status === 'unknown' || quote.upper >= unit) return undefined;
  return { item: id, phase, purpose, tier, size: { width, height }, amount: quote.upper };
}
