import type { PlanStep } from '../../model/plan.js';
import { phaseRank } from '../../model/phase.js';
import type { Take } from '../../model/take.js';
import { isApproved } from '../../model/takes.js';
import type { WorkflowFront } from '../../model/workflow.js';
import { isProblem, type Desk } from './desk.js';
import { fillWorkflow, isFilled, type InputProblem } from './fill-workflow.js';
import { pricePlan, type PlanAdvice, type PlanProblem } from './price-plan.js';
import { stepsOf } from './workflow-steps.js';

/** Why the run that a document tells of proves nothing yet. */
export interface Unproven {
  /** Shots whose last planned step has no approved take. */
  readonly shots: readonly string[];
  /** Steps on a better model than they are worth. */
  readonly dearer: readonly PlanAdvice[];
  /** Steps that cannot be planned with as they stand. */
  readonly problems: readonly PlanProblem[];
  readonly inputs: readonly InputProblem[];
}

/** What the store vouches for, or why it does not. */
export type RunProof = { readonly proven: NonNullable<WorkflowFront['proven']> } | { readonly unproven: Unproven };

/**
 * Looks into the ledger whether the run that a document tells of was approved from end to end, and whether its models are
 * worth their price. Nothing an agent says counts. Source: A4.
 * @param takes all takes of the project
 */
export function proveRun(desk: Desk, front: WorkflowFront, takes: readonly Take[]): RunProof {
  const nothing: Unproven = { shots: [], dearer: [], problems: [], inputs: [] };
  const run = fillWorkflow({ ...front, inputs: front.inputs.map(asItWas) }, {});
  if (!isFilled(run)) return { unproven: { ...nothing, inputs: run } };
  const steps = stepsOf(run);
  if (isProblem(steps) || steps.length === 0) return { unproven: nothing };
  const last = lastSteps(steps);
  const approved = takes.filter(isApproved);
  const shots = last.filter((step) => !approved.some((take) => isOf(take, step))).map(({ shot }) => shot);
  const { advice, problems } = pricePlan(desk, steps);
  const dearer = advice.filter(({ highest }) => highest !== undefined);
  if (shots.length + dearer.length + problems.length > 0) return { unproven: { ...nothing, shots, dearer, problems } };
  const at = new Date(desk.ports.clock()).toISOString();
  return { proven: { project: desk.caller.project, takes: approved.length, at } };
}

function asItWas(input: WorkflowFront['inputs'][number]): WorkflowFront['inputs'][number] {
  return input.example === undefined ? input : { ...input, default: input.example };
}

/** The step in which each shot is to end. */
function lastSteps(steps: readonly PlanStep[]): readonly PlanStep[] {
  const last = new Map<string, PlanStep>();
  for (const step of steps) {
    const before = last.get(step.shot);
    if (before === undefined || phaseRank(step.phase) > phaseRank(before.phase)) last.set(step.shot, step);
  }
  return [...last.values()];
}

function isOf(take: Take, step: PlanStep): boolean {
  if (take.shot !== step.shot || take.phase !== step.phase) return false;
  return step.model === undefined || take.model === undefined || take.model === step.model;
}
