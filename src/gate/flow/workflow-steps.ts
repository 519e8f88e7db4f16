import { z } from 'zod';
import { planStepSchema, type PlanStep } from '../../model/plan.js';
import type { WorkflowFront } from '../../model/workflow.js';
import type { FlowProblem } from './desk.js';

/** The plan steps of a document, or what is wrong with them. */
export function stepsOf(front: WorkflowFront): readonly PlanStep[] | FlowProblem {
  const steps = z.array(planStepSchema).safeParse(front.plan);
  if (steps.success) return steps.data;
  return { problem: 'bad-workflow-plan', facts: { name: front.name, why: z.prettifyError(steps.error) } };
}
