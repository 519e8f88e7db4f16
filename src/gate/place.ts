import { isApproved } from '../model/takes.js';
import { phaseRank, type Phase } from '../model/phase.js';
import type { Placement } from '../model/context.js';
import type { Plan, PlanItem } from '../model/plan.js';
import type { GenerationRequest, Hints } from '../model/request.js';
import type { Take } from '../model/take.js';
import { usualReading, type Reading } from '../model/reading.js';
import type { PromptFeatures } from '../model/prompt-features.js';
import { featuresOf, featuresOfTake } from '../prompt/features-of.js';
import { isComparable, sameSubject, subjectWords } from '../prompt/overlap.js';

/** Name of the shots that calls without a plan are counted under: `quick-1`, `quick-2`, … */
const quickShot = 'quick-';

/**
 * Finds where a call belongs: as named in its hints, else inferred from tool, model, prompt and what was made so far.
 * An inference that could as well be another item leaves the item open and lists the candidates.
 */
export function place(
  request: GenerationRequest,
  hints: Hints,
  plan: Plan | undefined,
  takes: readonly Take[],
  reading: Reading = usualReading,
): Placement {
  const items = plan?.items ?? [];
  if (hints.shot !== undefined) return placeNamed(request, hints.shot, hints.phase, items, takes);
  const fitting = items.filter((item) => fits(item, request) && (hints.phase ?? item.phase) === item.phase);
  const related = relatedItems(fitting, request, takes, reading);
  const current = currentItems(related.length > 0 ? related : fitting, takes);
  const only = current[0];
  if (current.length === 1 && only !== undefined && (related.length > 0 || fitting.length === 1)) {
    return { shot: only.shot, phase: only.phase, item: only, named: false, candidates: [] };
  }
  const shot = inferQuickShot(request, takes, reading);
  return { shot, phase: hints.phase ?? 'explore', named: false, candidates: current };
}

function placeNamed(
  request: GenerationRequest,
  shot: string,
  phase: Phase | undefined,
  items: readonly PlanItem[],
  takes: readonly Take[],
): Placement {
  const ofShot = items.filter((item) => item.shot === shot);
  const named = (item: PlanItem): Placement => ({ shot, phase: item.phase, item, named: true, candidates: [] });
  if (phase !== undefined) {
    const item = ofShot.find((candidate) => candidate.phase === phase);
    // A tool of another kind on a planned shot is another job: the plan does not speak of it.
    if (item !== undefined && item.kind === request.kind) return named(item);
    return { shot, phase, named: true, candidates: [] };
  }
  const asPlanned = ofShot.filter((item) => fits(item, request));
  // On another model than planned it is still the work of the shot; what is dearer about it the rules say.
  const ofKind = ofShot.filter((item) => item.kind === request.kind);
  const fitting = currentItems(asPlanned.length > 0 ? asPlanned : ofKind, takes);
  const only = fitting[0];
  if (only !== undefined && fitting.length === 1) return named(only);
  return { shot, phase: 'explore', named: true, candidates: fitting };
}

/** Whether a plan item speaks of this tool (and model, where both name one). */
function fits(item: PlanItem, request: GenerationRequest): boolean {
  if (item.tool !== request.exposed) return false;
  return item.model === undefined || request.model === undefined || item.model === request.model;
}

/** The items that a call's prompt speaks of: of one subject, else alike for the most part and told apart by some word. */
function relatedItems(
  items: readonly PlanItem[],
  request: GenerationRequest,
  takes: readonly Take[],
  reading: Reading,
): readonly PlanItem[] {
  const own = featuresOf(request.prompt, '', reading);
  const matches = (is: typeof sameSubject) => (item: PlanItem) =>
    promptsOf(item, takes, reading).some((prompt) => is(own, prompt));
  const alike = items.filter(matches(sameSubject));
  if (alike.length > 0) return nearest(alike, own, takes, reading);
  const near = nearest(items, own, takes, reading);
  return near.length < items.length ? near.filter(matches(isComparable)) : [];
}

/** What was planned for an item, and what was tried on its shot. */
function promptsOf(item: PlanItem, takes: readonly Take[], reading: Reading): PromptFeatures[] {
  const tried = takes.filter(({ shot }) => shot === item.shot).map((take) => featuresOfTake(take, reading));
  return item.prompt === '' ? tried : [featuresOf(item.prompt, '', reading), ...tried];
}

/**
 * Of items whose prompts are alike, those of the shots that share most with the call beside what all of them
 * say: a style block and a setting that a whole series has tell nothing of which shot is meant.
 */
function nearest(
  items: readonly PlanItem[],
  own: PromptFeatures,
  takes: readonly Take[],
  reading: Reading,
): readonly PlanItem[] {
  const shots = [...new Set(items.map(({ shot }) => shot))];
  if (shots.length < 2) return items;
  const wordsOf = (shot: string): Set<string> => {
    const prompts = items.filter((item) => item.shot === shot).flatMap((item) => promptsOf(item, takes, reading));
    return new Set(prompts.flatMap((prompt) => [...subjectWords(prompt)]));
  };
  const byShot = new Map(shots.map((shot) => [shot, wordsOf(shot)]));
  const telling = [...subjectWords(own)].filter((word) => ![...byShot.values()].every((words) => words.has(word)));
  const shared = (shot: string): number => telling.filter((word) => byShot.get(shot)?.has(word) === true).length;
  const most = Math.max(...shots.map(shared));
  return items.filter(({ shot }) => shared(shot) === most);
}

/** Of several phases of one shot, the one that is next: the first without an approved take. */
function currentItems(items: readonly PlanItem[], takes: readonly Take[]): PlanItem[] {
  const byShot = new Map<string, PlanItem>();
  for (const item of [...items].sort((a, b) => phaseRank(a.phase) - phaseRank(b.phase))) {
    const done = takes.some((take) => take.item === item.id && isApproved(take));
    const known = byShot.get(item.shot);
    const knownDone = known !== undefined && takes.some((take) => take.item === known.id && isApproved(take));
    if (known === undefined || (knownDone && !done)) byShot.set(item.shot, item);
  }
  return [...byShot.values()];
}

/** The shot of an earlier unplanned take on the same subject, else the next free quick shot. */
function inferQuickShot(request: GenerationRequest, takes: readonly Take[], reading: Reading): string {
  const unplanned = takes.filter((take) => take.item === undefined && take.shot.startsWith(quickShot));
  const own = featuresOf(request.prompt, '', reading);
  const related = unplanned.find(
    (take) => take.kind === request.kind && sameSubject(own, featuresOfTake(take, reading)),
  );
  if (related !== undefined) return related.shot;
  const numbers = unplanned.map((take) => Number(take.shot.slice(quickShot.length))).filter(Number.isInteger);
  return `${quickShot}${String(Math.max(0, ...numbers) + 1)}`;
}
