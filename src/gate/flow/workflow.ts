import { briefSchema, type Brief } from '../../model/brief.js';
import type { Plan } from '../../model/plan.js';
import type { Take } from '../../model/take.js';
import type { Workflow, WorkflowFront } from '../../model/workflow.js';
import { isApproved } from '../../model/takes.js';
import { beginningOf } from '../../model/shortened.js';
import type { Desk, FlowProblem } from './desk.js';
import { withPlaceholders } from './fill-workflow.js';
import { proveRun, type RunProof } from './prove-run.js';

/** What an agent says about the way of working; the rest is filled in from the project's own ledger. */
export type WorkflowWords = { readonly [K in keyof Omit<WorkflowFront, 'proven'>]?: WorkflowFront[K] | undefined } & {
  readonly name: string;
};

/** A saved document, and what the ledger says of the run it tells of. */
export interface SavedWorkflow {
  readonly document: Workflow;
  readonly proof: RunProof;
}

/** Takes that are looked through for approved ones. */
const mostTakes = 10_000;

/**
 * Saves the way this project was worked as a document: what the agent states, with brief, plan, models per phase and
 * proven prompts filled in from what was really approved, and what an input was in this run replaced by its placeholder.
 * A document saved by an agent is a draft until a person accepts it.
 */
export async function saveWorkflow(desk: Desk, words: WorkflowWords, body: string): Promise<SavedWorkflow> {
  const { store } = desk.ports;
  const { project } = desk.caller;
  const [brief, plan, takes] = await Promise.all([
    store.latestBrief(project),
    store.latestPlan(project),
    store.takes({ project, limit: mostTakes }),
  ]);
  const front = withPlaceholders(toldBy(words, brief, plan, takes.filter(isApproved)));
  const proof = proveRun(desk, front, takes);
  const proven = 'proven' in proof ? proof.proven : undefined;
  const at = desk.ports.clock();
  const document = await store.saveWorkflow(project, { front: { ...front, proven }, body, state: 'draft', at });
  return { document, proof };
}

/** What the agent says, and what the ledger knows wherever it says nothing. */
function toldBy(
  words: WorkflowWords,
  brief: Brief | undefined,
  plan: Plan | undefined,
  approved: readonly Take[],
): WorkflowFront {
  return {
    title: words.title,
    preferences: words.preferences ?? [],
    structure: said(words.structure) ?? structureOf(plan),
    constraints: said(words.constraints) ?? [...(brief?.constraints ?? [])],
    models: said(words.models) ?? modelsOf(approved, plan),
    prompts:
      said(words.prompts) ??
      approved
        .filter((take) => take.prompt.trim() !== '')
        .slice(0, 20)
        .map(provenPrompt),
    inputs: words.inputs ?? [],
    style: words.style ?? plan?.style,
    brief: words.brief ?? briefOf(brief),
    plan: said(words.plan) ?? (plan?.items ?? []).map(planStepOf),
    name: words.name,
  };
}

/** One document, or the problem with the names that do exist. */
export async function loadWorkflow(desk: Desk, name: string, version?: number): Promise<Workflow | FlowProblem> {
  const found = await desk.ports.store.workflow(name, version);
  if (found !== undefined) return found;
  const known = (await desk.ports.store.workflows()).map((document) => document.front.name);
  return { problem: 'no-such-workflow', facts: { name, version, known } };
}

/** An empty list or table says nothing: what the ledger knows stands instead. */
function said<T extends object>(value: T | undefined): T | undefined {
  return value === undefined || Object.keys(value).length === 0 ? undefined : value;
}

/**
 * Takes a loaded document's brief over, where it is whole and the project has none yet: what was explained once is not
 * explained again.
 */
export async function prefillBrief(desk: Desk, document: Workflow): Promise<Brief | undefined> {
  const { store, newId, clock } = desk.ports;
  const { project } = desk.caller;
  const whole = briefSchema.safeParse(document.front.brief);
  if (!whole.success || (await store.latestBrief(project)) !== undefined) return undefined;
  return store.saveBrief(project, newId('b'), whole.data, clock());
}

function structureOf(plan: Plan | undefined): string[] {
  return (plan?.items ?? []).slice(0, 50).map((item) => `${item.shot}: ${item.phase} with ${item.model ?? item.tool}`);
}

function modelsOf(approved: readonly Take[], plan: Plan | undefined): Record<string, string> {
  const models: Record<string, string> = {};
  for (const item of plan?.items ?? []) if (item.model !== undefined) models[item.phase] ??= item.model;
  // What a person approved says more than what was planned.
  for (const take of approved) if (take.model !== undefined) models[take.phase] = take.model;
  return models;
}

function provenPrompt(take: Take): WorkflowFront['prompts'][number] {
  return { shot: take.shot, phase: take.phase, model: take.model ?? take.tool, prompt: beginningOf(take.prompt, 4000) };
}

function briefOf(brief: Brief | undefined): WorkflowFront['brief'] {
  if (brief === undefined) return undefined;
  const { goal, audience, tone, constraints, directions, chosen, why } = brief;
  return { goal, audience, tone, constraints, directions, chosen, why };
}

function planStepOf(item: Plan['items'][number]): Record<string, unknown> {
  const { shot, phase, purpose, tool, model, prompt, rounds, combinations = 1 } = item;
  // The prompt brings its combinations with it; when it was due was another day's matter.
  const count = item.count / combinations;
  return { shot, phase, purpose, tool, ...(model === undefined ? {} : { model }), prompt, count, rounds };
}
