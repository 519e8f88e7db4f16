import { briefSchema, type Brief } from '../../model/brief.js';
import { canonicalJson } from '../../model/canonical-json.js';
import type { PlanStep } from '../../model/plan.js';
import type { Workflow, WorkflowFront } from '../../model/workflow.js';
import { isProblem, sessionFor, type Desk, type FlowProblem } from './desk.js';
import { fillWorkflow, isFilled, type InputValues } from './fill-workflow.js';
import { makePlan, type MadePlan } from './make-plan.js';
import { pricePlan } from './price-plan.js';
import { loadWorkflow } from './workflow.js';
import { stepsOf } from './workflow-steps.js';

/** A document that became the plan in force. */
export interface WorkflowRun {
  readonly document: Workflow;
  readonly made: MadePlan;
  /** The brief that the run brought along; undefined where the project's own one stands. */
  readonly brief?: Brief | undefined;
}

/** A document's filled front matter and its steps, or everything that is wrong with its inputs. */
export function filledSteps(
  document: Workflow,
  inputs: InputValues,
): { readonly front: WorkflowFront; readonly steps: readonly PlanStep[] } | FlowProblem {
  const front = fillWorkflow(document.front, inputs);
  if (!isFilled(front)) {
    // Each kind of fault has words of its own.
    const problems = front.map((fault) => ({ ...fault, [fault.why]: true }));
    return { problem: 'bad-inputs', facts: { name: document.name, problems } };
  }
  const steps = stepsOf(front);
  return isProblem(steps) ? steps : { front, steps };
}

/**
 * Plans a new run of a document: its inputs filled in, priced and accepted like any other plan. Shots that an earlier run
 * worked on get a name of their own. Nothing is stored when something is wrong. Source: A4.
 */
export async function runWorkflow(
  desk: Desk,
  input: { name: string; version?: number | undefined; inputs: InputValues; session?: string | undefined },
): Promise<WorkflowRun | FlowProblem> {
  const document = await loadWorkflow(desk, input.name, input.version);
  if (isProblem(document)) return document;
  const filled = filledSteps(document, input.inputs);
  if (isProblem(filled)) return filled;
  const { front, steps } = filled;
  if (steps.length === 0) return { problem: 'no-steps', facts: { name: input.name } };
  const { problems } = pricePlan(desk, steps);
  if (problems.length > 0) return { problem: 'bad-plan', facts: { problems } };
  const session = await sessionFor(desk, input.session);
  if (isProblem(session)) return session;
  const brief = await briefFor(desk, document, front);
  const fresh = await withFreshShots(desk, steps);
  const made = await makePlan(desk, { steps: fresh, style: front.style, session: input.session });
  return isProblem(made) ? made : { document, made, brief };
}

/** Stores the document's brief where the project has none, or where the inputs make it this run's own. */
async function briefFor(desk: Desk, document: Workflow, front: WorkflowFront): Promise<Brief | undefined> {
  const { store, newId, clock } = desk.ports;
  const { project } = desk.caller;
  const whole = briefSchema.safeParse(front.brief);
  if (!whole.success) return undefined;
  const isOfTheRun = canonicalJson(front.brief ?? null) !== canonicalJson(document.front.brief ?? null);
  if (!isOfTheRun && (await store.latestBrief(project)) !== undefined) return undefined;
  return store.saveBrief(project, newId('b'), whole.data, clock());
}

const mostRuns = 1000;

/** The steps under shot names that nothing was made for yet: `mug`, `mug-2`, `mug-3` … */
async function withFreshShots(desk: Desk, steps: readonly PlanStep[]): Promise<readonly PlanStep[]> {
  const shots = [...new Set(steps.map(({ shot }) => shot))];
  for (let run = 1; run <= mostRuns; run += 1) {
    const suffix = run === 1 ? '' : `-${String(run)}`;
    const named = (shot: string): string => shot.slice(0, 80 - suffix.length) + suffix;
    const versions = await Promise.all(
      shots.map((shot) => desk.ports.store.shotVersion(desk.caller.project, named(shot))),
    );
    if (versions.every((version) => version === 0)) return steps.map((step) => ({ ...step, shot: named(step.shot) }));
  }
  return steps;
}
